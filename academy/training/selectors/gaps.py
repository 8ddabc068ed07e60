"""Mandatory training of many people at once: what is required of each, and how it stands."""

from collections.abc import Collection, Iterable
from datetime import date

from academy.engines.facts.providers import facts_of
from academy.engines.requirements.cases import Case
from academy.training.rules.audience import Place
from academy.training.rules.gaps import Gaps, Matrix, gaps_in
from academy.training.selectors.audience import places_of
from academy.training.selectors.matrices import matrices_for


def gaps_of(person_ids: Collection[int], *, on: date, within: Collection[int] | None = None) -> dict[int, Gaps]:
    """What is required of each of these people on the day by the matrices of where they belong, and how it stands.

    With `within` only what these organisations require: a reader from one is not told what another asks.
    As many queries for many people as for one. The caller answers for who may know.
    """
    places, matrices = _asking(person_ids, on=on, within=within)
    keys = frozenset(key for matrix in matrices for key in matrix.keys)
    if not keys:
        return {person_id: Gaps() for person_id in person_ids}
    facts = facts_of(person_ids, on=on, keys=keys, expected=False)
    words = {key: said for matrix in matrices for key, said in matrix.words.items()}
    return {
        person_id: _gaps(places.get(person_id, ()), matrices, Case(on=on, facts=facts[person_id], words=words))
        for person_id in person_ids
    }


def _asking(
    person_ids: Collection[int], *, on: date, within: Collection[int] | None
) -> tuple[dict[int, tuple[Place, ...]], list[Matrix]]:
    """Where these people belong, and what is required there; nobody's place is asked for where nothing is required."""
    if within is not None:
        matrices = matrices_for(within, on=on)
        return (places_of(person_ids, on=on) if matrices else {}), matrices
    places = places_of(person_ids, on=on)
    homes = {place.organisation_id for held in places.values() for place in held}
    return places, matrices_for(homes, on=on)


def _gaps(places: Iterable[Place], matrices: Iterable[Matrix], case: Case) -> Gaps:
    held = tuple(places)
    return gaps_in(
        (line, case.read_at(matrix.home, soon_days=matrix.soon_days))
        for matrix in matrices
        for line in matrix.asked_of(held)
    )
