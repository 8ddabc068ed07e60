from types import SimpleNamespace

import pytest

from academy.ui.navigation import PersonItem, PersonRegister, Place

ANNA = SimpleNamespace(pk=7)


def way(label="Training record", *, order=1, shown=True, url_name="people:person"):
    return PersonItem(label=label, url_name=url_name, order=order, shown_to=lambda actor, person: shown)


def test_ways_of_a_persons_page_stand_in_order_and_only_those_that_are_shown():
    register = PersonRegister()
    register.add(way("Later", order=2, url_name="settings:person"))
    register.add(way("Hidden", shown=False, url_name="people:invite"))
    register.add(way("First"))
    assert register.places(actor=None, person=ANNA) == [
        Place("First", "/people/7/", is_current=False),
        Place("Later", "/settings/people/7/", is_current=False),
    ]


def test_second_way_to_the_same_address_is_refused():
    register, item = PersonRegister(), way()
    register.add(item)
    register.add(item)
    with pytest.raises(ValueError, match="already a way to people:person"):
        register.add(way("Other"))
