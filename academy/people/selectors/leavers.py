"""Who leaves, for human resources; and how many, after how long and why, without names (S2-06, S2-07)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.leaving import Destination, LeavingReason
from academy.people.models import Leaving, Post
from academy.people.querysets import holds_on
from academy.people.rules.leaving import turnover
from academy.people.rules.service_length import BANDS, band_of
from academy.people.rules.small_numbers import Shown, shown

LEAST = 5  # smaller numbers of leavers are hidden (D7-11)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """A count with its words; None is hidden because it is small."""

    words: str
    count: int | None
    is_watched: bool = False


@dataclass(frozen=True)
class LeaversReport:
    """Twelve months: who left in them by length of service, why and where to; hidden where few did."""

    first: date
    last: date
    leavers: int | None
    turnover: Decimal | None
    at_start: int
    at_end: int
    bands: tuple[Line, ...]
    asked: int | None
    reasons: tuple[Line, ...]
    destinations: tuple[Line, ...]


def readable(actor: Actor) -> QuerySet[Leaving]:
    """What the actor may read, with what a page shows of it."""
    found: QuerySet[Leaving] = Leaving.objects.visible_to(actor).select_related("person", "organisation")
    return found.select_related("interviewed_by")


def listed(actor: Actor) -> QuerySet[Leaving]:
    """Leaver events of the organisation acted in for its human resources, last days first."""
    here = actor.organisations_where(RoleCode.HR) & {actor.organisation_id}
    return Leaving.objects.standing().filter(organisation_id__in=here).select_related("person")


def present_leaving(person_id: int, organisation_id: int | None, *, on: date) -> Leaving | None:
    """The event of somebody whose last day is still to come or today. One query."""
    standing = Leaving.objects.standing().filter(person_id=person_id, organisation_id=organisation_id)
    return standing.filter(last_on__gte=on).order_by("last_on", "pk").first()


def period(*, back: int, on: date) -> tuple[date, date]:
    """Twelve months that end with the day before the day asked on, or so many years earlier."""
    last = on - A_DAY - relativedelta(years=back)
    return last + A_DAY - relativedelta(years=1), last


def leavers_report(organisation_id: int | None, *, back: int, on: date) -> LeaversReport:
    """The report of an organisation over twelve months, in three queries."""
    first, last = period(back=back, on=on)
    rows = list(
        Leaving.objects.standing()
        .filter(organisation_id=organisation_id, last_on__range=(first, last))
        .values_list("joined_on", "last_on", "reasons", "destination")
    )
    bands = Counter(band_of(joined, left) for joined, left, _, _ in rows)
    reasons = Counter(code for _, _, codes, _ in rows for code in codes)
    destinations = Counter(code for _, _, _, code in rows if code)
    by_band = shown([bands[band] for band in BANDS], least=LEAST)
    at_start, at_end = (_headcount(organisation_id, on=day) for day in (first, last))
    asked = sum(bool(codes) for _, _, codes, _ in rows)
    return LeaversReport(
        first=first,
        last=last,
        leavers=by_band.total,
        turnover=None if by_band.total is None else turnover(by_band.total, at_start=at_start, at_end=at_end),
        at_start=at_start,
        at_end=at_end,
        bands=tuple(Line(band.words, n, band.is_watched) for band, n in zip(BANDS, by_band.cells, strict=True)),
        asked=asked if asked >= LEAST else None,
        reasons=_reasons(reasons, asked),
        destinations=_lines(Destination, shown([destinations[code] for code in Destination.values], least=LEAST)),
    )


def rows_of(report: LeaversReport) -> Iterator[tuple[str, str, str]]:
    """The report as a table: part, what, how many; a hidden number says so."""
    yield "Period", f"{report.first.isoformat()} to {report.last.isoformat()}", _said(report.leavers)
    yield "Turnover in per cent", "", "" if report.turnover is None else str(report.turnover)
    parts = (("Length of service", report.bands), ("Reason", report.reasons), ("Destination", report.destinations))
    for part, lines in parts:
        for line in lines:
            yield part, line.words, _said(line.count)


def _headcount(organisation_id: int | None, *, on: date) -> int:
    held = Post.objects.filter(holds_on(on), organisation_id=organisation_id)
    return held.values("person_id").distinct().count()


def _reasons(counted: Counter[str], asked: int) -> tuple[Line, ...]:
    """Reasons add up to more than the people, so each number stands for itself; most frequent first."""
    lines = [(code, counted[code]) for code in LeavingReason.values if counted[code]]
    ordered = sorted(lines, key=lambda line: (-line[1], line[0])) if asked >= LEAST else []
    open_lines = [Line(str(LeavingReason(code).label), count) for code, count in ordered if count >= LEAST]
    few = [Line("Other reasons, each named by few", None)] if len(open_lines) < len(ordered) else []
    return (*open_lines, *few)


def _lines(choices: type[Destination], found: Shown) -> tuple[Line, ...]:
    pairs = zip(choices, found.cells, strict=True) if found.total is not None else ()
    return tuple(Line(str(choice.label), count) for choice, count in pairs if count != 0)


def _said(count: int | None) -> str:
    return "hidden" if count is None else str(count)
