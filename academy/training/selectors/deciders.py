"""Who can decide on requests: by the terms of posts, by roles and as deputies. The same constant queries for many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from academy.identity.models import Person
from academy.people.models import Deputy, RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.training.choices import ROLES_THAT_DECIDE, Decider
from academy.training.models import RequestStage

# A person in the organisation for which she asks: somebody may have posts in two.
Asker = tuple[int, int]


@dataclass(frozen=True)
class Deciders:
    """Who decides for one asker, by decider; their deputies apart. Never the asker herself."""

    people: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    deputies: tuple[Deputy, ...] = ()

    def of(self, decider: str) -> tuple[Person, ...]:
        """The people of a decider, by name."""
        return self.people.get(decider, ())

    @property
    def there_are(self) -> frozenset[str]:
        """Deciders for whom somebody is there."""
        return frozenset(decider for decider, people in self.people.items() if people)

    def deputies_of(self, decider: str) -> tuple[Person, ...]:
        """Who stands in for one of a decider's people and is none of them herself."""
        people = self.of(decider)
        return _once(each.deputy for each in self.deputies if each.person in people and each.deputy not in people)

    def stood_in_for(self, person_id: int, decider: str) -> Person | None:
        """Whom somebody decides for as deputy at a decider's stage; None for who decides there herself."""
        people = self.of(decider)
        if any(person.pk == person_id for person in people):
            return None
        standing_in = (each for each in self.deputies if each.deputy_id == person_id)
        return next((each.person for each in standing_in if each.person in people), None)


def deciders_of(askers: Collection[Asker], *, on: date) -> dict[Asker, Deciders]:
    """Who decides for each asker on a day, in three queries."""
    terms = _terms_of(askers, on)
    holdings = _holdings(askers, on)
    deputies = _deputies({each.line_manager_id for each in terms} | {each.person_id for each in holdings}, on)
    return {asker: _for(asker, terms, holdings=holdings, deputies=deputies) for asker in askers}


def deciders_for(person_id: int, organisation_id: int, *, on: date) -> Deciders:
    """Who decides for one person there, in three queries."""
    asker = (person_id, organisation_id)
    return deciders_of([asker], on=on)[asker]


def asker_of(stage: RequestStage) -> Asker:
    """For whom a stage is decided. It comes with its request."""
    return (stage.request.person_id, stage.request.organisation_id)


def _terms_of(askers: Collection[Asker], on: date) -> list[Terms]:
    held = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), post__person_id__in={person for person, _ in askers}
    )
    return list(held.select_related("post", "team", "line_manager").order_by("-post__is_primary", "post_id", "pk"))


def _holdings(askers: Collection[Asker], on: date) -> list[RoleHolding]:
    places = {organisation for _, organisation in askers}
    held = RoleHolding.objects.filter(holds_on(on), role__in=ROLES_THAT_DECIDE, organisation_id__in=places)
    return list(held.select_related("person").order_by("person__family_name", "person__given_name", "pk"))


def _deputies(people: set[int | None], on: date) -> list[Deputy]:
    rows = Deputy.objects.filter(holds_on(on), person_id__in=people - {None})
    return list(rows.select_related("person", "deputy").order_by("pk"))


def _for(asker: Asker, terms: list[Terms], *, holdings: list[RoleHolding], deputies: list[Deputy]) -> Deciders:
    person_id, organisation_id = asker
    hers = [each for each in terms if (each.post.person_id, each.post.organisation_id) == asker]
    managers = _once(each.line_manager for each in hers if each.line_manager_id not in (None, person_id))
    people = {Decider.LINE_MANAGER.value: managers}
    for code in ROLES_THAT_DECIDE:
        held = [each for each in holdings if each.role == code and each.organisation_id == organisation_id]
        people[code.value] = _once(each.person for each in held if each.person_id != person_id and _reaches(each, hers))
    known = {each.pk for decides in people.values() for each in decides}
    standing_in = (each for each in deputies if each.organisation_id == organisation_id and each.deputy_id != person_id)
    return Deciders(people, tuple(each for each in standing_in if each.person_id in known))


def _reaches(holding: RoleHolding, hers: list[Terms]) -> bool:
    """Takes the role in all of the organisation, or a place where she is?"""
    if holding.service_id is None and holding.team_id is None:
        return True
    if holding.team_id is not None:
        return any(each.team_id == holding.team_id for each in hers)
    return any(each.team.service_id == holding.service_id for each in hers)


def _once(people: Iterable[Person | None]) -> tuple[Person, ...]:
    return tuple({person.pk: person for person in people if person is not None}.values())
