from datetime import date

import pytest

from academy.development.hub import cards
from academy.development.hub.cards import Card, CardSource, cards_for, declare
from tests.factories.identity import PersonFactory
from tests.factories.people import as_actor


def source(key, order, *titles):
    made = [Card(title=title, url="/x/", says="So it stands.", due_on=date(2027, 3, 31)) for title in titles]
    return CardSource(key=key, order=order, read=lambda actor: made)


@pytest.fixture
def _empty(monkeypatch):
    monkeypatch.setattr(cards, "_declared", {})


@pytest.mark.usefixtures("_empty", "db")
def test_cards_stand_in_the_order_declared_and_by_key():
    declare(source("b", 20, "Third", "Fourth"), source("c", 10, "Second"), source("a", 10, "First"), source("d", 5))
    assert [card.title for card in cards_for(as_actor(PersonFactory()))] == ["First", "Second", "Third", "Fourth"]


@pytest.mark.usefixtures("_empty")
def test_source_declared_twice_is_a_bug():
    declare(source("a", 10))
    with pytest.raises(RuntimeError, match="Two sources of cards are called a"):
        declare(source("a", 20))
