from dataclasses import dataclass

import pytest

from academy.identity.models import Person
from academy.people.givers import (
    GRANTED,
    HERSELF,
    STAFF,
    answerer_for,
    holder_here,
    holder_of_all_here,
    opener_here,
    person_of,
)
from academy.people.models import Post
from tests.factories.identity import OrganisationFactory, PersonFactory, actor_of
from tests.factories.people import ServiceFactory, TeamFactory, account_of, as_actor, holder_of, member_of, staff_of


@dataclass
class Thing:
    author_id: int | None = None
    owner_id: int | None = None
    organisation_id: int | None = None


@pytest.mark.parametrize(
    ("thing", "person_id"),
    [
        (Person(pk=7), 7),
        (Post(person_id=7), 7),
        (Thing(author_id=7), 7),
        (Thing(owner_id=7), 7),
        (Thing(), None),
        (None, None),
    ],
    ids=["person", "hers", "written by her", "owned by her", "nobody's", "nothing"],
)
def test_thing_says_whom_it_is_about(thing, person_id):
    assert person_of(thing) == person_id


@pytest.mark.django_db
def test_thing_about_nobody_is_nobodys_own():
    assert HERSELF.judge(actor_of(), Thing()) is False


@pytest.mark.django_db
def test_role_here_answers_for_the_things_organisation_and_without_a_thing_for_the_acting_one():
    here, elsewhere = OrganisationFactory(), OrganisationFactory()
    lead = as_actor(holder_of("academy_lead", here), organisation=here)
    rule = holder_here("the lead", "academy_lead")

    things = [Thing(organisation_id=here.pk), Thing(organisation_id=elsewhere.pk), None, PersonFactory()]
    assert [rule.judge(lead, thing) for thing in things] == [True, False, True, False]


@pytest.mark.django_db
def test_staff_are_those_with_a_post():
    here = OrganisationFactory()

    assert [STAFF.judge(as_actor(person), None) for person in (staff_of(here), member_of(here))] == [True, False]


@pytest.mark.django_db
def test_grant_is_asked_of_people_only():
    assert GRANTED.judge(actor_of(), Thing(author_id=7)) is False


@pytest.mark.django_db
def test_role_for_the_whole_organisation_answers_for_it_and_for_things_of_it():
    here, elsewhere = OrganisationFactory(), OrganisationFactory()
    lead = as_actor(holder_of("academy_lead", here), organisation=here)
    rule = holder_of_all_here("the lead", "academy_lead")
    team = TeamFactory(service__organisation=here)
    things = [here, elsewhere, Thing(organisation_id=here.pk), Thing(organisation_id=elsewhere.pk), team, None]

    assert [rule.judge(lead, thing) for thing in things] == [True, False, True, False, True, True]


@pytest.mark.django_db
def test_role_for_one_service_does_not_answer_for_the_whole_organisation():
    service = ServiceFactory()
    hr = as_actor(holder_of("hr", service.organisation, service=service), organisation=service.organisation)

    assert holder_of_all_here("hr", "hr").judge(hr, None) is False


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "role", "opens"),
    [("council", "academy_lead", True), ("partnership", "academy_lead", True), ("provider", "academy_lead", False)],
)
def test_organisations_are_added_for_councils_and_partnerships(kind, role, opens):
    here = OrganisationFactory(kind=kind)

    assert opener_here("lead", "academy_lead").judge(as_actor(holder_of(role, here)), None) is opens


@pytest.mark.django_db
def test_holder_of_another_role_adds_no_organisation():
    assert opener_here("lead", "academy_lead").judge(as_actor(holder_of("hr", OrganisationFactory())), None) is False


@pytest.mark.django_db
def test_who_added_an_organisation_answers_for_it_until_it_has_a_lead_of_its_own():
    here, elsewhere = OrganisationFactory(), OrganisationFactory()
    made = OrganisationFactory(opened_by=here)
    lead = as_actor(holder_of("academy_lead", here))
    rule = answerer_for("lead", "academy_lead")
    before = [rule.judge(lead, thing) for thing in (made, here, elsewhere, PersonFactory(), None)]
    account_of(holder_of("academy_lead", made))

    assert (before, rule.judge(lead, made)) == ([True, False, False, False, False], False)
