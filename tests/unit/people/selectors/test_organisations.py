from datetime import date, timedelta

import pytest

from academy.people.choices import InvitationState
from academy.people.selectors.organisations import (
    awaiting_keepers,
    is_led,
    organisations_awaiting,
    organisations_kept,
    partners_kept,
    partnerships_of,
    possible_partners,
)
from tests.factories.identity import TODAY, OrganisationFactory, UserFactory
from tests.factories.people import (
    NOW,
    InvitationFactory,
    PartnershipMemberFactory,
    RoleHoldingFactory,
    TeamFactory,
    account_of,
    as_actor,
    holder_of,
    member_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bristol():
    return OrganisationFactory(name="Bristol")


@pytest.fixture
def lead(bristol):
    return as_actor(holder_of("academy_lead", bristol))


@pytest.fixture
def harbour(bristol):
    return OrganisationFactory(name="Harbour", kind="partner", opened_by=bristol)


@pytest.mark.parametrize(
    ("role", "scope", "account", "led"),
    [
        ("academy_lead", {}, {}, True),
        ("administrator", {}, {}, True),
        ("hr", {}, {}, False),
        ("academy_lead", {}, {"is_active": False}, False),
        ("academy_lead", {}, None, False),
        ("academy_lead", {"until_on": TODAY - timedelta(days=1)}, {}, False),
    ],
)
def test_organisation_is_led_by_who_can_sign_in_and_give_roles(harbour, role, scope, account, led):
    holding = RoleHoldingFactory(role=role, organisation=harbour, **scope)
    if account is not None:
        UserFactory(person=holding.person, **account)

    assert is_led(harbour.pk, TODAY) is led


def test_lead_of_a_service_does_not_lead_the_organisation(harbour):
    team = TeamFactory(service__organisation=harbour)
    account_of(RoleHoldingFactory(role="academy_lead", organisation=harbour, service=team.service).person)

    assert is_led(harbour.pk, TODAY) is False


def test_lead_keeps_her_own_and_what_waits_for_a_keeper(bristol, lead, harbour):
    OrganisationFactory(opened_by=bristol, ends_on=TODAY - timedelta(days=1))
    OrganisationFactory(opened_by=OrganisationFactory())
    waits = (set(organisations_awaiting(lead)), set(organisations_kept(lead)))
    account_of(RoleHoldingFactory(role="administrator", organisation=harbour).person)

    assert waits == ({harbour}, {bristol, harbour})
    assert (set(organisations_awaiting(lead)), set(organisations_kept(lead))) == (set(), {bristol})


def test_human_resources_keep_their_own_and_a_guest_nothing(bristol, harbour):
    hr, guest = as_actor(holder_of("hr", bristol)), as_actor(member_of(bristol))

    assert (list(organisations_kept(hr)), list(organisations_kept(guest))) == ([bristol], [])


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, InvitationState.OPEN),
        ({"sent_at": NOW - timedelta(days=20), "expires_at": NOW}, InvitationState.EXPIRED),
        ({"withdrawn_at": NOW}, None),
    ],
)
def test_waiting_keeper_is_told_with_her_invitation(lead, harbour, values, state):
    holding = RoleHoldingFactory(role="administrator", organisation=harbour)
    InvitationFactory(person=holding.person, organisation=harbour, **values)

    (waiting,) = awaiting_keepers(lead, NOW)

    assert (waiting.organisation, waiting.keeper, waiting.role, waiting.invitation) == (
        harbour,
        holding.person,
        "administrator",
        state,
    )


def test_organisation_whose_keepers_left_waits_for_nobody_yet(lead, harbour):
    (waiting,) = awaiting_keepers(lead, NOW)

    assert (waiting.keeper, waiting.role, waiting.invitation) == (None, "", None)


@pytest.mark.parametrize("count", [1, 3])
def test_waiting_keepers_take_the_same_queries_however_many(count, bristol, lead, django_assert_num_queries):
    for _ in range(count):
        made = OrganisationFactory(opened_by=bristol)
        InvitationFactory(person=RoleHoldingFactory(organisation=made).person, organisation=made)

    with django_assert_num_queries(3):
        assert len(awaiting_keepers(lead, NOW)) == count


def test_partners_are_told_to_who_keeps_the_partnership_and_partnerships_to_its_partner():
    partner = PartnershipMemberFactory(partnership__name="North West")
    past = PartnershipMemberFactory(partnership=partner.partnership, member__name="Zeta", until_on=date(2024, 2, 29))
    PartnershipMemberFactory()
    keeper = as_actor(holder_of("hr", partner.partnership))

    assert list(partners_kept(keeper)) == [partner, past]
    assert list(partners_kept(as_actor(holder_of("hr", partner.member)))) == []
    assert list(partnerships_of(partner.member_id, TODAY)) == [partner]
    assert list(partnerships_of(past.member_id, TODAY)) == []


def test_possible_partners_are_others_that_go_on_and_are_none_yet():
    partner = PartnershipMemberFactory()
    past = PartnershipMemberFactory(partnership=partner.partnership, until_on=date(2024, 2, 29))
    OrganisationFactory(ends_on=TODAY - timedelta(days=1))

    assert possible_partners(partner.partnership_id, TODAY) == [(str(past.member_id), past.member.name)]
