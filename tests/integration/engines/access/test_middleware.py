import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpResponse
from django.test import RequestFactory

from academy.engines.access.middleware import SESSION_KEY, ActorMiddleware, actor_of
from tests.factories.identity import OrganisationFactory

pytestmark = pytest.mark.django_db


def passed(user, *, session: dict[str, int] | None = None):
    """A request as views and templates see it."""
    request = RequestFactory().get("/")
    request.user = user
    request.session = SessionBase()
    request.session.update(session or {})
    ActorMiddleware(lambda request: HttpResponse())(request)
    return request


def test_wish_for_another_organisation_counts_while_it_is_reached(amara, organisations):
    home, other = organisations
    elsewhere = OrganisationFactory()

    for wish, acting in ((None, home), (other.pk, other), (elsewhere.pk, home)):
        request = passed(amara, session={SESSION_KEY: wish} if wish else {})
        assert (request.actor.organisation_id, request.organisation) == (acting.pk, acting)


def test_actor_and_organisation_are_worked_out_once(amara, organisations, django_assert_num_queries):
    request = passed(amara)

    with django_assert_num_queries(1):
        assert actor_of(request) is actor_of(request)
        assert (request.actor.label, request.organisation.name, request.organisation.name) == (
            "Amara Osei",
            "Bristol",
            "Bristol",
        )


def test_person_without_a_post_is_in_no_organisation(amara):
    request = passed(amara)

    assert (request.actor.label, bool(request.organisation)) == ("Amara Osei", False)


def test_nobody_signed_in_is_no_actor():
    request = passed(AnonymousUser())

    assert (actor_of(request), bool(request.actor), bool(request.organisation)) == (None, False, False)


def test_request_that_asks_for_neither_costs_no_query(amara, organisations, django_assert_num_queries):
    with django_assert_num_queries(0):
        passed(amara)
