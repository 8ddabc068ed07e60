"""What home says of a renewal: the item of one's own, and the days ahead."""

from datetime import date

import pytest

from academy.development.services.renewals import note
from academy.engines.worklist.days import days_ahead
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import declared
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, as_actor
from tests.factories.renewals import regulators_loaded

FIND = {provider.key: provider.find for provider in declared()}


@pytest.fixture
def registered(council):
    regulators_loaded()
    return RegistrationFactory(person=council.author)


def noted(council, *acts):
    for act in acts:
        note(regulator="swe", act=act, done_on=date(2026, 11, 2), by=council.by, at=NOW)


def found(council, on):
    return FIND["development.renewal"](as_actor(council.author, on=on), on)


def test_renewal_waits_with_the_words_of_what_is_missing(council, registered):
    noted(council, "cpd", "form")
    assert found(council, TODAY) == [
        Item(
            what="Finish your renewal with Social Work England",
            why="Fee: Not paid. People have lost their registration with the other two done. "
            "It is £122.00 (to be confirmed).",
            url="/cpd/#swe",
            action="See the steps",
            due_on=date(2026, 11, 30),
        )
    ]


@pytest.mark.parametrize(
    ("on", "acts", "waits"),
    [
        (date(2026, 8, 31), (), False),
        (date(2026, 9, 1), (), True),
        (date(2026, 11, 30), ("cpd", "form"), True),
        (date(2026, 12, 1), ("cpd", "form"), True),
        (date(2026, 12, 1), (), False),
        (date(2026, 11, 30), ("cpd", "form", "fee"), False),
    ],
)
def test_renewal_waits_in_its_window_while_something_is_missing(council, registered, on, acts, waits):
    noted(council, *acts)
    assert bool(found(council, on)) is waits


def test_renewal_of_somebody_on_no_register_does_not_wait(council):
    regulators_loaded()
    assert found(council, TODAY) == []


@pytest.mark.parametrize(
    ("on", "ahead"),
    [
        (date(2026, 8, 20), [(date(2026, 9, 1), "Renewal window opens", "Social Work England")]),
        (date(2026, 11, 17), [(date(2026, 11, 30), "Renewal window closes", "Social Work England, 23:59")]),
        (date(2026, 12, 2), []),
    ],
)
def test_diary_names_the_days_on_which_the_window_opens_and_closes(council, registered, on, ahead):
    days = days_ahead(as_actor(council.author, on=on), days=60)
    assert [(day.on, day.what, day.detail) for day in days if day.what.startswith("Renewal")] == ahead
