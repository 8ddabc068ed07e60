from datetime import date

import pytest

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.engines.worklist.selectors.items import (
    count_for,
    waiting_for,
    waiting_in,
    waiting_of_app,
    waiting_on_others,
)
from academy.identity.actor import Actor

TODAY = date(2026, 11, 17)
ACTOR = Actor.system("tests", on=TODAY)


def item(what: str, *, due_on: date | None = None) -> Item:
    return Item(what=what, why="", url="/", action="Open", due_on=due_on)


MINE, LATE, OTHERS = item("Write"), item("Sign", due_on=date(2026, 11, 1)), item("Answer")


@pytest.fixture
def asked() -> list[tuple[Actor, date]]:
    asked: list[tuple[Actor, date]] = []

    def find_mine(actor, on):
        asked.append((actor, on))
        return [MINE]

    declare(Provider("tests.entry", find_mine))
    declare(Provider("tests.review", lambda actor, on: [LATE]))
    declare(Provider("tests.answer", lambda actor, on: [OTHERS], waits_on_others=True))
    return asked


def test_waiting_for_joins_all_providers_most_urgent_first(asked):
    assert waiting_for(ACTOR) == [LATE, MINE]
    assert asked == [(ACTOR, TODAY)]


def test_what_others_owe_is_apart_and_not_counted(asked):
    assert waiting_on_others(ACTOR) == [OTHERS]
    assert count_for(ACTOR) == 2


def test_without_providers_nothing_waits():
    assert (waiting_for(ACTOR), waiting_on_others(ACTOR), count_for(ACTOR)) == ([], [], 0)


def test_waiting_in_a_record_is_what_its_app_says_is_of_it():
    here, other = (Item(what=of, why="", url="/", action="Open", of=of) for of in ("tests.thing:1", "tests.thing:2"))
    declare(Provider("tests.entry", lambda actor, on: [other, here]))
    declare(Provider("tests.answer", lambda actor, on: [here], waits_on_others=True))
    declare(Provider("others.entry", lambda actor, on: [here]))

    assert waiting_in(ACTOR, app="tests", of="tests.thing:1") == ([here], [here])
    assert waiting_in(ACTOR, app="tests", of="tests.thing:2") == ([other], [])


def test_waiting_of_an_app_is_hers_to_do_there_and_most_urgent_first():
    declare(Provider("tests.entry", lambda actor, on: [MINE, LATE]))
    declare(Provider("tests.answer", lambda actor, on: [OTHERS], waits_on_others=True))
    declare(Provider("others.entry", lambda actor, on: [OTHERS]))

    assert waiting_of_app(ACTOR, "tests") == [LATE, MINE]
