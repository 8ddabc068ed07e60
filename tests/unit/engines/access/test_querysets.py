from datetime import UTC, date, datetime, timedelta

import pytest

from academy.engines.access.querysets import barred, granted, holds_grant
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from tests.factories.access import BarFactory, GrantFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory, actor_of

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LATER = datetime(2026, 11, 17, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ({"from_on": YESTERDAY}, True),
        ({"from_on": TODAY}, True),
        ({"from_on": TOMORROW}, False),
        ({"from_on": YESTERDAY, "until_on": YESTERDAY}, False),
        ({"from_on": YESTERDAY, "until_on": TODAY}, True),
        ({"from_on": date(2024, 2, 29), "until_on": TOMORROW}, True),
        ({"withdrawn_at": LATER}, False),
    ],
)
def test_line_holds_from_its_first_to_its_last_day_unless_withdrawn(dates, holds):
    thing, person = PersonFactory(), PersonFactory()
    actor = actor_of(person)
    GrantFactory(thing=thing, person=person, **dates)
    BarFactory(thing=thing, person=person, **dates)

    assert list(Person.objects.filter(granted(actor, Person))) == ([thing] if holds else [])
    assert list(Person.objects.filter(barred(actor, Person))) == ([thing] if holds else [])


@pytest.mark.parametrize(
    ("asked", "holds"), [((), True), (("share",), True), (("review", "share"), True), (("review",), False)]
)
def test_grant_counts_for_its_purpose(asked, holds):
    grant = GrantFactory(purpose="share")
    thing = Person.objects.get(pk=grant.thing_id)

    assert holds_grant(actor_of(grant.person), thing, *asked) is holds


def test_grant_of_somebody_else_counts_for_nobody():
    grant = GrantFactory()
    thing = Person.objects.get(pk=grant.thing_id)

    assert holds_grant(actor_of(), thing) is False
    assert holds_grant(Actor.system("tests", on=TODAY), thing) is False


def test_grant_on_a_thing_of_another_kind_with_the_same_number_does_not_count():
    person = PersonFactory()
    organisation = OrganisationFactory(pk=person.pk)
    GrantFactory(thing=organisation, person=person)

    assert list(Organisation.objects.filter(granted(actor_of(person), Organisation))) == [organisation]
    assert list(Person.objects.filter(granted(actor_of(person), Person))) == []


def test_bar_goes_before_every_grant():
    grant = GrantFactory()
    thing = Person.objects.get(pk=grant.thing_id)
    BarFactory(thing=thing, person=grant.person, purpose="conflict")

    assert holds_grant(actor_of(grant.person), thing) is False


@pytest.mark.parametrize("count", [1, 3])
def test_granted_things_are_found_in_one_query(count, django_assert_num_queries):
    person = PersonFactory()
    things = [PersonFactory(family_name=f"Thing{number}") for number in range(count)]
    for thing in things:
        GrantFactory(thing=thing, person=person)
    actor = actor_of(person)

    with django_assert_num_queries(1):
        seen = list(Person.objects.filter(granted(actor, Person)).exclude(barred(actor, Person)))

    assert seen == things
