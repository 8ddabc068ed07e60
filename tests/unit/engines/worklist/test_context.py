from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory

from academy.engines.worklist.context import todo
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from tests.factories.identity import UserFactory

pytestmark = pytest.mark.frame_count

HEADER = Template(
    "{% if todo_count is not None %}{{ todo_count }} {{ todo_count|pluralize:'thing,things' }}{% endif %}"
)


@pytest.fixture
def asked() -> list[date]:
    asked: list[date] = []

    def find(actor, on):
        asked.append(on)
        return [Item(what="Write", why="", url="/", action="Open")]

    declare(Provider("tests.entry", find))
    return asked


def request_of(user):
    request = RequestFactory().get("/")
    request.user, request.session = user, {}
    return request


def render(template: Template, user) -> str:
    return template.render(Context(todo(request_of(user))))


@pytest.mark.django_db
def test_count_is_worked_out_once_for_a_page(asked):
    assert render(HEADER, UserFactory()) == "1 thing"
    assert len(asked) == 1


@pytest.mark.django_db
def test_page_without_the_count_asks_nobody(asked):
    assert render(Template("Hello"), UserFactory()) == "Hello"
    assert asked == []


def test_nobody_signed_in_has_no_count(asked):
    assert (render(HEADER, AnonymousUser()), asked) == ("", [])
