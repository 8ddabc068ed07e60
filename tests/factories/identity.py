"""Organisations, people, accounts and actors for tests."""

from datetime import date
from typing import Any

import factory

from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind, OrganisationKind
from academy.identity.models import Organisation, Person, User

TODAY = date(2026, 11, 17)


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Council {number}")
    short_name = factory.SelfAttribute("name")
    slug = factory.Sequence(lambda number: f"council-{number}")
    kind = OrganisationKind.COUNCIL
    academy_name = factory.LazyAttribute(lambda made: f"{made.short_name} Academy")


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    given_name = factory.Sequence(lambda number: f"Given{number}")
    family_name = factory.Sequence(lambda number: f"Family{number}")
    work_email = factory.Sequence(lambda number: f"person{number}@council.example")


class UserFactory(factory.django.DjangoModelFactory):
    """An account of a person. It has no usable password: sign in with `client.force_login`."""

    class Meta:
        model = User

    email = factory.Sequence(lambda number: f"user{number}@council.example")
    person = factory.SubFactory(PersonFactory)

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return User.objects.create_user(**kwargs)


def actor_of(
    person: Person | None = None,
    *,
    on: date = TODAY,
    organisation: Organisation | None = None,
    roles: tuple[HeldRole, ...] = (),
    manages: tuple[Person, ...] = (),
    on_behalf_of: Person | None = None,
) -> Actor:
    """A signed-in actor, of a new person if none is given, with just the standing named here."""
    person = person or PersonFactory()
    return Actor(
        kind=ActorKind.USER,
        on=on,
        label=person.full_name,
        user_id=person.pk,
        person_id=person.pk,
        organisation_id=organisation.pk if organisation else None,
        reaches=frozenset({organisation.pk} if organisation else ()),
        roles=roles,
        manages=frozenset(managed.pk for managed in manages),
        on_behalf_of_id=on_behalf_of.pk if on_behalf_of else None,
    )
