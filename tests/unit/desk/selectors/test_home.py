from datetime import date

import pytest

from academy.desk.selectors.home import home_of
from academy.engines.worklist import days, providers
from academy.engines.worklist.selectors.items import waiting_for
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from tests.factories.asye import WeekFactory
from tests.factories.asye_people import with_people
from tests.factories.development import CpdPolicyFactory, EntryFactory
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import RegistrationFactory, as_actor, member_of, staff_of

pytestmark = pytest.mark.django_db


def test_home_shows_what_waits_what_comes_and_the_year():
    here = OrganisationFactory()
    amara = staff_of(here)
    CpdPolicyFactory()
    RegistrationFactory(person=amara, expires_on=date(2026, 11, 30))

    home = home_of(as_actor(amara))

    assert home.short_name == amara.short_name
    assert [item.what for item in home.to_do] == ["Write something for your present stretch"]
    assert [(day.on, day.what) for day in home.coming_up] == [
        (date(2026, 11, 30), "Your registration runs out"),
        (date(2026, 12, 6), "12-week stretch ends"),
    ]
    assert home.year is not None
    assert home.year.entries == 0


def test_home_of_an_external_candidate_has_no_stretch_to_fill():
    candidate = member_of(OrganisationFactory())

    home = home_of(as_actor(candidate))

    assert home.coming_up == []


def test_home_of_an_account_without_a_person_is_empty_and_greets_it():
    home = home_of(Actor(kind=ActorKind.USER, on=TODAY, label="user 7", user_id=7))

    assert (home.short_name, home.to_do, home.waiting, home.coming_up, home.year) == ("user 7", [], [], [], None)


def test_week_of_her_year_is_asked_once_on_home_and_counted_once():
    """On a Friday, when her worklist has it: above the list, in two taps, and not in the list as well."""
    friday = date(2026, 11, 20)
    people = with_people()
    actor = as_actor(people.nqsw, on=friday)
    waits = [item.what for item in waiting_for(actor)]

    asked = home_of(actor)
    WeekFactory(enrolment=people.year, week_on=date(2026, 11, 16))
    said = home_of(actor)

    assert [what for what in waits if what not in [item.what for item in asked.to_do]] == [
        "Say how the week from 16 November 2026 was"
    ]
    assert (asked.week.url, asked.count) == (f"/asye/{people.year.pk}/weeks/2026-11-16/", len(waits))
    assert (said.week, said.to_do, said.count) == (None, asked.to_do, len(waits) - 1)


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_as_many_queries_with_one_entry_as_with_three(count, django_assert_num_queries, monkeypatch):
    """Its own, without those of the apps that are asked what waits and what comes."""
    monkeypatch.setattr(providers, "_declared", {})
    monkeypatch.setattr(days, "_declared", {})
    here = OrganisationFactory()
    amara = staff_of(here)
    EntryFactory.create_batch(count, author=amara, organisation=here)
    actor = as_actor(amara)

    with django_assert_num_queries(4):
        home = home_of(actor)

    assert home.year is not None
    assert home.year.entries == count
