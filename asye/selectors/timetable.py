"""The clock of a year as it stands: what it runs on, and every date with the sentence that says how it came about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from django.utils import timezone

from academy.people.rules.spans import in_words
from asye.choices.year import ChangeState, MilestoneKind
from asye.models import Change, Enrolment, Milestone
from asye.rules.clock import Hours, Running, Stop
from asye.rules.timetable import Day, Timetable, timetable
from asye.selectors.happened import happened_on
from asye.selectors.policies import rules_of

BETWEEN_EMPLOYERS = "between employers"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """The dates a year has, by code, each with who moved it, and the days of those that happened."""

    milestones: Mapping[str, Milestone]
    held: Mapping[str, date]


def running_of(enrolment: Enrolment, *, but: Change | None = None) -> Running:
    """What the clock of the year runs on: its first day, its policy, what all agreed to, and the days between two
    employers, on which it stands still. `but` leaves one of the changes out. Two queries beside the policy."""
    changes = [each for each in _agreed(enrolment) if but is None or each.pk != but.pk]
    rules = rules_of(enrolment.policy)
    later = [Hours(each.from_on, each.fte) for each in changes if each.from_on is not None and each.fte is not None]
    pauses = [
        Stop(each.from_on, each.until_on, each.get_reason_display())
        for each in changes
        if each.from_on is not None and each.until_on is not None
    ]
    return Running(
        starts_on=enrolment.starts_on,
        weeks=rules.weeks,
        ceiling_years=rules.ceiling_years,
        hours=(Hours(enrolment.starts_on, enrolment.fte), *later),
        stops=(*pauses, *_between_employers(enrolment)),
        extra_weeks=sum((each.weeks for each in changes if each.weeks is not None), Decimal(0)),
    )


def computed_for(enrolment: Enrolment, running: Running) -> Timetable:
    """Every date of the year as the clock says if it ran like this; what is noted as done does not move. One query."""
    done = enrolment.milestones.filter(done_on__isnull=False)
    held = {code: on for code, on in done.values_list("code", "done_on") if on is not None}
    return timetable(running, rules_of(enrolment.policy), held=held)


def kept_in(enrolment: Enrolment) -> Kept:
    """The dates the year has, and the days of what happened, whoever knows of it. Four queries."""
    rows = list(enrolment.milestones.select_related("moved_by").order_by("due_on", "pk"))
    happened = happened_on(rows, [enrolment])
    days = {each.code: each.done_on or happened.get(each.pk) for each in rows}
    return Kept({each.code: each for each in rows}, {code: on for code, on in days.items() if on is not None})


def shown_for(enrolment: Enrolment, running: Running, kept: Kept) -> Timetable:
    """Every date of the year as it is shown if it ran like this: what happened does not move, and what somebody moved
    keeps its distance from what the clock says."""
    computed = timetable(running, rules_of(enrolment.policy), held=kept.held)
    days = [_moved(day, kept.milestones.get(day.code)) for day in computed.days]
    order = list(MilestoneKind)
    days.sort(key=lambda day: (day.on, order.index(day.kind), day.code))
    return replace(computed, days=tuple(days))


def timetable_of(enrolment: Enrolment) -> Timetable:
    """Every date of the year as it holds, moved ones with who moved them, from when and why. Six queries beside the
    policy."""
    return shown_for(enrolment, running_of(enrolment), kept_in(enrolment))


def due_on_of(milestone: Milestone, computed_on: date) -> date:
    """What holds where the clock says this: a date that was moved keeps its distance, a year never begins earlier."""
    if not milestone.moved_because:
        return computed_on
    moved = computed_on + (milestone.due_on - milestone.computed_on)
    return max(moved, milestone.enrolment.starts_on)


def _moved(day: Day, milestone: Milestone | None) -> Day:
    if day.is_done or milestone is None or milestone.moved_by is None or milestone.moved_at is None:
        return day
    on = due_on_of(milestone, day.on)
    said = (
        f"{day.because} Moved from {in_words(day.on)} by {milestone.moved_by.full_name} on "
        f"{in_words(timezone.localdate(milestone.moved_at))}: {milestone.moved_because.rstrip('.')}."
    )
    return replace(day, on=on, because=said)


def _agreed(enrolment: Enrolment) -> Iterable[Change]:
    return enrolment.changes.filter(state=ChangeState.AGREED).order_by("settled_at", "pk")


def _between_employers(enrolment: Enrolment) -> list[Stop]:
    periods = list(enrolment.periods.order_by("from_on", "pk").values_list("from_on", "until_on"))
    gaps = [(last + DAY, first - DAY) for (_, last), (first, _) in pairwise(periods) if last]
    return [Stop(first, last, BETWEEN_EMPLOYERS) for first, last in gaps if first <= last]
