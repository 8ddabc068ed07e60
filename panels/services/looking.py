"""Reviews are looked at once more by somebody who wrote none of them: asked for, and handed in."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from asye.services.refusing import require_faultless
from panels.choices.cases import CaseState
from panels.choices.judging import TO_DO, AssignmentKind, AssignmentState
from panels.models import AnotherLook, Assignment, Case
from panels.notices.judging import LOOK_ASKED, LOOKED
from panels.rules.days import answer_by, review_by
from panels.rules.disagreement import can_ask_to_look, can_hand_in_look, can_look, look_faults
from panels.selectors.benches import chairs_of
from panels.selectors.looked import able_to_look, looked_at, not_judging, reviewers_of
from panels.selectors.policies import rules_of
from panels.services.locking import NOT_YOURS, locked
from panels.services.telling import tell
from panels.workflow import ASSIGNMENT, CASE

ASSIGN, LOOK = "panels.case.assign", "panels.case.look"
NO_SEAT = "She has no seat that judges on a panel there. Choose somebody who has."
HAS_LOOKED = "She has looked at this case already. Choose somebody else, so that it is another look."


@dataclass(frozen=True, kw_only=True)
class LookSaid:
    """What somebody who looks again says: a Look, a LookReason where the reviews are varied or do not hold, words."""

    view: str
    reason: str = ""
    words: str = ""


@command("panels.look.ask")
def ask_to_look(*, case: Case, person: Person, by: Actor, at: datetime) -> Assignment:
    """Ask somebody who did not review a case to look at its reviews once more; she is told, with the policy's days.

    Refuses whoever neither chairs, clerks nor leads, before all reviews are in and once the case is on the agenda,
    while somebody looks already, and whoever reviewed it, looked at it, is connected with the candidate or has no seat
    that judges there.
    """
    held = locked(case, ASSIGN, by=by)
    looks = held.assignments.looks()
    has_one = looks.filter(state__in=TO_DO).exists()
    tied, reviewers = not_judging(held), reviewers_of(held)
    require(
        can_ask_to_look(case=CaseState(held.state), is_looked_at=has_one),
        can_look(person.pk, candidate_id=held.person_id, reviewers=reviewers, not_judging=tied),
    )
    if person not in able_to_look(held, on=by.on):
        raise Refused(NO_SEAT, field="person")
    if looks.standing().filter(person=person).exists():
        raise Refused(HAS_LOOKED, field="person")
    rules, sits_on = rules_of(held.policy), held.sitting.on if held.sitting else None
    made = Assignment.objects.create(
        case=held,
        person=person,
        kind=AssignmentKind.LOOK,
        answer_by=answer_by(rules, asked_on=by.on, sits_on=sits_on).on,
        due_on=review_by(rules, asked_on=by.on, sits_on=sits_on).on,
        asked_by_id=by.person_id,
        asked_at=at,
    )
    record(made, moved=("", made.state), about=held.person_id, organisation=held.organisation_id)
    if held.state == CaseState.REVIEWS_IN:
        _begin(case=held, by=by, at=at)
    url = reverse("panels:judge", args=[made.pk])
    tell(LOOK_ASKED, held, to=[person], by=by, at=at, url=url, due=in_words(made.due_on))
    return made


@command("panels.look.hand_in")
def hand_in_look(*, assignment: Assignment, said: LookSaid, by: Actor, at: datetime) -> AnotherLook:
    """Hand in what somebody who looked again found, with what had asked for it. The case goes back to who chairs, who
    is told. Refuses everybody but her, a case that is not looked at again, and whatever her words lack."""
    case = locked(assignment.case, LOOK, by=by)
    current = Assignment.objects.get(pk=assignment.pk)
    if current.person_id != by.person_id or current.kind != AssignmentKind.LOOK:
        raise Refused(NOT_YOURS)
    require(can_hand_in_look(case=CaseState(case.state), assignment=AssignmentState(current.state)))
    require_faultless(look_faults(view=said.view, reason=said.reason, words=said.words))
    done = apply(ASSIGNMENT, "hand_in", current, by=by, at=at)
    fired = looked_at([case])[case.pk].fired
    look = AnotherLook.objects.create(
        assignment=done,
        number=1,
        triggers=list(dict.fromkeys(str(each.trigger) for each in fired)),
        view=said.view,
        reason=said.reason,
        words=said.words.strip(),
        looked_at=at,
    )
    back = _end(case=case, by=by, at=at)
    tell(LOOKED, back, to=chairs_of(back, on=by.on), by=by, at=at, who=done.person.full_name)
    return look


@command("panels.case.look_again")
def _begin(*, case: Case, by: Actor, at: datetime) -> Case:
    """The reviews of a case are looked at once more."""
    return apply(CASE, "look_again", case, by=by, at=at)


@command("panels.case.have_looked")
def _end(*, case: Case, by: Actor, at: datetime) -> Case:
    """The reviews were looked at; the case is with who chairs again."""
    return apply(CASE, "have_looked", case, by=by, at=at)
