"""A year stands still while a pause all agreed to covers the day, and runs again behind it."""

from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.choices.enrolments import EnrolmentState
from asye.choices.year import ChangeKind, ChangeState
from asye.models import Change, Enrolment
from asye.notices.changes import BACK
from asye.selectors.changes import covering, paused_on, running_again_on
from asye.services.changes_told import tell_of_change
from asye.services.milestones import set_dates
from asye.services.refusing import NOT_YOURS
from asye.workflow import ENROLMENT

PORTAL = "asye"


def turn_pauses(*, on: date, at: datetime) -> int:
    """Begin and end the pauses of the day; how many years stand still or run again by it. Run again it finds nothing
    to do. A year whose agreement is not signed is not stopped: its dates have moved already."""
    by = Actor.system(PORTAL, on=on)
    years = [*paused_on(on), *running_again_on(on)]
    for year in years:
        keep_in_step(year, by=by, at=at)
    return len(years)


def keep_in_step(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Let the year stand still or run as its pauses say on the actor's day; does nothing where it does."""
    state = Enrolment.objects.values_list("state", flat=True).get(pk=enrolment.pk)
    is_covered = enrolment.changes.filter(covering(by.on)).exists()
    if is_covered and state == EnrolmentState.ACTIVE:
        _turn(enrolment=enrolment, name="pause", by=by, at=at)
    elif not is_covered and state == EnrolmentState.PAUSED:
        _turn(enrolment=enrolment, name="resume", by=by, at=at)


@command("asye.change.come_back")
def come_back(*, change: Change, last_day: date, by: Actor, at: datetime) -> Change:
    """Note her return from a pause, with the real last day of it. The dates are set anew.

    An earlier day needs nobody's agreement; a later one is a new proposal. Refuses who has no part in the year and does
    not run it, what is no agreed pause, one that has not begun, a second time, and a day outside of the pause.
    """
    held = Change.objects.select_for_update().get(pk=change.pk)
    years = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "policy")
    held.enrolment = years.get(pk=held.enrolment_id)
    if not allows("asye.change.apply", by, held.enrolment):
        raise Refused(NOT_YOURS)
    first, last = _days_of(held)
    if held.back_at is not None:
        raise Refused("Her return is noted already.")
    if by.on < first:
        raise Refused(f"The pause begins on {in_words(first)}. Note the return once it has begun.")
    if last_day < first:
        raise Refused(
            f"The first day of the pause was {in_words(first)}. Enter that day or a later one.", field="last_day"
        )
    if last_day > last:
        raise Refused(
            f"All agreed to a pause up to {in_words(last)}. Propose another pause for the days after it.",
            field="last_day",
        )
    held.until_on, held.back_at = last_day, at
    held.save(update_fields=["until_on", "back_at"])
    record(held, changed=("until_on", "back_at"), about=held.person_id, organisation=held.organisation_id)
    set_dates(held.enrolment, by=by, at=at)
    keep_in_step(held.enrolment, by=by, at=at)
    tell_of_change(BACK, held, end_on=held.enrolment.milestones.get(code="end").due_on, by=by, at=at)
    return held


@command("asye.enrolment.turn")
def _turn(*, enrolment: Enrolment, name: str, by: Actor, at: datetime) -> Enrolment:
    return apply(ENROLMENT, name, enrolment, by=by, at=at)


def _days_of(change: Change) -> tuple[date, date]:
    is_pause = change.kind == ChangeKind.PAUSE and change.state == ChangeState.AGREED
    if not is_pause or change.from_on is None or change.until_on is None:
        raise Refused("Only of a pause all agreed to is a return noted.")
    return change.from_on, change.until_on
