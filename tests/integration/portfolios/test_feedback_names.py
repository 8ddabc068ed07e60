"""Names in feedback: found in what it is about before it is asked, and in what was said when it came (D7-01, D7-06)."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from academy.engines.guard.models import Overrule
from portfolios.models import Evidence
from portfolios.rules.feedback import Said
from portfolios.services.feedback_answers import answer
from portfolios.services.feedback_asks import Wish, ask_colleague
from tests.factories.people import NOW, as_actor

WISH = {"giver": "carer", "count": "2", "title": "The talk at BS1 5TR"}


@pytest.fixture(autouse=True)
def _no_limit_is_used_up():
    cache.clear()


@pytest.fixture
def author(council) -> Client:
    return council.client(council.author)


def at(name, *args):
    return reverse(f"portfolios:{name}", args=args)


def shown(response):
    return " ".join(response.content.decode().split())


def come(council, words):
    wish = Wish(title="The move", giver="manager")
    asked = ask_colleague(wish=wish, colleague=council.manager, by=as_actor(council.author), at=NOW)
    return answer(
        evidence=asked, said=Said(went_well=words, agreed=True), by=as_actor(council.manager), at=NOW
    ).evidence


@pytest.mark.parametrize(("name", "pieces"), [("cards", 2), ("link", 1)])
def test_what_it_is_about_is_looked_at_and_may_be_overruled(author, name, pieces):
    found = author.post(at(f"feedback-{name}"), WISH)
    assert (found.status_code, "Postcode" in shown(found), Evidence.objects.count()) == (422, True, 0)

    mark = re.search(r'name="guard_overruled"[^>]*value="(\w+)"', shown(found)).group(1)
    author.post(at(f"feedback-{name}"), {**WISH, "guard_overruled": mark, "guard_reason": "It is our own office."})

    assert (Overrule.objects.count(), Evidence.objects.count()) == (pieces, pieces)


def test_name_in_an_answer_is_found_and_taken_out(council, author):
    evidence = come(council, "Ring me on 07700 900123, she said.")
    page = at("feedback", evidence.pk)
    assert "Something in it may tell who somebody is: “07700 900123”" in shown(author.get(page))
    assert 'value="07700 900123"' in shown(author.get(at("feedback-mask", evidence.pk)))

    author.post(at("feedback-mask", evidence.pk), {"found": ["07700 900123"], "words": ""})

    after = shown(author.get(page))
    assert ("Ring me on [name removed], she said." in after, "07700" in after) == (True, False)
    assert "A name or number was taken out by the practitioner" in after


def test_what_is_not_there_is_not_taken_out(council, author):
    evidence = come(council, "She listens.")
    response = author.post(at("feedback-mask", evidence.pk), {"words": "Gudrun"})

    assert (response.status_code, "These words do not stand in what was said." in shown(response)) == (422, True)
