"""Whom a portfolio names, and what stands for each in the edition without names (D7-01)."""

from collections.abc import Iterable, Iterator

from academy.identity.models import Organisation, Person
from portfolios.models import Evidence
from portfolios.rules.content import Named

PRACTITIONER, SIGNER, OBSERVER = "the practitioner", "a person who signed", "the observer"
AUDITOR, SUPERVISOR, GIVER, COLLECTOR = "the auditor", "the supervisor", "a professional", "a colleague"
ORGANISATION, TEAM = "the organisation", "the team"


def names_of(person: Person, instead: str) -> Iterator[Named]:
    """The ways a person is written: whole, by family name, by given name and by what colleagues call her."""
    words = (
        f"{person.given_name} {person.family_name}",
        person.full_name,
        person.family_name,
        person.given_name,
        person.known_as,
    )
    return (Named(name=each, instead=instead) for each in words if each)


def names_of_organisation(organisation: Organisation) -> Iterator[Named]:
    words = (organisation.academy_name, organisation.name, organisation.short_name)
    return (Named(name=each, instead=ORGANISATION, is_whole=True) for each in words if each)


def names_in(evidence: Evidence) -> Iterator[Named]:
    """Everybody a piece names beside its practitioner. No query where the piece was prefetched as pieces are."""
    for person, instead in _people_in(evidence):
        if person is not None:
            yield from names_of(person, instead)
    seen, given = getattr(evidence, "observation", None), getattr(evidence, "feedback", None)
    if seen is not None:
        yield from _written(OBSERVER, seen.outsider_name, seen.outsider_registration)
    if given is not None:
        yield from _written(GIVER, given.giver_name)


def each_once(names: Iterable[Named]) -> tuple[Named, ...]:
    """Each name once, with what it was said to be first; longer names before those they contain."""
    found: dict[str, Named] = {}
    for named in names:
        found.setdefault(named.name, named)
    return tuple(sorted(found.values(), key=lambda named: (-len(named.name), named.name)))


def _people_in(evidence: Evidence) -> Iterator[tuple[Person | None, str]]:
    yield evidence.signed_by, SIGNER
    yield evidence.signed_for, SIGNER
    seen, given = getattr(evidence, "observation", None), getattr(evidence, "feedback", None)
    audit = getattr(evidence, "case_audit", None)
    yield (seen.observer if seen else None), OBSERVER
    yield (given.collected_by if given else None), COLLECTOR
    yield (audit.auditor if audit else None), AUDITOR
    yield (evidence.supervision.supervisor if evidence.supervision else None), SUPERVISOR


def _written(instead: str, *names: str) -> Iterator[Named]:
    return (Named(name=each, instead=instead) for each in names if each)
