"""Who judges or runs a case as a member of its panel or by being given it, and who of them is out of it."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q

from academy.identity.models import Person
from panels.choices.judging import STANDING
from panels.choices.panels import Seat
from panels.models import Assignment, Case, Member, Tie
from panels.rules import ties as rules
from panels.rules.ties import is_away
from panels.selectors.audience import leads_of, seated


def benches_of(cases: Collection[Case], *, on: date) -> dict[int, frozenset[int]]:
    """For each case, the ids of whoever has a seat on its panel on the day or later, and of whom it was given to. Two
    queries."""
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=on)
    panels = {case.panel_id for case in cases if case.panel_id is not None}
    seats: dict[int | None, set[int]] = {}
    for panel_id, person_id in Member.objects.filter(lasting, panel_id__in=panels).values_list("panel", "person"):
        seats.setdefault(panel_id, set()).add(person_id)
    given: dict[int, set[int]] = {}
    standing = Assignment.objects.filter(case__in=cases, state__in=STANDING).order_by()
    for case_id, person_id in standing.values_list("case_id", "person_id"):
        given.setdefault(case_id, set()).add(person_id)
    return {case.pk: frozenset(seats.get(case.panel_id, set()) | given.get(case.pk, set())) for case in cases}


def ties_kept(cases: Iterable[Case]) -> dict[int, list[Tie]]:
    """For each case the ties that are kept of it, lifted ones too. One query."""
    found: dict[int, list[Tie]] = {case.pk: [] for case in cases}
    for tie in Tie.objects.filter(case_id__in=found).select_related("person").order_by("case_id", "person_id", "pk"):
        found[tie.case_id].append(tie)
    return found


def judged(tie: Tie) -> rules.Tie:
    """A tie as the rules read it."""
    return rules.Tie(
        person_id=tie.person_id,
        kind=rules.TieKind(tie.kind),
        source=rules.TieSource(tie.source),
        state=rules.TieState(tie.state),
    )


def chairs_of(case: Case, *, on: date) -> list[Person]:
    """Who chairs the panel for this case on the day and is not out of it; where nobody does, the academy leads."""
    tied = Tie.objects.filter(case=case)
    away = {who for who in _people(tied) if is_away(judged(tie) for tie in tied if tie.person_id == who)}
    found = [who for who in seated(case, Seat.CHAIR, on=on) if who.pk not in {*away, case.person_id}]
    return found or leads_of(case, on=on)


def _people(ties: Iterable[Tie]) -> set[int]:
    return {tie.person_id for tie in ties}
