import pytest

from academy.people.choices import RoleCode
from academy.training.choices import Decider
from academy.training.selectors.deciders import deciders_for, deciders_of
from academy.training.selectors.requests import Step, own_requests, whereabouts_of
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import DeputyFactory, TeamFactory, holder_of, staff_of
from tests.factories.requests import asking_council, submitted


@pytest.fixture
def council(db):
    return asking_council()


def test_role_for_a_service_or_a_team_decides_for_who_works_there(council):
    sister = TeamFactory(service=council.team.service)
    scopes = {"service": {"service": council.team.service}, "team": {"service": sister.service, "team": sister}}
    held = {name: holder_of(RoleCode.SERVICE_MANAGER, council.organisation, **scope) for name, scope in scopes.items()}
    of_sister = staff_of(council.organisation, team=sister)
    place = council.organisation.pk
    amaras = deciders_for(council.amara.pk, place, on=TODAY).of(Decider.SERVICE_MANAGER)
    sisters = deciders_for(of_sister.pk, place, on=TODAY).of(Decider.SERVICE_MANAGER)
    assert (set(amaras), set(sisters)) == ({held["service"]}, {held["service"], held["team"]})


def test_deciders_of_one_organisation_do_not_decide_in_another(council):
    other = asking_council()
    staff_of(other.organisation, person=council.amara, line_manager=other.helen)
    found = deciders_of(
        [(council.amara.pk, council.organisation.pk), (council.amara.pk, other.organisation.pk)], on=TODAY
    )
    managers = [each.of(Decider.LINE_MANAGER) for each in found.values()]
    assert managers == [(council.helen,), (other.helen,)]


@pytest.mark.parametrize("askers", [1, 3])
def test_deciders_take_the_same_queries_for_one_person_and_three(council, askers, django_assert_num_queries):
    people = [staff_of(council.organisation, line_manager=council.helen).pk for _ in range(askers)]
    with django_assert_num_queries(3):
        found = deciders_of([(person, council.organisation.pk) for person in people], on=TODAY)
    assert [each.of(Decider.LINE_MANAGER) for each in found.values()] == [(council.helen,)] * askers


def test_step_says_who_decides_and_who_stands_in_or_that_nobody_does(council):
    stage = submitted(council)
    two = Step(stage, (council.helen,), (council.sam, council.ruth))
    assert (two.who, two.stand_in) == ("Helen Prosser", "Sam Ekwueme and Ruth Adeyemi stand in and can decide too.")
    assert Step(stage, (council.helen, council.sam)).who == "Helen Prosser or Sam Ekwueme"
    assert (Step(stage, ()).who, Step(stage, ()).stand_in) == ("Nobody at present", "")


def test_person_reads_with_whom_her_request_is_and_who_stands_in(council):
    deputy = staff_of(council.organisation, person=PersonFactory(given_name="Tom", family_name="Reid"))
    DeputyFactory(person=council.helen, deputy=deputy, organisation=council.organisation)
    submitted(council)
    sentence = "With Helen Prosser (line manager) since 17 November 2026. Tom Reid stands in and can decide too."
    sentence += " It goes up on 27 November 2026 if nobody decides."
    assert [each.sentence for each in whereabouts_of(own_requests(council.by), on=TODAY)] == [sentence]
