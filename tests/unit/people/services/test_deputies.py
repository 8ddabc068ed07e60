from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.people.services.deputies import end, name
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW, DeputyFactory, as_actor, staff_of

FIRST, LAST = date(2024, 2, 29), date(2024, 3, 31)


@pytest.fixture
def helen(here):
    return staff_of(here)


@pytest.fixture
def callum(here):
    return staff_of(here)


def test_approver_names_her_own_deputy(here, helen, callum, last_act):
    row = name(person=helen, deputy=callum, organisation=here, from_on=FIRST, until_on=LAST, by=as_actor(helen), at=NOW)

    row.refresh_from_db()
    assert (row.person, row.deputy, row.organisation, row.from_on, row.until_on) == (helen, callum, here, FIRST, LAST)
    assert last_act() == ("people.deputy.name", helen.pk, ["deputy", "from_on", "until_on"], "", "")


def test_keeper_names_a_deputy_for_somebody_else(here, helen, callum, hr):
    row = name(person=helen, deputy=callum, organisation=here, from_on=FIRST, by=hr, at=NOW)

    assert (row.deputy, row.until_on) == (callum, None)


def test_colleague_does_not_name_a_deputy_for_somebody_else(here, helen, callum):
    with pytest.raises(Refused) as refused:
        name(person=helen, deputy=callum, organisation=here, from_on=FIRST, by=as_actor(callum), at=NOW)

    assert (refused.value.field, refused.value.reason) == (
        "organisation",
        "You do not keep the people of this organisation. Ask its academy or HR.",
    )


def test_deputy_without_a_post_is_refused(here, helen, hr):
    with pytest.raises(Refused) as refused:
        name(person=helen, deputy=PersonFactory(), organisation=here, from_on=FIRST, by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason) == (
        "deputy",
        "Both need a post in the organisation on the first day. Choose a colleague who has one.",
    )


def test_same_deputy_at_the_same_time_is_refused(here, helen, callum, hr):
    DeputyFactory(person=helen, deputy=callum, organisation=here, from_on=FIRST, until_on=LAST)

    with pytest.raises(Refused) as refused:
        name(person=helen, deputy=callum, organisation=here, from_on=LAST, by=hr, at=NOW)

    assert refused.value.reason == (
        "There is the same deputy from 29 February 2024 to 31 March 2024 already. Change that one instead."
    )


def test_standing_in_ends_on_its_last_day(here, helen, callum, last_act):
    row = DeputyFactory(person=helen, deputy=callum, organisation=here, from_on=FIRST)

    end(row=row, last_day=LAST, by=as_actor(helen), at=NOW)

    row.refresh_from_db()
    assert row.until_on == LAST
    assert last_act() == ("people.deputy.end", helen.pk, ["until_on"], "held", "ended")


def test_deputy_does_not_end_it_herself(here, helen, callum):
    row = DeputyFactory(person=helen, deputy=callum, organisation=here, from_on=FIRST)

    with pytest.raises(Refused) as refused:
        end(row=row, last_day=LAST, by=as_actor(callum), at=NOW)

    row.refresh_from_db()
    assert (refused.value.field, row.until_on) == ("organisation", None)
