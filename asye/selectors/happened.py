"""Dates of years that nobody notes as done, because what they are for stands elsewhere: observed, handed in, moderated.

It is read from there each time, so that what is taken back, opened again or sent back with questions waits again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.utils import timezone

from asye.choices.ending import Moderated
from asye.choices.year import MilestoneKind
from asye.models import Enrolment, Milestone, Moderation
from asye.selectors.portfolio import SOURCE
from portfolios.choices.evidence import EvidenceKind
from portfolios.choices.portfolios import PortfolioState
from portfolios.selectors.opened import opened_by
from portfolios.selectors.tallied import tallied

Days = dict[int, date]


def happened_on(rows: Collection[Milestone], enrolments: Collection[Enrolment]) -> Days:
    """By the id of the date: the day on which what it is for happened. `rows` are all dates of these years, as they
    follow each other. One query for each of observations, portfolio and panel that is among them."""
    asked: dict[str, list[Milestone]] = defaultdict(list)
    for row in rows:
        asked[row.kind].append(row)
    return {
        **observed_on(asked[MilestoneKind.OBSERVATION], enrolments),
        **handed_in_on(asked[MilestoneKind.SUBMISSION]),
        **moderated_on(asked[MilestoneKind.PANEL]),
    }


def done_in(enrolment: Enrolment) -> dict[Milestone, date]:
    """The dates of one year that were done, whoever knows of it, with their days. Four queries."""
    rows = list(enrolment.milestones.order_by("due_on", "pk"))
    happened = happened_on(rows, [enrolment])
    days = {row: row.done_on or happened.get(row.pk) for row in rows}
    return {row: on for row, on in days.items() if on is not None}


def observed_on(rows: Collection[Milestone], enrolments: Collection[Enrolment]) -> Days:
    """For dates of observations: the first of a year happened with the first observation that is complete, the third
    with the third. One query."""
    if not rows:
        return {}
    starts = {each.pk: (each.person_id, each.starts_on) for each in enrolments}
    days: defaultdict[int, list[date]] = defaultdict(list)
    since = min(starts_on for _, starts_on in starts.values())
    people = {person for person, _ in starts.values()}
    for piece in tallied(people, since=since, on=date.max, kinds=(EvidenceKind.OBSERVATION,)):
        days[piece.person_id].append(piece.on)
    left = {pk: (day for day in days[person] if day >= first) for pk, (person, first) in starts.items()}
    return dict(_one_each(rows, left))


def handed_in_on(rows: Collection[Milestone]) -> Days:
    """For dates of portfolios: the day on which the one of the year was handed in, and was not opened again. One
    query."""
    if not rows:
        return {}
    made = opened_by(SOURCE, [str(row.enrolment_id) for row in rows])
    handed_in = {
        reference: timezone.localdate(each.submitted_at)
        for reference, each in made.items()
        if each.state == PortfolioState.SUBMITTED
    }
    return {row.pk: handed_in[str(row.enrolment_id)] for row in rows if str(row.enrolment_id) in handed_in}


def moderated_on(rows: Collection[Milestone]) -> Days:
    """For dates of panels: the day on which moderation was done with the last recommendation; one it sent back with
    questions it will see again. One query."""
    if not rows:
        return {}
    of_years = Moderation.objects.filter(recommendation__enrolment_id__in={row.enrolment_id for row in rows})
    told = of_years.order_by("recommendation__number").values_list(
        "recommendation__enrolment_id", "result", "moderated_on"
    )
    last = {year: (result, on) for year, result, on in told}
    over = {year: on for year, (result, on) in last.items() if result != Moderated.QUERIED}
    return {row.pk: over[row.enrolment_id] for row in rows if row.enrolment_id in over}


def _one_each(rows: Collection[Milestone], left: Mapping[int, Iterator[date]]) -> Iterator[tuple[int, date]]:
    for row in rows:
        day = next(left[row.enrolment_id], None)
        if day is not None:
            yield row.pk, day
