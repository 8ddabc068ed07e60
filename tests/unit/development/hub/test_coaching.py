import pytest

from academy.development.hub.cards import cards_for
from tests.factories.coaching import CoachProfileFactory, match_in
from tests.factories.people import as_actor


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation, capacity=5)


def card(actor):
    (found,) = [each for each in cards_for(actor) if each.title == "Coaching"]
    return found


def test_card_without_coaching_leads_to_the_directory(council):
    found = card(council.by)

    assert (found.url, found.says, found.button) == (
        "/development/coaching/",
        "Somebody outside your line who helps you on.",
        "Find a coach or mentor",
    )


def test_card_names_the_coach_and_leads_to_what_waits(council, coach):
    match = match_in("offered", person=council.author, profile=coach)
    found = card(council.by)

    assert (found.url, found.says, found.button_url) == (
        "/development/coaching/mine/",
        f"With {council.colleague.full_name}.",
        match.get_absolute_url(),
    )


@pytest.mark.parametrize(("number", "words"), [(1, "You coach {}."), (2, "You coach 2.")])
def test_card_of_a_coach_says_whom_or_how_many_she_coaches(council, coach, number, words):
    matches = [match_in("running", profile=coach) for _ in range(number)]

    assert card(as_actor(council.colleague)).says.endswith(words.format(matches[0].person.full_name))
