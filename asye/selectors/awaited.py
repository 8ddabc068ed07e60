"""Dates of years under way whose thing has not happened, where that is known from elsewhere: observed, handed in."""

from collections import Counter, defaultdict
from datetime import date

from asye.choices.enrolments import RUNNING
from asye.choices.year import MilestoneKind
from asye.models import Milestone
from asye.selectors.portfolio import SOURCE
from portfolios.choices.evidence import EvidenceKind
from portfolios.choices.portfolios import PortfolioState
from portfolios.selectors.opened import opened_by
from portfolios.selectors.tallied import tallied


def observations_awaited(first: date, last: date, *, on: date) -> list[int]:
    """Ids of the dates of observations due between two days for which as many are not complete by the day: the third of
    a year waits as long as there are two. Two queries."""
    there = Milestone.objects.filter(kind=MilestoneKind.OBSERVATION, enrolment__state__in=RUNNING)
    years = there.filter(done_on=None, due_on__range=(first, last)).order_by().values("enrolment_id")
    rows = list(there.filter(enrolment_id__in=years).select_related("enrolment").order_by("due_on", "pk"))
    if not rows:
        return []
    seen = _observed(rows, on=on)
    awaited, counted = [], Counter[int]()
    for row in rows:
        counted[row.enrolment_id] += 1
        is_within = row.done_on is None and first <= row.due_on <= last
        if is_within and seen[row.enrolment_id] < counted[row.enrolment_id]:
            awaited.append(row.pk)
    return awaited


def submissions_awaited(first: date, last: date) -> list[int]:
    """Ids of the dates of portfolios due between two days that were not handed in. Two queries."""
    due = Milestone.objects.filter(kind=MilestoneKind.SUBMISSION, done_on=None, enrolment__state__in=RUNNING)
    rows = dict(due.filter(due_on__range=(first, last)).order_by("pk").values_list("pk", "enrolment_id"))
    made = opened_by(SOURCE, [str(year) for year in rows.values()])
    handed_in = {reference for reference, each in made.items() if each.state == PortfolioState.SUBMITTED}
    return [pk for pk, year in rows.items() if str(year) not in handed_in]


def _observed(rows: list[Milestone], *, on: date) -> Counter[int]:
    """By year, how many observations of it are complete."""
    starts = {row.enrolment_id: (row.enrolment.person_id, row.enrolment.starts_on) for row in rows}
    since = min(starts_on for _, starts_on in starts.values())
    days: defaultdict[int, list[date]] = defaultdict(list)
    for piece in tallied({person for person, _ in starts.values()}, since=since, on=on):
        if piece.kind == EvidenceKind.OBSERVATION:
            days[piece.person_id].append(piece.on)
    return Counter({year: sum(day >= first for day in days[person]) for year, (person, first) in starts.items()})
