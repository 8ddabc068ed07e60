"""What the record says connects the people of a panel with the candidates of its cases, for many of both at once.

Line management and teams come from posts, guidance from supervision and coaching, assessing from the ASYE, and who
observed, wrote or signed from what was handed in. The number of queries grows with neither cases nor people.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.utils import timezone

from academy.development.selectors.guided import guided_by
from academy.people.selectors.bonds import managed_spells, teams_on
from asye.choices.enrolments import ASSESSING, Role
from asye.selectors.assessed import parts_had
from panels.choices.judging import TieKind
from panels.models import Case
from panels.rules.ties import Relation, Tie, ties_by_record
from panels.selectors.benches import benches_of
from portfolios.selectors.second_people import second_people

KINDS: Mapping[Role, TieKind] = {
    **dict.fromkeys(ASSESSING, TieKind.ASSESSOR),
    Role.MANAGER: TieKind.LINE_MANAGER,
    Role.SUPERVISOR: TieKind.MENTOR,
}
Known = dict[int, list[Relation]]


def ties_on_record(cases: Collection[Case], *, on: date) -> dict[int, tuple[Tie, ...]]:
    """For each case, what the record says on the day of those who sit on its panel or were given it. The
    recommendation of an ASYE is read beside the case. Fourteen queries at most."""
    benches = benches_of(cases, on=on)
    people = frozenset[int]().union(*benches.values())
    found = relations_of(cases, people, on=on)
    return {
        case.pk: tuple(
            tie
            for tie in ties_by_record(found[case.pk], candidate_id=case.person_id, on=on)
            if tie.person_id in benches[case.pk]
        )
        for case in cases
    }


def relations_of(cases: Collection[Case], people: Collection[int], *, on: date) -> Known:
    """For each case, everything the record says any of these people was to its candidate, ended or not. Twelve queries
    at most."""
    candidates = {case.person_id for case in cases}
    by_candidate = _of_candidates(candidates, people, on=on)
    handed_in = _of_snapshots(cases)
    return {
        case.pk: [
            *by_candidate.get(case.person_id, ()),
            *(each for each in [*handed_in.get(case.pk, ()), *_endorsed(case)] if each.person_id in people),
        ]
        for case in cases
    }


def _of_candidates(candidates: Collection[int], people: Collection[int], *, on: date) -> Known:
    found: Known = {pk: [] for pk in candidates}
    for managed in managed_spells(candidates, people):
        found[managed.person_id].append(
            _relation(TieKind.LINE_MANAGER, managed.manager_id, (managed.from_on, managed.until_on))
        )
    for guided in guided_by(candidates, people):
        found[guided.person_id].append(_relation(TieKind.MENTOR, guided.guide_id, (guided.from_on, guided.until_on)))
    for part in parts_had(candidates, people):
        if part.role in KINDS:
            found[part.person_id].append(_relation(KINDS[part.role], part.holder_id, (part.from_on, part.until_on)))
    teams = teams_on({*candidates, *people}, on)
    for pk, relations in found.items():
        shared = (who for who in people if who != pk and teams.get(who, frozenset()) & teams.get(pk, frozenset()))
        relations.extend(_relation(TieKind.TEAM, who, (on, None)) for who in sorted(shared))
    return found


def _of_snapshots(cases: Iterable[Case]) -> Known:
    """Who has a hand in what was handed in, from the day it was."""
    resting = {case.pk: (pk, case) for case in cases if (pk := _snapshot_of(case)) is not None}
    by_snapshot: dict[int, list[tuple[TieKind, int]]] = {}
    for each in second_people({pk for pk, _ in resting.values()}):
        kind = TieKind.OBSERVER if each.observed else TieKind.AUTHOR
        by_snapshot.setdefault(each.snapshot_id, []).append((kind, each.person_id))
    return {
        case_id: [_relation(kind, who, (_begun_on(case), None)) for kind, who in by_snapshot.get(pk, ())]
        for case_id, (pk, case) in resting.items()
    }


def _snapshot_of(case: Case) -> int | None:
    """What the case rests on; of an ASYE under moderation, what its assessor recommended on."""
    if case.snapshot_id is not None or case.recommendation is None:
        return case.snapshot_id
    found: int | None = case.recommendation.snapshot_id
    return found


def _endorsed(case: Case) -> list[Relation]:
    """The line manager who endorsed it signed what is handed in."""
    return [] if case.manager_id is None else [_relation(TieKind.AUTHOR, case.manager_id, (_begun_on(case), None))]


def _begun_on(case: Case) -> date:
    return timezone.localdate(case.begun_at)


def _relation(kind: TieKind, person_id: int, days: tuple[date, date | None]) -> Relation:
    return Relation(kind=kind, person_id=person_id, from_on=days[0], until_on=days[1])
