"""The dates of a year as rows: set by the clock, moved by somebody with a reason, done once and then fixed (D1-22)."""

from collections.abc import Iterable
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.choices.enrolments import ENDED, MOST_REASON
from asye.choices.year import MOVABLE, MilestoneKind, ReviewState
from asye.models import Enrolment, Milestone
from asye.rules.timetable import Day
from asye.selectors.happened import done_in
from asye.selectors.timetable import computed_for, due_on_of, running_of
from asye.services.dates_told import tell_moved
from asye.services.grants import follow_end
from asye.services.portfolio_day import keep_day
from asye.services.refusing import NOT_YOURS

# What nothing was written for yet.
UNTOUCHED = (ReviewState.SCHEDULED, ReviewState.WAIVED)


def set_dates(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    """Work out every date of the year anew, and keep it. Called in the command that changed what they follow from.

    What happened does not move, and what somebody moved keeps its distance from what the clock says. A date the policy
    does not know any more goes, unless something was written for it. The portfolio takes its new day, and so does what
    is to be claimed at the end.
    """
    _set_dates(enrolment=enrolment, by=by, at=at)


@command("asye.milestone.set")
def _set_dates(*, enrolment: Enrolment, by: Actor, at: datetime) -> None:
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("policy").get(pk=enrolment.pk)
    days = computed_for(held, running_of(held)).days
    stored = {each.code: each for each in held.milestones.select_for_update()}
    Milestone.objects.bulk_create(_new(held, day) for day in days if day.code not in stored)
    kept = [_as_computed(stored[day.code], day, held) for day in days if day.code in stored]
    Milestone.objects.bulk_update(kept, ["title", "kind", "is_optional", "computed_on", "due_on"])
    gone = held.milestones.filter(done_on=None).exclude(code__in=[day.code for day in days])
    gone.exclude(pk__in=held.reviews.exclude(state__in=UNTOUCHED).values("milestone_id")).delete()
    record(held, note="dates", about=held.person_id, organisation=held.organisation_id)
    keep_day(held, by=by, at=at)
    follow_end(held, by=by, at=at)


@command("asye.milestone.move")
def move(*, milestone: Milestone, due_on: date, because: str, by: Actor, at: datetime) -> Milestone:
    """Let a date be another day, for a reason; back on the day the clock says it counts as never moved.

    Refuses who neither assesses nor co-ordinates, the end and the ceiling (they follow from hours, pauses and
    extensions), what is done, a day before the year or after its ceiling, the day it is already, and no reason.
    """
    held = Milestone.objects.select_for_update(of=("self",)).select_related("enrolment__person").get(pk=milestone.pk)
    if not allows("asye.milestone.move", by, held.enrolment):
        raise Refused(NOT_YOURS)
    _require_movable(held)
    said = because.strip()
    if not said:
        raise Refused("Say why it moves. Everybody concerned reads it.", field="because")
    if len(said) > MOST_REASON:
        raise Refused(f"Use at most {MOST_REASON} characters.", field="because")
    _require_within(held, due_on)
    is_moved = due_on != held.computed_on
    held.due_on = due_on
    held.moved_because = said if is_moved else ""
    held.moved_at, held.moved_by_id = (at, by.person_id) if is_moved else (None, None)
    held.save(update_fields=["due_on", "moved_because", "moved_at", "moved_by"])
    organisation = held.organisation_id
    record(held, changed=("due_on", "moved_because"), note=said, about=held.person_id, organisation=organisation)
    keep_day(held.enrolment, by=by, at=at)
    tell_moved(held, by=by, at=at)
    return held


def done(enrolment: Enrolment, code: str, on: date) -> None:
    """Note, in the command that did it, that what a date is for happened on a day: it moves no more.

    Done once, it keeps its first day; a date the year does not have is none to note.
    """
    _fix(enrolment, code, on)


def _fix(enrolment: Enrolment, code: str, on: date) -> None:
    enrolment.milestones.filter(code=code, done_on=None).update(done_on=on)


def _new(enrolment: Enrolment, day: Day) -> Milestone:
    its = {"code": day.code, "kind": day.kind, "title": day.title, "is_optional": day.is_optional}
    return Milestone(enrolment=enrolment, computed_on=day.on, due_on=day.on, **its)


def _as_computed(milestone: Milestone, day: Day, enrolment: Enrolment) -> Milestone:
    milestone.title, milestone.kind, milestone.is_optional = day.title, day.kind, day.is_optional
    if milestone.done_on is None:
        milestone.enrolment = enrolment
        milestone.due_on = due_on_of(milestone, day.on)
        milestone.computed_on = day.on
    return milestone


def _require_movable(milestone: Milestone) -> None:
    if milestone.enrolment.state in ENDED:
        raise Refused("The year has ended. Its dates do not move any more.")
    if milestone.kind not in MOVABLE:
        raise Refused("This date follows from hours, pauses and extensions. Propose a change of those instead.")
    done_on = done_in(milestone.enrolment).get(milestone)
    if done_on is not None:
        raise Refused(f"It was done on {in_words(done_on)} and does not move any more.")


def _require_within(milestone: Milestone, due_on: date) -> None:
    if due_on == milestone.due_on:
        raise Refused("That is the day it is already.", field="due_on")
    if due_on < milestone.enrolment.starts_on:
        begins = in_words(milestone.enrolment.starts_on)
        raise Refused(f"The year begins on {begins}. Choose that day or a later one.", field="due_on")
    ceiling = _ceiling(milestone.enrolment.milestones.all())
    if ceiling is not None and due_on > ceiling:
        raise Refused(f"The ceiling of the year is {in_words(ceiling)}. Choose a day up to then.", field="due_on")


def _ceiling(milestones: Iterable[Milestone]) -> date | None:
    return next((each.due_on for each in milestones if each.kind == MilestoneKind.CEILING), None)
