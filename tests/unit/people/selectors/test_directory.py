import pytest

from academy.people.selectors.directory import Job, Wanted, cards_of, people_wanted
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    AnnotationFactory,
    GradeFactory,
    JobRoleFactory,
    RoleHoldingFactory,
    TeamFactory,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return OrganisationFactory(short_name="Bristol")


@pytest.fixture
def team(here):
    return TeamFactory(service__organisation=here, service__name="Adult Social Care", name="South Locality")


@pytest.fixture
def amara(here, team):
    person = PersonFactory(given_name="Amara", family_name="Osei")
    return staff_of(here, person=person, team=team, job_role=JobRoleFactory(title="Social worker"))


@pytest.fixture
def callum(here):
    return staff_of(here, person=PersonFactory(given_name="Callum", family_name="Reid", known_as="Cal"))


def found(reader, **wanted):
    return list(people_wanted(as_actor(reader), Wanted(**wanted)))


@pytest.mark.parametrize(
    ("name", "who"),
    [("osei", ["Amara"]), ("am os", ["Amara"]), ("CAL", ["Callum"]), ("reid cal", ["Callum"]), ("osei reid", [])],
)
def test_every_word_of_the_name_counts(amara, callum, name, who):
    assert [person.given_name for person in found(amara, name=name)] == who


def test_without_a_question_everybody_visible_is_there_by_family_name(amara, callum):
    assert [person.family_name for person in found(amara)] == ["Osei", "Reid"]


def test_place_and_job_narrow_the_list(amara, callum, here, team):
    job = amara.posts.get().terms.get().job_role

    assert found(callum, organisation_id=here.pk) == [amara, callum]
    assert found(callum, service_id=team.service_id) == [amara]
    assert found(callum, team_id=team.pk) == [amara]
    assert found(callum, job_role_id=job.pk) == [amara]
    assert found(callum, team_id=team.pk, job_role_id=callum.posts.get().terms.get().job_role_id) == []


def test_role_and_annotation_narrow_the_list(amara, callum, here):
    RoleHoldingFactory(person=callum, role="panel_member", organisation=here)
    AnnotationFactory(registration__person=amara, kind="amhp")

    assert found(amara, role="panel_member") == [callum]
    assert found(amara, role="panel_member", organisation_id=here.pk) == [callum]
    assert found(amara, role="annotation:amhp") == [amara]
    assert found(amara, role="annotation:bia") == []


def test_role_held_where_the_reader_does_not_belong_finds_nobody(amara, callum):
    RoleHoldingFactory(person=callum, role="panel_member")

    assert found(amara, role="panel_member") == []


def test_place_where_the_reader_does_not_belong_finds_nobody(amara, callum):
    elsewhere = OrganisationFactory()
    staff_of(elsewhere, person=callum)

    assert found(amara, organisation_id=elsewhere.pk) == []


def test_card_tells_job_grade_team_and_what_the_register_notes(amara, here, callum):
    terms = amara.posts.get().terms.get()
    terms.grade = GradeFactory(organisation=here, code="BG10")
    terms.save()
    AnnotationFactory(registration__person=amara, kind="bia")

    [card] = cards_of([amara], as_actor(callum))

    assert card.jobs == (Job("Social worker", "BG10", "South Locality", "Adult Social Care", "Bristol", here.pk),)
    assert (card.person, card.notes) == (amara, ("BIA",))


def test_card_hides_a_job_where_the_reader_does_not_belong(amara, callum):
    staff_of(OrganisationFactory(short_name="Bexley"), person=amara)

    def organisations(reader):
        [card] = cards_of([amara], as_actor(reader))
        return sorted(job.organisation for job in card.jobs)

    assert (organisations(callum), organisations(amara)) == (["Bristol"], ["Bexley", "Bristol"])


def test_card_of_somebody_without_a_job_tells_how_she_belongs(here):
    lead = holder_of("academy_lead", here)
    candidate = member_of(here)

    [card] = cards_of([candidate], as_actor(lead))

    assert (card.jobs, card.memberships, card.notes) == ((), ("External candidate, Bristol",), ())


@pytest.mark.parametrize("count", [1, 3])
def test_cards_take_three_queries_however_many(count, here, amara, django_assert_num_queries):
    people = [staff_of(here) for _ in range(count)]
    reader = as_actor(amara)

    with django_assert_num_queries(3):
        cards = cards_of(people, reader)

    assert [len(card.jobs) for card in cards] == [1] * count
