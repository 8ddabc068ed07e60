"""Which skill sets somebody is asked about, and what changes when she says where she is. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


@dataclass(frozen=True)
class SetFor:
    """One edition of a set: whose it is (None for all organisations) and for which professions (none: everybody)."""

    pk: int
    organisation_id: int | None
    professions: tuple[str, ...]


def sets_meant(sets: Iterable[SetFor], *, organisation_id: int | None, profession: str) -> list[int]:
    """Ids of the sets somebody is asked about: her organisation's own, else those for all; her profession's first."""
    fitting = [each for each in sets if not each.professions or profession in each.professions]
    own = [each for each in fitting if each.organisation_id is not None and each.organisation_id == organisation_id]
    meant = own or [each for each in fitting if each.organisation_id is None]
    return [each.pk for each in sorted(meant, key=lambda each: (not each.professions, each.pk))]


def changed(said: Mapping[str, int], *, before: Mapping[str, int]) -> dict[str, int]:
    """What is said now and was not said before, or otherwise."""
    return {code: level for code, level in said.items() if before.get(code) != level}


def can_mark(said: Collection[str], *, asked: Collection[str]) -> Decision:
    """Only skills of one's own sets are marked."""
    return ALLOWED if set(said) <= set(asked) else refused("Choose from the skills shown.")


def can_confirm(codes: Collection[str], *, unconfirmed: Collection[str]) -> Decision:
    """What somebody said and nobody confirmed yet can be confirmed."""
    if not codes:
        return refused("Tick what you confirm.")
    if not set(codes) <= set(unconfirmed):
        return refused("Something has changed meanwhile. Look at the page again.")
    return ALLOWED
