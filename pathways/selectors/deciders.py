"""Who decides on somebody's way: her line manager, or whom the ladder names, and who stands in for them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Deputy, RoleHolding, Terms
from academy.people.querysets import holds_on
from pathways.choices import AgreedBy
from pathways.querysets import DECIDERS


@dataclass(frozen=True)
class Deciders:
    """Who decides, by name, never the person herself; their deputies apart."""

    people: tuple[Person, ...]
    deputies: tuple[Deputy, ...]

    @property
    def all(self) -> tuple[Person, ...]:
        """Everybody who may decide, each once."""
        return _once([*self.people, *(each.deputy for each in self.deputies)])

    def stood_in_for(self, person_id: int | None) -> int | None:
        """The id of whom somebody decides for as deputy; None for who decides herself."""
        if any(person.pk == person_id for person in self.people):
            return None
        return next((each.person_id for each in self.deputies if each.deputy_id == person_id), None)


def deciders_for(person_id: int, organisation_id: int, *, role: str, on: date) -> Deciders:
    """Who decides for one person in one organisation on a day, as line manager or by a role; at most three queries."""
    held = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), post__person_id=person_id, post__organisation_id=organisation_id
    )
    terms = list(held.select_related("team", "line_manager").order_by("-post__is_primary", "post_id", "pk"))
    if role == AgreedBy.LINE_MANAGER:
        found = [each.line_manager for each in terms if each.line_manager is not None]
    else:
        found = _holders(terms, organisation_id, role=role, on=on)
    people = _once(person for person in found if person.pk != person_id)
    rows = Deputy.objects.filter(holds_on(on), person__in=people, organisation_id=organisation_id)
    deputies = rows.exclude(deputy_id=person_id).select_related("deputy").order_by("pk")
    return Deciders(people, tuple(deputies))


def deciding(by: Actor, *, person_id: int, organisation_id: int, role: str) -> Actor:
    """The actor as she decides about somebody: on behalf of whom she stands in for, so that both names stay."""
    absent = deciders_for(person_id, organisation_id, role=role, on=by.on).stood_in_for(by.person_id)
    return by if absent is None else replace(by, on_behalf_of_id=absent)


def with_whom(people: Iterable[Person], days: int) -> str:
    """With whom something waits, and for how long: "with Helen Moss for 6 days"."""
    names = " or ".join(person.full_name for person in people) or "nobody yet who could decide"
    return f"with {names} " + ("since today" if days <= 0 else f"for {days} day{'' if days == 1 else 's'}")


def _holders(terms: list[Terms], organisation_id: int, *, role: str, on: date) -> list[Person]:
    """Who holds the role for the whole organisation, or for a service or team she is in."""
    code = DECIDERS[AgreedBy(role)]
    reaches = Q(service=None, team=None) | Q(team_id__in=[each.team_id for each in terms])
    reaches |= Q(team=None, service_id__in=[each.team.service_id for each in terms])
    rows = RoleHolding.objects.filter(reaches, holds_on(on), role=code, organisation_id=organisation_id)
    return [each.person for each in rows.select_related("person").order_by("person__family_name", "person_id", "pk")]


def _once(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple({person.pk: person for person in people}.values())
