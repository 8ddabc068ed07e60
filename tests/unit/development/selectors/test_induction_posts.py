from datetime import date, timedelta

import pytest

from academy.development.selectors.induction_posts import posts_to_begin, posts_to_induct, programmes_for
from academy.people.choices import RoleCode
from academy.people.models import Post
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.inductions import InductionProgrammeFactory, induction_of
from tests.factories.people import JobRoleFactory, PostFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
JOINED = date(2026, 9, 1)


@pytest.fixture
def organisation():
    return OrganisationFactory(kind="council")


@pytest.fixture
def general():
    return InductionProgrammeFactory(code="general")


def joined(organisation, *, since=JOINED, **said):
    return staff_of(organisation, since=since, **said).posts.get(from_on=since)


def programme_of(post):
    found = programmes_for([post], TODAY).get(post.pk)
    return found.code if found else None


def test_own_programme_goes_before_the_general_one_and_one_for_the_job_before_both(organisation, general):
    job = JobRoleFactory(code="social-worker")
    other, post, special = joined(OrganisationFactory()), joined(organisation), joined(organisation, job_role=job)
    InductionProgrammeFactory(code="own", organisation=organisation)
    InductionProgrammeFactory(code="for-social-workers", organisation=organisation, job_roles=["social-worker"])

    assert [programme_of(each) for each in (other, post, special)] == ["general", "own", "for-social-workers"]


def test_edition_of_the_first_day_holds_and_before_any_the_present_one(organisation):
    InductionProgrammeFactory(code="old", valid_from=date(2026, 1, 1), valid_to=date(2026, 9, 1))
    InductionProgrammeFactory(code="new", valid_from=date(2026, 9, 2))
    InductionProgrammeFactory(code="gone", valid_from=date(2026, 9, 1), withdrawn_on=date(2026, 9, 30))
    days = (date(2020, 5, 4), date(2026, 9, 1), date(2026, 9, 2))

    assert [programme_of(joined(organisation, since=day)) for day in days] == ["new", "old", "new"]


def test_no_programme_holds_for_a_post(organisation):
    InductionProgrammeFactory(job_roles=["juggler"])

    assert programme_of(joined(organisation)) is None
    assert posts_to_induct(TODAY) == []


@pytest.mark.parametrize(
    ("since", "found"),
    [
        (date(2025, 12, 31), False),  # before the programme
        (date(2026, 5, 16), False),  # due yesterday
        (date(2026, 5, 17), True),  # due today
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
    ],
)
def test_starter_is_found_between_the_programmes_first_day_and_its_due_day(organisation, general, since, found):
    post = joined(organisation, since=since)

    assert posts_to_induct(TODAY) == ([post] if found else [])


def test_who_has_an_induction_or_another_kind_of_employer_is_left_alone(organisation, general):
    induction_of(joined(organisation).person)
    joined(OrganisationFactory(kind="university"))
    PostFactory(organisation=organisation, from_on=JOINED, is_primary=False)

    assert posts_to_induct(TODAY) == []


@pytest.mark.parametrize(
    ("earlier", "starts"),
    [
        ({"until_on": JOINED - timedelta(days=1)}, False),
        ({"until_on": JOINED - timedelta(days=2)}, True),
        ({"is_primary": False}, False),
        ({"from_on": JOINED + timedelta(days=9), "is_primary": False}, True),
    ],
)
def test_who_was_there_until_the_day_before_is_no_starter(organisation, general, earlier, starts):
    person = PersonFactory()
    PostFactory(**{"person": person, "organisation": organisation, "from_on": date(2020, 1, 6), **earlier})
    post = staff_of(organisation, person=person, since=JOINED).posts.get(from_on=JOINED)

    assert posts_to_induct(TODAY) == ([post] if starts else [])


@pytest.mark.parametrize("number", [1, 3])
def test_starters_take_the_same_number_of_queries(organisation, general, number, django_assert_num_queries):
    for _ in range(number):
        joined(organisation)

    with django_assert_num_queries(4):
        assert len(posts_to_induct(TODAY)) == number


def test_manager_begins_for_her_people_and_the_academy_for_who_joined_in_a_year(organisation):
    manager, lead = staff_of(organisation), holder_of(RoleCode.ACADEMY_LEAD, organisation)
    managed = joined(organisation, since=date(2020, 1, 6), line_manager=manager)
    recent = joined(organisation)
    induction_of(joined(organisation, line_manager=manager).person)
    Post.objects.filter(person=lead).update(from_on=JOINED)

    assert posts_to_begin(as_actor(manager)) == [managed]
    assert posts_to_begin(as_actor(lead)) == sorted(
        Post.objects.filter(pk=recent.pk), key=lambda post: post.person.family_name
    )


def test_next_edition_of_a_programme_takes_the_place_of_the_one_before(organisation, general):
    InductionProgrammeFactory(code="own", organisation=organisation, valid_from=date(2020, 1, 1))
    newest = InductionProgrammeFactory(code="own", organisation=organisation, valid_from=date(2026, 8, 1))
    before, after = joined(organisation, since=date(2026, 7, 1)), joined(organisation)
    assert [programmes_for([post], TODAY)[post.pk].valid_from for post in (before, after)] == [
        date(2020, 1, 1),
        newest.valid_from,
    ]
