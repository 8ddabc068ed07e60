"""The academy's report: how much of its offer served which priority and theme in a period (S0-07)."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from academy.identity.actor import Actor
from academy.people.models import AcademyPage
from academy.people.rules.spans import Span
from academy.training.choices import CAME, EventState, Mark
from academy.training.models import AttendanceMark, Booking, Course, EventDay, FocusTheme, TrainingEvent
from academy.training.rules.report import SHARES, Line, Tally, lines_of, total_of

RUN = (EventState.OPEN, EventState.HELD)
SECONDS_OF_AN_HOUR = 3600


@dataclass(frozen=True)
class Report:
    """The period, counted by priority and by theme; `total` counts each course once."""

    span: Span
    by_priority: tuple[Line, ...]
    by_theme: tuple[Line, ...]
    total: Tally

    @property
    def parts(self) -> list[tuple[str, tuple[Line, ...]]]:
        return [("priority", self.by_priority), ("theme", self.by_theme), ("all", (Line("Everything", self.total),))]


def report_of(actor: Actor, span: Span) -> Report:
    """The report of the organisation acted in; the same number of queries however much there was.

    A course counts while it was offered, an event by its first day, hours by days marked on the attendance sheet.
    """
    rows = Course.objects.filter(organisation_id=actor.organisation_id).values_list("pk", "priorities", "withdrawn_on")
    own = list(rows)
    offered = {pk: Tally(courses=1) for pk, _, ended in own if ended is None or span.from_on < ended}
    held = _of_events(actor, span)
    tallies = {pk: offered.get(pk, Tally()) + held.get(pk, Tally()) for pk in {*offered, *held}}
    return Report(
        span=span,
        by_priority=lines_of(_priorities(actor), tallies, {pk: numbers for pk, numbers, _ in own}),
        by_theme=lines_of(_themes(actor, span), tallies, _themes_served(actor)),
        total=total_of(tallies.values()),
    )


def _of_events(actor: Actor, span: Span) -> dict[int, Tally]:
    """What came of the events of the period, by course; four queries."""
    rows = TrainingEvent.objects.filter(organisation_id=actor.organisation_id, state__in=RUN)
    events = rows.filter(starts_on__gte=span.from_on, starts_on__lte=span.until_on)
    came = (
        Booking.objects.filter(event__in=events, state__in=CAME).order_by().values("event").annotate(many=Count("pk"))
    )
    attended = {row["event"]: row["many"] for row in came}
    hours = _hours(events)
    found: dict[int, Tally] = defaultdict(Tally)
    for pk, course_id, capacity in events.values_list("pk", "course_id", "capacity"):
        each = Tally(events=1, places=capacity, attended=attended.get(pk, 0), hours=hours[pk])
        found[course_id] += each
    return found


def _hours(events: QuerySet[TrainingEvent]) -> dict[int, Decimal]:
    """How many hours people were there, by event: each day marked, by its length."""
    days = EventDay.objects.filter(event__in=events).values_list("pk", "starts_at", "ends_at")
    lengths = {pk: Decimal((ends - starts).total_seconds()) / SECONDS_OF_AN_HOUR for pk, starts, ends in days}
    marks = AttendanceMark.objects.filter(booking__event__in=events, booking__state__in=CAME).order_by()
    found: dict[int, Decimal] = defaultdict(Decimal)
    for row in marks.values("booking__event", "day", "mark").annotate(many=Count("pk")):
        found[row["booking__event"]] += row["many"] * SHARES[Mark(row["mark"])] * lengths[row["day"]]
    return found


def _priorities(actor: Actor) -> list[tuple[int, str]]:
    """The academy's priorities by their number, in its own words."""
    pages = AcademyPage.objects.filter(organisation_id=actor.organisation_id).values_list("priorities", flat=True)
    said: list[str] = pages.first() or []
    return list(enumerate(said, start=1))


def _themes(actor: Actor, span: Span) -> list[tuple[int, str]]:
    """Themes that were in focus on a day of the period, the newest first."""
    rows = FocusTheme.objects.filter(organisation_id=actor.organisation_id, from_on__lte=span.until_on)
    held = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=span.from_on))
    return list(held.order_by("-from_on", "title", "pk").values_list("pk", "title"))


def _themes_served(actor: Actor) -> dict[int, set[int]]:
    """The themes of each course."""
    found: dict[int, set[int]] = defaultdict(set)
    joined = Course.themes.through.objects.filter(course__organisation_id=actor.organisation_id)
    for course_id, theme_id in joined.values_list("course_id", "focustheme_id"):
        found[course_id].add(theme_id)
    return found
