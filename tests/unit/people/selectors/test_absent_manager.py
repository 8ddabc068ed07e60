import pytest

from academy.people.models import Post
from academy.people.selectors.line_management import absent_manager, line_manager_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import SINCE, DeputyFactory, PostFactory, TermsFactory, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def manager(organisation):
    return staff_of(organisation)


def test_deputy_stands_in_for_the_line_manager_who_stands_in_for_nobody(organisation, manager):
    deputy, her = staff_of(organisation), staff_of(organisation, line_manager=manager)
    DeputyFactory(person=manager, deputy=deputy, organisation=organisation)
    DeputyFactory(person=deputy, deputy=manager, organisation=organisation)

    found = [absent_manager(her.pk, organisation.pk, by=by.pk, on=TODAY) for by in (deputy, manager, her)]

    assert found == [manager.pk, None, None]


def test_deputy_elsewhere_or_on_another_day_stands_in_for_nobody(organisation, manager):
    deputy, her = staff_of(organisation), staff_of(organisation, line_manager=manager)
    DeputyFactory(person=manager, deputy=deputy, organisation=OrganisationFactory())
    DeputyFactory(person=manager, deputy=deputy, organisation=organisation, until_on=SINCE)

    assert absent_manager(her.pk, organisation.pk, by=deputy.pk, on=TODAY) is None


def test_line_manager_in_a_row_is_that_of_the_primary_post(organisation, manager):
    her = staff_of(organisation, line_manager=manager)
    second = PostFactory(person=her, organisation=organisation, is_primary=False)
    TermsFactory(post=second, line_manager=staff_of(organisation))
    rows = Post.objects.filter(person__in=[her, manager]).annotate(manager=line_manager_of(TODAY, person="person_id"))

    assert set(rows.values_list("person", "manager")) == {(her.pk, manager.pk), (manager.pk, None)}
