from datetime import date

import pytest

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import declared
from tests.factories.coaching import CoachMeetingFactory, CoachProfileFactory, match_in
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor

FIND = {provider.key: provider.find for provider in declared()}
ASKED_ON, DUE = date(2026, 11, 16), date(2026, 11, 30)


@pytest.fixture
def coach(council):
    return CoachProfileFactory(person=council.colleague, organisation=council.organisation)


def waiting(council, key="development.match"):
    actors = (council.by, as_actor(council.colleague), as_actor(council.manager))
    return [[(item.what, item.due_on) for item in FIND[key](actor, TODAY)] for actor in actors]


def match_of(council, coach, state, **said):
    return match_in(state, person=council.author, profile=coach, **said)


def test_coach_answers_by_the_fourteenth_day_and_the_person_waits(council, coach):
    match = match_of(council, coach, "asked")
    coachs, persons = council.colleague.full_name, council.author.full_name

    assert FIND["development.match"](as_actor(council.colleague), TODAY) == [
        Item(
            what=f"Answer {persons}, who asks you to coach",
            why="A place of yours is kept until then.",
            url=match.get_absolute_url(),
            action="Answer",
            due_on=DUE,
            waiting_since=ASKED_ON,
        )
    ]
    assert FIND["development.match_awaited"](council.by, TODAY) == [
        Item(
            what=f"{coachs} to answer about your coaching",
            why="A place is kept for you until then.",
            url=match.get_absolute_url(),
            action="See it",
            due_on=DUE,
            waiting_since=ASKED_ON,
        )
    ]


@pytest.mark.parametrize(
    ("state", "said", "own", "hers"),
    [
        ("offered", {}, ["Say yes to {coach} as your coach"], []),
        ("agreed", {}, ["Sign the coaching contract with {coach}"], ["Sign the coaching contract with {person}"]),
        ("agreed", {"person_signed_at": NOW}, [], ["Sign the coaching contract with {person}"]),
        ("running", {}, [], []),
        (
            "running",
            {"until_on": date(2026, 11, 16)},
            ["End the coaching with {coach}"],
            ["End the coaching with {person}"],
        ),
        ("ended", {}, [], []),
    ],
)
def test_whose_turn_it_is_has_it_on_her_worklist(council, coach, state, said, own, hers):
    match_of(council, coach, state, **said)
    names = {"coach": council.colleague.full_name, "person": council.author.full_name}

    assert waiting(council) == [[(words.format(**names), None) for words in each] for each in (own, hers, [])]


@pytest.mark.parametrize(
    ("meetings", "words"),
    [
        ([("planned", 16)], "Say whether you met {}"),
        ([("planned", 17)], None),
        ([("missed", 3), ("missed", 9), ("planned", 16)], "Talk with {} about whether to go on"),
    ],
)
def test_meetings_ask_for_one_thing_at_a_time(council, coach, meetings, words):
    match = match_of(council, coach, "running")
    for outcome, day in meetings:
        CoachMeetingFactory(match=match, met_on=date(2026, 11, day), outcome=outcome)
    expected = [(words.format(council.colleague.full_name), None)] if words else []

    assert waiting(council)[0] == expected


def test_person_who_signed_waits_for_the_coach(council, coach):
    match_of(council, coach, "agreed", person_signed_at=NOW)

    assert waiting(council, "development.match_awaited") == [
        [(f"{council.colleague.full_name} to go on about your coaching", None)],
        [],
        [],
    ]
