from datetime import date, timedelta

import pytest

from academy.development.models import Entry
from academy.development.selectors.empty_stretches import empty_stretches
from academy.people.models import JobRole, Post
from tests.factories.development import CpdPolicyFactory, EntryFactory
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import PostFactory, TermsFactory, account_of, staff_of

pytestmark = pytest.mark.django_db
# The plain rhythm counts twelve weeks from 13 October 2025: this one holds TODAY.
BEGINS, ENDS = date(2026, 9, 14), date(2026, 12, 6)


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def worker(council):
    person = staff_of(council)
    account_of(person)
    return person


def found(*, on=TODAY, first=TODAY, last=date(2027, 12, 31)):
    empty = empty_stretches(on, first=first, last=last)
    return {(each.stretch.starts_on, each.stretch.ends_on): list(each.people) for each in empty}


def test_who_kept_nothing_in_the_present_stretch_is_found(worker):
    assert found() == {(BEGINS, ENDS): [worker]}


@pytest.mark.parametrize("day", [BEGINS, ENDS])
def test_who_kept_an_entry_on_any_day_of_it_is_not_found(worker, day):
    EntryFactory(author=worker, started_on=day)

    assert found() == {(BEGINS, ENDS): []}


@pytest.mark.parametrize("day", [BEGINS - timedelta(days=1), ENDS + timedelta(days=1)])
def test_entry_of_another_stretch_does_not_count(worker, day):
    EntryFactory(author=worker, started_on=day)

    assert found() == {(BEGINS, ENDS): [worker]}


@pytest.mark.parametrize("kind", ["draft", "withdrawn"])
def test_entry_that_is_not_kept_does_not_count(worker, kind):
    EntryFactory(author=worker, **{kind: True})

    assert found() == {(BEGINS, ENDS): [worker]}


def test_entry_of_somebody_else_does_not_count(worker):
    EntryFactory()

    assert found() == {(BEGINS, ENDS): [worker]}
    assert Entry.objects.count() == 1


def test_who_has_no_account_or_a_closed_one_is_not_found(worker):
    account = account_of(worker)
    account.is_active = False
    account.save()
    staff_of(worker.posts.get().organisation)

    assert found() == {(BEGINS, ENDS): []}


def test_job_without_registration_is_not_asked_of(worker):
    JobRole.objects.update(is_registered=False)

    assert found() == {(BEGINS, ENDS): []}


def test_leaver_is_not_found(worker):
    Post.objects.update(until_on=TODAY - timedelta(days=1))

    assert found() == {(BEGINS, ENDS): []}


@pytest.mark.parametrize(
    ("first", "last", "is_found"),
    [(ENDS, ENDS, True), (TODAY, ENDS - timedelta(days=1), False), (ENDS + timedelta(days=1), date(2027, 1, 1), False)],
)
def test_only_stretches_that_end_on_one_of_the_days_are_found(worker, first, last, is_found):
    assert bool(found(first=first, last=last)) is is_found


def test_stretch_is_that_of_the_newest_policy_of_the_employer(worker, council):
    CpdPolicyFactory(rhythm_weeks=10)
    CpdPolicyFactory(organisation=council, valid_from=date(2026, 1, 1), rhythm_weeks=4)
    CpdPolicyFactory(organisation=council, valid_from=date(2026, 2, 1), rhythm_weeks=8, rhythm_from=date(2026, 10, 5))
    other = staff_of(OrganisationFactory())
    account_of(other)

    assert found() == {
        (date(2026, 9, 28), date(2026, 12, 6)): [other],
        (date(2026, 10, 5), date(2026, 11, 29)): [worker],
    }


def test_two_posts_under_two_rhythms_have_two_stretches(worker):
    second = PostFactory(person=worker)
    TermsFactory(post=second)
    CpdPolicyFactory(organisation=second.organisation, rhythm_weeks=8, rhythm_from=date(2026, 10, 5))

    assert found() == {(BEGINS, ENDS): [worker], (date(2026, 10, 5), date(2026, 11, 29)): [worker]}


def test_employers_with_the_same_rhythm_are_asked_together(worker):
    second = OrganisationFactory()
    CpdPolicyFactory(organisation=second)
    other = staff_of(second)
    account_of(other)

    assert {key: set(people) for key, people in found().items()} == {(BEGINS, ENDS): {worker, other}}


@pytest.mark.parametrize("count", [1, 3])
def test_finding_takes_two_queries_whatever_the_number(council, count, django_assert_num_queries):
    for _ in range(count):
        account_of(staff_of(council))

    with django_assert_num_queries(2):
        assert len(found()[BEGINS, ENDS]) == count
