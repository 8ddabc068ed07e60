from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.services.roles import RoleDetails, end, give, show
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, RoleHoldingFactory, ServiceFactory, TeamFactory, as_actor, holder_of

FIRST = date(2024, 2, 29)


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.field, refused.value.reason


def test_role_is_given_for_a_team(here, team, hr, last_act):
    person = PersonFactory()
    details = RoleDetails(RoleCode.COACH, here, service=team.service, team=team)

    holding = give(person=person, details=details, from_on=FIRST, until_on=date(2025, 2, 28), by=hr, at=NOW)

    holding.refresh_from_db()
    assert (holding.role, holding.organisation, holding.service, holding.team, holding.from_on, holding.until_on) == (
        "coach",
        here,
        team.service,
        team,
        FIRST,
        date(2025, 2, 28),
    )
    assert last_act() == ("people.role.give", person.pk, ["from_on", "role"], "", "")


def test_role_in_an_organisation_she_does_not_keep_is_refused(hr):
    details = RoleDetails(RoleCode.COACH, OrganisationFactory())

    assert refusal(lambda: give(person=PersonFactory(), details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "organisation",
        "You do not keep the people of this organisation. Ask its academy or HR.",
    )
    assert RoleHolding.objects.filter(role=RoleCode.COACH).count() == 0


def test_role_for_oneself_is_refused(here, hr):
    details = RoleDetails(RoleCode.COACH, here)
    oneself = Person.objects.get(pk=hr.person_id)

    assert refusal(lambda: give(person=oneself, details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "person",
        "Nobody gives or ends a role of her own. Ask a colleague who keeps the roles.",
    )


def test_reserved_role_from_human_resources_is_refused(here, hr):
    details = RoleDetails(RoleCode.ADMINISTRATOR, here)

    assert refusal(lambda: give(person=PersonFactory(), details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "role",
        "Only an academy lead or the system administrator gives or ends this role. Ask one.",
    )


def test_role_for_a_service_elsewhere_is_refused(here, hr):
    details = RoleDetails(RoleCode.COACH, here, service=ServiceFactory())

    assert refusal(lambda: give(person=PersonFactory(), details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "service",
        "This service is another organisation's. Choose one of the organisation.",
    )


def test_role_for_a_team_of_another_service_is_refused(here, team, hr):
    details = RoleDetails(RoleCode.COACH, here, service=team.service, team=TeamFactory())

    assert refusal(lambda: give(person=PersonFactory(), details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "team",
        "This team belongs to another service. Choose a team of the service.",
    )


def test_same_role_twice_at_a_time_is_refused(here, hr):
    held = RoleHoldingFactory(role=RoleCode.COACH, organisation=here, from_on=date(2023, 1, 1))
    details = RoleDetails(RoleCode.COACH, here)

    assert refusal(lambda: give(person=held.person, details=details, from_on=FIRST, by=hr, at=NOW)) == (
        "role",
        "There is the same role from 1 January 2023 on already. Change that one instead.",
    )


def test_same_role_for_another_scope_is_given(here, team, hr):
    held = RoleHoldingFactory(role=RoleCode.COACH, organisation=here)
    details = RoleDetails(RoleCode.COACH, here, service=team.service)

    give(person=held.person, details=details, from_on=FIRST, by=hr, at=NOW)

    assert held.person.role_holdings.count() == 2


def test_role_ends_on_its_last_day(here, hr, last_act):
    held = RoleHoldingFactory(role=RoleCode.COACH, organisation=here)

    end(holding=held, last_day=FIRST, by=hr, at=NOW)

    held.refresh_from_db()
    assert held.until_on == FIRST
    assert last_act() == ("people.role.end", held.person_id, ["until_on"], "held", "ended")


def test_role_that_ended_does_not_end_again(here, hr):
    held = RoleHoldingFactory(role=RoleCode.COACH, organisation=here, until_on=FIRST)

    assert refusal(lambda: end(holding=held, last_day=FIRST, by=hr, at=NOW)) == (
        None,
        "This ends on 29 February 2024 already.",
    )


def test_role_elsewhere_is_not_ended(hr):
    held = RoleHoldingFactory(role=RoleCode.COACH)

    assert refusal(lambda: end(holding=held, last_day=FIRST, by=hr, at=NOW))[0] == "organisation"


def test_academy_lead_gives_a_reserved_role(here):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, here))
    person = PersonFactory()

    give(person=person, details=RoleDetails(RoleCode.HR, here), from_on=FIRST, by=lead, at=NOW)

    assert list(person.role_holdings.values_list("role", flat=True)) == ["hr"]


def test_holder_of_an_academy_role_is_named_publicly_and_taken_away_again(here, hr, last_act):
    holding = RoleHoldingFactory(role=RoleCode.ACADEMY_STAFF, organisation=here, until_on=date(2026, 12, 31))

    show(holding=holding, is_public=True, by=hr, at=NOW)
    first = RoleHolding.objects.get(pk=holding.pk).is_public
    show(holding=holding, is_public=False, by=hr, at=NOW)

    assert (first, RoleHolding.objects.get(pk=holding.pk).is_public) == (True, False)
    assert last_act() == ("people.role.show", holding.person_id, ["is_public"], "", "")


def test_role_that_is_not_the_academys_or_elsewhere_or_ended_is_not_shown(here, hr):
    cases = [
        RoleHoldingFactory(role=RoleCode.COACH, organisation=here),
        RoleHoldingFactory(role=RoleCode.ACADEMY_STAFF),
        RoleHoldingFactory(role=RoleCode.ACADEMY_STAFF, organisation=here, until_on=date(2026, 11, 16)),
    ]

    fields = [refusal(lambda each=each: show(holding=each, is_public=True, by=hr, at=NOW))[0] for each in cases]

    assert fields == [None, "organisation", None]
    assert RoleHolding.objects.filter(is_public=True).count() == 0
