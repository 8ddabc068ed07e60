"""Every address of the portal states who may ask (architecture 6)."""

from django.urls import get_resolver, path
from django.views import View

from academy.engines.access.permissions import declared
from tests.architecture.checkers.addresses import states_nothing, undeclared, views


class _Silent(View):
    pass


class _Public(View):
    public = True


class _Guarded(View):
    permission = "people.person.view"


def test_every_view_states_a_permission_or_is_public():
    found = [
        finding for address, view in views(get_resolver().url_patterns) for finding in states_nothing(address, view)
    ]

    assert found == []


def test_every_permission_a_view_states_is_declared():
    codes = {permission.code for permission in declared()}
    walk = views(get_resolver().url_patterns)

    assert [finding for address, view in walk for finding in undeclared(address, view, codes)] == []


def test_view_that_states_nothing_is_found_however_deep():
    patterns = [path("a/", ([path("b/", _Silent.as_view())], "app", None))]

    assert [finding for address, view in views(patterns) for finding in states_nothing(address, view)] == [
        "/a/b/: _Silent states no permission and is not marked public"
    ]


def test_view_that_states_something_is_not_found():
    assert states_nothing("a/", _Public.as_view()) == []
    assert states_nothing("a/", _Guarded.as_view()) == []


def test_permission_nobody_declares_is_found():
    assert undeclared("a/", _Guarded.as_view(), {"people.post.end"}) == ["/a/: nobody declares people.person.view"]
    assert undeclared("a/", _Guarded.as_view(), {"people.person.view"}) == []
