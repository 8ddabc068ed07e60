from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.people.models import Deputy, Membership, Post, RoleHolding, Terms
from academy.people.services.leaving import leave
from tests.factories.identity import OrganisationFactory
from tests.factories.people import (
    NOW,
    DeputyFactory,
    MembershipFactory,
    RoleHoldingFactory,
    as_actor,
    staff_of,
)

LAST = date(2024, 2, 29)


def last_days(model, **where):
    return list(model.objects.filter(**where).values_list("until_on", flat=True))


def test_leaving_ends_everything_held_there_and_nothing_elsewhere(here, hr, last_act):
    elsewhere = OrganisationFactory()
    person = staff_of(here)
    colleague = staff_of(here)
    staff_of(elsewhere, person=person)
    RoleHoldingFactory(person=person, organisation=here)
    MembershipFactory(person=person, organisation=here)
    DeputyFactory(person=person, deputy=colleague, organisation=here)
    DeputyFactory(person=colleague, deputy=person, organisation=here)

    leave(person=person, organisation=here, last_day=LAST, by=hr, at=NOW)

    assert last_days(Post, person=person, organisation=here) == [LAST]
    assert last_days(Terms, post__person=person, post__organisation=here) == [LAST]
    assert last_days(RoleHolding, person=person) == [LAST]
    assert last_days(Membership, person=person) == [LAST]
    assert last_days(Deputy) == [LAST, LAST]
    assert last_days(Post, person=person, organisation=elsewhere) == [None]
    assert last_days(Post, person=colleague) == [None]
    assert last_act() == (
        "people.person.leave",
        person.pk,
        ["deputies", "memberships", "posts", "role_holdings", "stands_in"],
        "here",
        "left",
    )


def test_leaver_manages_nobody_any_more(here, hr):
    manager = staff_of(here)
    managed = staff_of(here, line_manager=manager)

    assert as_actor(manager).manages == {managed.pk}

    leave(person=manager, organisation=here, last_day=LAST, by=hr, at=NOW)

    assert as_actor(manager).manages == frozenset()


def test_leaving_before_something_begins_is_refused(here, hr):
    person = staff_of(here)
    RoleHoldingFactory(person=person, organisation=here, from_on=date(2024, 3, 1))

    with pytest.raises(Refused) as refused:
        leave(person=person, organisation=here, last_day=LAST, by=hr, at=NOW)

    assert (refused.value.field, refused.value.reason, last_days(Post, person=person)) == (
        "last_day",
        "This began on 1 March 2024. Give that day or a later one.",
        [None],
    )


def test_somebody_who_holds_nothing_does_not_leave(here, hr):
    person = staff_of(OrganisationFactory())

    with pytest.raises(Refused, match=r"^This person holds nothing in the organisation that could end\.$"):
        leave(person=person, organisation=here, last_day=LAST, by=hr, at=NOW)


def test_keeper_of_another_organisation_lets_nobody_leave(hr):
    elsewhere = OrganisationFactory()
    person = staff_of(elsewhere)

    with pytest.raises(Refused) as refused:
        leave(person=person, organisation=elsewhere, last_day=LAST, by=hr, at=NOW)

    assert (refused.value.field, last_days(Post, person=person)) == ("organisation", [None])
