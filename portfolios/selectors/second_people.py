"""Who else has a hand in what was handed in: who observed, verified, graded, collected, wrote a part or signed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from academy.engines.signatures.selectors.signatures import signers_of
from portfolios.models import Evidence, PartHolder, Portfolio, Snapshot
from portfolios.rules.content import read

EVIDENCE = "evidence:"


@dataclass(frozen=True, order=True)
class SecondPerson:
    """Somebody with a hand in a snapshot; `observed` where she watched practice that is told in it."""

    snapshot_id: int
    person_id: int
    observed: bool = False


def second_people(snapshots: Collection[int]) -> list[SecondPerson]:
    """Everybody but the author with a hand in any of these snapshots, each once: of the pieces that were handed in who
    observed, signed, graded or collected them; of the portfolio who signed it, for herself or for another, and who was
    named to write a part. Outsiders have no id and are not told. Four queries."""
    rows = list(Snapshot.objects.filter(pk__in=snapshots).select_related("portfolio").order_by("pk"))
    pieces = {row.pk: _pieces(row) for row in rows}
    of_portfolio = _of_portfolios({row.portfolio_id for row in rows})
    evidence = _of_evidence({pk for ids in pieces.values() for pk in ids})
    found = set[SecondPerson]()
    for row in rows:
        said = {(who, False) for who in of_portfolio.get(row.portfolio_id, ())}
        said |= {each for pk in pieces[row.pk] for each in evidence.get(pk, ())}
        found |= {SecondPerson(row.pk, who, seen) for who, seen in said if who != row.portfolio.person_id}
    return sorted(found)


def _pieces(snapshot: Snapshot) -> set[int]:
    """The ids of the evidence in a snapshot."""
    sources = (piece.source for piece in read(snapshot.content).pieces)
    return {int(source.removeprefix(EVIDENCE)) for source in sources if source.startswith(EVIDENCE)}


def _of_evidence(ids: Collection[int]) -> dict[int, set[tuple[int, bool]]]:
    beside = ("observation", "feedback", "case_audit")
    return {row.pk: set(_hands(row)) for row in Evidence.objects.filter(pk__in=ids).select_related(*beside)}


def _hands(evidence: Evidence) -> Iterator[tuple[int, bool]]:
    observation = getattr(evidence, "observation", None)
    others = (
        evidence.signed_by_id,
        evidence.signed_for_id,
        getattr(getattr(evidence, "feedback", None), "collected_by_id", None),
        getattr(getattr(evidence, "case_audit", None), "auditor_id", None),
    )
    yield from ((who, False) for who in others if who is not None)
    if observation is not None and observation.observer_id is not None:
        yield observation.observer_id, True


def _of_portfolios(ids: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {pk: set() for pk in ids}
    for portfolio_id, person_id in PartHolder.objects.filter(portfolio_id__in=ids).values_list("portfolio", "person"):
        found[portfolio_id].add(person_id)
    for portfolio_id, people in signers_of(Portfolio, ids).items():
        found[portfolio_id] |= people
    return found
