"""An ASYE comes before a panel with its recommendation, and goes back to its year with what the panel decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.services.judging import lock_person, require
from asye.rules.moderation import ModerationResult
from asye.selectors.recommendations import is_first_assessment, is_waiting
from asye.services.moderation import record_moderation
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case, Meeting
from panels.rules.moderating import can_put
from panels.selectors.moderating import moderated_before, putting
from panels.selectors.policies import rules_of
from panels.selectors.reviews import reviews_held
from panels.services.assigning import share_out
from panels.services.locking import NOT_YOURS
from panels.services.ties import note_from_record

BEGIN, GIVE_BACK = "panels.moderation.begin", "panels.moderation.give_back"
HAD_A_PART = (
    "You had a part in a year that is told here, or do not lead the academy for it. Somebody who leads it and had no "
    "part tells what the panel decided."
)


def put_to(*, recommendations: Iterable[Any], meeting: Meeting, by: Actor, at: datetime) -> list[Case]:
    """Put recommendations to a sitting, each as a case; one that goes back to a panel goes to those who reviewed it
    before, as far as they may be asked. Refuses what `begin` refuses; what was begun before that stays."""
    begun = [begin(recommendation=each, meeting=meeting, by=by, at=at) for each in recommendations]
    pairs = [(case, person) for case in begun for person in _reviewers(case.earlier)]
    share_out(pairs=pairs, by=by, at=at)
    return begun


@command("panels.moderation.begin")
def begin(*, recommendation: Any, meeting: Meeting, by: Actor, at: datetime) -> Case:
    """Put the recommendation of an ASYE to a sitting of moderation. It is accepted at once: whether all is there is the
    first part of what its reviewers answer (D1-62). It rests on the portfolio the recommendation went with, and the
    ties of who judges there are read from the record.

    Refuses whoever neither clerks, co-ordinates nor leads there, her own year, a recommendation of another organisation
    or that waits no more, one that is with a panel, a sitting that takes no more, and a joint panel of one service.
    """
    held = Meeting.objects.select_related("panel", "policy", "sitting").get(pk=meeting.pk)
    year = recommendation.enrolment
    if not allows(BEGIN, by, held) or year.organisation_id != held.organisation_id or year.person_id == by.person_id:
        raise Refused(NOT_YOURS)
    # Two presses at once put it to a panel once.
    lock_person(year.person_id)
    require(can_put(putting(recommendation, held, actor=by)))
    case = _made(recommendation, held, at=at)
    record(case, moved=("", CaseState.ACCEPTED), about=case.person_id, organisation=case.organisation_id)
    note_from_record(case=case, by=by, at=at)
    return case


def give_back(*, case: Case, by: Actor, at: datetime) -> Any:
    """Record in the year what the panel decided of its recommendation, as part of telling it. A check or a test holds
    where no reviewer said no; the words to the assessor are the panel's, then the reviewers', without their names. A
    year that waits for moderation no more, as one that was withdrawn meanwhile, stays as it is: None.

    Refuses whoever leads or chairs the case but had a part in the year (D1-61), and a test no reviewer answered.
    """
    decision = case.decisions.order_by("-number").first()
    if decision is None or case.recommendation is None:
        raise Refused("There is nothing to give back. The panel has not decided on this case.")
    if not allows(GIVE_BACK, by, case.recommendation.enrolment):
        raise Refused(HAD_A_PART)
    if not is_waiting(case.recommendation):
        return None
    reviews = reviews_held([case])[case.pk]
    result = ModerationResult(
        result=decision.outcome,
        moderated_on=decision.decided_on,
        checks=_said(review.checks for review in reviews),
        tests=_said(review.tests for review in reviews),
        notes=decision.reasons,
        to_assessor=_words([decision.wording, *(review.to_assessor for review in reviews)]),
        to_nqsw=_words(review.to_candidate for review in reviews),
        answer_by_on=decision.answer_by_on,
    )
    return record_moderation(recommendation=case.recommendation, result=result, by=by, at=at, permission=GIVE_BACK)


def _made(recommendation: Any, meeting: Meeting, *, at: datetime) -> Case:
    year, snapshot = recommendation.enrolment, recommendation.snapshot
    made: Case = Case.objects.create(
        organisation_id=year.organisation_id,
        kind=CaseKind.MODERATION,
        person_id=year.person_id,
        policy=meeting.policy,
        panel=meeting.panel,
        sitting=meeting.sitting,
        service=year.policy.service,
        portfolio=snapshot.portfolio if snapshot is not None else None,
        snapshot=snapshot,
        recommendation=recommendation,
        earlier=moderated_before(recommendation),
        names=rules_of(meeting.policy).names,
        is_first_time=is_first_assessment(recommendation),
        state=CaseState.ACCEPTED,
        begun_at=at,
        handed_in_at=recommendation.recommended_at,
        accepted_at=at,
        moved_at=at,
    )
    return made


def _reviewers(case: Case | None) -> list[Person]:
    if case is None:
        return []
    given = case.assignments.reviews().standing().select_related("person").order_by("pk")
    return [each.person for each in given]


def _said(answers: Iterable[dict[str, bool]]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for each in answers:
        for code, is_met in each.items():
            found[code] = found.get(code, True) and bool(is_met)
    return found


def _words(texts: Iterable[str]) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())
