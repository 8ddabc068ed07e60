import pytest

from academy.people.sign_in.backend import PersonBackend
from tests.factories.identity import UserFactory


@pytest.mark.django_db
def test_account_of_a_session_comes_with_its_person_in_one_query(django_assert_num_queries):
    user = UserFactory()

    with django_assert_num_queries(1):
        found = PersonBackend().get_user(user.pk)
        assert (found, found.person.full_name) == (user, user.person.full_name)


@pytest.mark.django_db
def test_account_that_is_closed_or_gone_is_nobodys():
    closed = UserFactory(is_active=False)

    assert [PersonBackend().get_user(pk) for pk in (closed.pk, 0)] == [None, None]
