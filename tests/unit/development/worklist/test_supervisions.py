"""What waits in supervision, the cards and cells made of it, and who is reminded when."""

from datetime import date

import pytest

from academy.development.columns.supervisions import _cells
from academy.development.hub.supervisions import _supervision
from academy.development.models import Supervision
from academy.development.navigation.supervisions import _note_url, _read
from academy.development.reminders.supervisions import SUPERVISION
from academy.development.worklist.supervisions import _agreements, _sessions
from academy.engines.reminders.deadlines import Asked, Told
from tests.factories.identity import TODAY
from tests.factories.people import NOW, AbsenceFactory, as_actor
from tests.factories.supervisions import agreement_between, session_of


@pytest.fixture
def agreement(council):
    return agreement_between(council.author, council.manager)


def said(items):
    return [(item.what, item.why, item.action) for item in items]


def test_agreement_waits_for_her_to_agree(council):
    agreement_between(council.author, council.manager, agreed_at=None, every_weeks=1)

    assert said(_agreements(as_actor(council.author), TODAY)) == [
        (f"Agree to reflective supervision with {council.manager.full_name}", "90 minutes every week.", "See it")
    ]
    assert _agreements(as_actor(council.manager), TODAY) == []


@pytest.mark.parametrize(("from_on", "waits"), [(date(2026, 11, 3), True), (date(2026, 11, 4), False)])
def test_supervisor_plans_when_the_rhythm_is_due_within_a_fortnight(council, from_on, waits):
    agreement_between(council.author, council.manager, from_on=from_on)

    items = _agreements(as_actor(council.manager), TODAY)

    what = f"Plan reflective supervision with {council.author.full_name}"
    assert said(items) == ([(what, "By your rhythm it is due.", "Plan it")] if waits else [])
    assert _agreements(as_actor(council.author), TODAY) == []


def test_pause_is_said_and_a_planned_session_leaves_nothing_to_plan(council, agreement):
    AbsenceFactory(person=council.author, from_on=date(2026, 9, 7), until_on=date(2026, 9, 20))
    paused = _agreements(as_actor(council.manager), TODAY)
    session_of(agreement, planned_on=date(2026, 12, 1))

    assert paused[0].why == "By your rhythm it is due, paused: away 7 to 20 September 2026."
    assert paused[0].due_on == date(2026, 10, 13)
    assert _agreements(as_actor(council.manager), TODAY) == []


def test_session_whose_day_has_passed_and_one_not_signed_wait_for_both(council, agreement):
    session_of(agreement, planned_on=TODAY)
    session_of(agreement, planned_on=date(2026, 11, 16))
    session_of(agreement, "held", planned_on=date(2026, 11, 3))

    for who, other in ((council.author, council.manager), (council.manager, council.author)):
        assert said(_sessions(as_actor(who), TODAY)) == [
            (
                f"Write and sign your part of the session with {other.full_name}",
                "Held on 10 November 2026. Both of you sign.",
                "Open it",
            ),
            (f"Say whether you met {other.full_name}", "Supervision was planned for 16 November 2026.", "Say it"),
        ]


def test_who_has_signed_waits_no_more(council, agreement):
    session_of(agreement, "held", own_signed_at=NOW)

    assert _sessions(as_actor(council.author), TODAY) == []
    assert len(_sessions(as_actor(council.manager), TODAY)) == 1


def test_cards_lead_to_each_strand_and_to_whom_one_supervises(council, agreement):
    own = _supervision(as_actor(council.author))[0]
    session_of(agreement, planned_on=date(2026, 12, 1))
    planned = _supervision(as_actor(council.author))[0]

    assert (own.title, own.due_words, own.due_on) == (
        "Reflective supervision",
        "Next by your rhythm on",
        date(2026, 9, 29),
    )
    assert (planned.due_words, planned.due_on) == ("Next planned for", date(2026, 12, 1))
    assert [card.says for who in (council.manager, council.colleague) for card in _supervision(as_actor(who))] == [
        "You supervise 1. Days are planned, noted and signed here.",
        "Nothing is agreed yet. Days are planned, noted and signed here.",
    ]


def test_cell_shows_the_strand_that_is_due_first(council, agreement):
    agreement_between(council.author, council.colleague, strand="day_to_day", from_on=date(2026, 11, 10))

    cells = _cells(as_actor(council.manager), [council.author.pk, council.colleague.pk])

    assert {pk: (cell.state.word, cell.says, cell.due_on) for pk, cell in cells.items()} == {
        council.author.pk: ("Behind its rhythm", "Reflective", date(2026, 9, 29))
    }


def test_both_are_reminded_the_day_before_of_what_is_planned(agreement):
    planned = session_of(agreement, planned_on=date(2026, 11, 18))
    session_of(agreement, "held")

    found = list(SUPERVISION.find(Asked(on=TODAY, first=TODAY, last=TODAY)))

    assert [(each.due, list(each.rows)) for each in found] == [("planned_on", [planned])]
    assert {(offset.days, tuple(each.words for each in offset.to)) for offset in SUPERVISION.offsets} == {
        (-1, ("the person herself", "her supervisor"))
    }


@pytest.mark.parametrize(
    ("is_own", "due_on", "words"),
    [
        (True, date(2026, 11, 18), "Your supervision is planned for 18 November, which is tomorrow."),
        (False, date(2026, 11, 16), "Supervision with {name} was planned for 16 November, which was yesterday."),
    ],
)
def test_line_says_with_whom_and_when(council, is_own, due_on, words):
    line = SUPERVISION.line(Told(subject_id=7, about=council.author, is_own=is_own, due_on=due_on, on=TODAY))

    assert (line.what, line.url) == (words.format(name=council.author.full_name), "/development/supervision/7/")


def test_unsent_words_lead_back_to_ones_part(db):
    assert _note_url("7") == "/development/supervision/7/write/"
    assert (_read({"words": ["Hers."], "token": ["x"]}), _read({"words": [""]}), _read({})) == (
        {"My notes": "Hers."},
        {},
        {},
    )
    assert Supervision(pk=7).get_absolute_url() == "/development/supervision/7/"
