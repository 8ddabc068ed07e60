"""A browser in which somebody is signed in, and what a page shows."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from academy.identity.models import Person
from tests.factories.people import account_of


def window_of(person: Person) -> Client:
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response) -> str:
    """The text of the page in one line, without the breaks of its markup."""
    return " ".join(response.content.decode().split())


def crumbs_in(page: str) -> list[str]:
    """The way back a page shows, in words, this page last."""
    trail = page.partition('<ol class="app-crumbs">')[2].partition("</ol>")[0]
    return re.findall(r">([^<>]+)<", trail)


def own_queries(window: Client, url: str) -> int:
    """How many queries a page asks beyond those of a page that shows nothing."""
    with override_settings(ROOT_URLCONF="tests.benchmarks.urls"):
        return _queries(window, url) - _queries(window, "/benchmark/empty/")


def _queries(window: Client, url: str) -> int:
    window.get(url)
    with CaptureQueriesContext(connection) as asked:
        response = window.get(url)
    assert response.status_code == 200
    return len(asked)
