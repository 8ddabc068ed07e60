"""Inductions for tests. Factories store rows as they are; the services are what tests of behaviour use."""

from datetime import date, timedelta
from typing import Any

import factory

from academy.development.choices.inductions import ItemKind
from academy.development.models import Induction, InductionItem, InductionProgramme, InductionTick
from academy.identity.models import Person
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, PostFactory

JOINED = date(2026, 9, 1)
DUE = date(2027, 3, 1)


class InductionProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InductionProgramme

    code = factory.Sequence(lambda number: f"programme-{number}")
    title = "Induction"
    valid_from = date(2026, 1, 1)
    checksum = "0" * 64


class InductionItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InductionItem

    programme = factory.SubFactory(InductionProgrammeFactory)
    code = factory.Sequence(lambda number: f"item-{number}")
    kind = ItemKind.KNOW
    title = factory.Sequence(lambda number: f"Thing {number}")
    order = factory.Sequence(lambda number: number + 1)


class InductionFactory(factory.django.DjangoModelFactory):
    """An induction going on, begun today, of somebody who joined on 1 September 2026."""

    class Meta:
        model = Induction

    organisation = factory.SubFactory(OrganisationFactory)
    post = factory.SubFactory(
        PostFactory, organisation=factory.SelfAttribute("..organisation"), from_on=factory.SelfAttribute("..joined_on")
    )
    person = factory.SelfAttribute("post.person")
    programme = factory.SubFactory(InductionProgrammeFactory)
    joined_on = JOINED
    due_on = DUE
    begun_at = NOW
    changed_at = NOW


class InductionTickFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InductionTick

    induction = factory.SubFactory(InductionFactory)
    item = factory.SubFactory(InductionItemFactory, programme=factory.SelfAttribute("..induction.programme"))


def induction_of(person: Person, state: str = "open", **said: Any) -> Induction:
    """The induction of somebody's first post in a state, with what the database asks of the state."""
    post = person.posts.order_by("pk").get()
    another = factory.LazyFunction(lambda: PostFactory(organisation=post.organisation).person)
    ends = {
        "open": {},
        "signing": {"own_signed_at": NOW},
        "signed": {
            "own_signed_at": NOW,
            "manager_signed_at": NOW,
            "manager_signed_by": another,
            "closed_at": NOW,
        },
        "ended": {"closed_at": NOW, "closing_words": "She left."},
    }[state]
    values = {"person": person, "organisation": post.organisation, "post": post, "state": state, **ends, **said}
    return InductionFactory(**values)


def settled(induction: Induction, *, by: Person, number: int = 3) -> list[InductionTick]:
    """So many new items of the induction's programme, each ticked by her and confirmed by somebody."""
    items = InductionItemFactory.create_batch(number, programme=induction.programme)
    day = TODAY - timedelta(days=1)
    return [
        InductionTickFactory(induction=induction, item=item, own_on=day, manager_on=day, manager_by=by)
        for item in items
    ]
