"""Pages as a test reads them: a browser somebody is signed in with, and the words of an answer."""

from datetime import date
from typing import Any

from django.test import Client

from academy.identity.models import Person
from tests.factories.people import account_of


def browser(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(account_of(person))
    return client


def words(response: Any) -> str:
    """What stands in an answer, white space folded."""
    return " ".join(response.content.decode().split())


def day(name: str, on: date) -> dict[str, str]:
    """A day as the three boxes of a form send it."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}
