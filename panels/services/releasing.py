"""Telling what was decided: the letters of a sitting once and together, and alone what was decided after that."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.rules.spans import in_words
from academy.people.selectors.holders import holders
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.models import Case, Decision, Meeting
from panels.notices import outcomes as told
from panels.rules.releasing import can_release_on
from panels.selectors.audience import manager_of
from panels.selectors.feedback_givers import named
from panels.selectors.letters import sat_on
from panels.selectors.outbox import BESIDE, can_tell, can_tell_alone, goes_by, untold_of, waits_alone
from panels.selectors.policies import rules_of
from panels.services import feedback as feedback_services
from panels.services import letters
from panels.services.locking import NOT_YOURS, locked
from panels.services.moderation_cases import give_back
from panels.services.progressing import follow_up
from panels.services.telling import tell
from panels.workflow.cases import CASE

OUTBOX = "panels.outbox.see"


@command("panels.meeting.release")
def release(*, meeting: Meeting, note: str = "", by: Actor, at: datetime) -> Meeting:
    """Tell everything a sitting decided, together and once: every letter goes, grades are given, whoever progressed to
    a post is eligible for it, an ASYE goes back to its year. Each candidate is told, her line manager (outcome and
    plan), whoever gives feedback, and human resources; no subject says what was decided.

    Refuses whoever does not release there, everything `rules.releasing` says is missing, and no `note` of why where
    one of the letters was to go by an earlier day; the note stays in the record.
    """
    held = Meeting.objects.select_for_update(of=("self",)).select_related("panel", "sitting").get(pk=meeting.pk)
    if not allows(OUTBOX, by, held):
        raise Refused(NOT_YOURS)
    require(can_tell(held, by))
    decisions = list(untold_of(held))
    late = _late(decisions, note=note, on=by.on)
    changed = [_tell_case(decision=each, by=by, at=at) for each in decisions]
    held.released_at, held.released_by_id = at, by.person_id
    held.save(update_fields=["released_at", "released_by"])
    record(held, changed=("released_at", "released_by"), note=late, organisation=held.organisation_id)
    _tell_staff([each for each in decisions if each.case_id in changed], by=by, at=at)
    return held


@command("panels.case.release_alone")
def release_alone(*, case: Case, note: str = "", by: Actor, at: datetime) -> Case:
    """Tell one decision by itself: of a case that was decided again after its sitting was told, or on an appeal.

    Refuses whoever does not release it, a case that is told or not decided, one that goes with its sitting, a letter
    nobody has read, feedback for which nobody is named, and no `note` where it goes later than it was to.
    """
    held = locked(case, letters.RELEASE, by=by)
    decision = latest_of(held)
    if decision is None or held.state != CaseState.DECIDED:
        raise Refused("There is nothing to tell. Only what is decided and not told yet can be told.")
    if not waits_alone(decision.meeting):
        raise Refused("This goes with the others of its sitting. Tell them together in its outbox.")
    require(can_tell_alone(decision, by))
    late = _late([decision], note=note, on=by.on)
    follows = _tell_case(decision=decision, by=by, at=at)
    _tell_staff([decision] if follows else [], by=by, at=at)
    held.refresh_from_db()
    record(held, changed=("released_at",), note=late, about=held.person_id, organisation=held.organisation_id)
    return held


def _late(decisions: Iterable[Decision], *, note: str, on: date) -> str:
    """What the record says of telling them today: nothing in time. Refuses to tell late without a note."""
    due_on = goes_by(decisions)
    require(can_release_on(on, due_on=due_on, note=note))
    return f"Later than {in_words(due_on)}: {note.strip()}" if on > due_on else ""


def latest_of(case: Case) -> Decision | None:
    """The decision of a case that holds, with what telling it needs; None where nothing was decided. One query."""
    found = Decision.objects.filter(case=case).select_related(*BESIDE, "meeting__sitting", "next_sitting")
    return found.order_by("-number").first()


@command("panels.case.tell")
def _tell_case(*, decision: Decision, by: Actor, at: datetime) -> int:
    """One case: its state, its letter, what follows, and who is told. Gives its id where staff records change."""
    released = apply(CASE, "release", decision.case, by=by, at=at)
    if released.is_moderation:
        give_back(case=released, by=by, at=at)
        return 0
    decision.case = released
    sent = letters.send(letter=decision.letter, by=by, at=at)
    follows = follow_up(decision, by=by, at=at)
    for asked in named(released).values():
        feedback_services.ask(asked, by=by, at=at)
    _tell_people(decision, url=sent.get_absolute_url(), by=by, at=at)
    return released.pk if follows.effective_on or follows.is_eligible else 0


def _tell_people(decision: Decision, *, url: str, by: Actor, at: datetime) -> None:
    case = decision.case
    tell(told.RELEASED, case, to=[case.person], url=url, by=by, at=at)
    tell(told.FOR_MANAGER, case, to=manager_of(case, on=by.on), by=by, at=at)


def _tell_staff(decisions: Iterable[Decision], *, by: Actor, at: datetime) -> None:
    """Human resources hear once that the file is there, where the policy has one and something follows."""
    kept = [each for each in decisions if rules_of(each.case.policy).hr_file]
    if not kept:
        return
    first = kept[0]
    context = told.StaffFileContext(panel=f"Panel of {in_words(sat_on(first))}", url=reverse("panels:staff-file"))
    for person in holders(RoleCode.HR, organisation_id=first.case.organisation_id, on=by.on):
        if person.pk != by.person_id:
            notices.send(kind=told.FOR_STAFF_RECORD, to=person, context=context, by=by, at=at)
