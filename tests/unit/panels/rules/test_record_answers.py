"""What the record answers by itself as a submission is looked through."""

from datetime import date

import pytest

from panels.choices.policy import RecordFact
from panels.rules.record_answers import Answer, Known, answer_of

DAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("fact", "known", "answer"),
    [
        (RecordFact.PORTFOLIO_ENDORSED, Known(), Answer(False, "The portfolio is not handed in.")),
        (
            RecordFact.PORTFOLIO_ENDORSED,
            Known(handed_in_on=DAY),
            Answer(True, "Signed off, and handed in on 14 May 2026."),
        ),
        (
            RecordFact.MANAGER_ENDORSED,
            Known(is_endorsed=False),
            Answer(True, "No line manager is asked here."),
        ),
        (
            RecordFact.MANAGER_ENDORSED,
            Known(),
            Answer(False, "No signature of her line manager stands under what she handed in."),
        ),
        (
            RecordFact.MANAGER_ENDORSED,
            Known(endorsed_on=DAY, endorsed_by="Helen Prosser", endorse_by=DAY),
            Answer(True, "Helen Prosser on 14 May 2026."),
        ),
        (
            RecordFact.MANAGER_ENDORSED,
            Known(endorsed_on=DAY, endorsed_by="Helen Prosser", endorse_by=date(2026, 5, 13)),
            Answer(False, "Helen Prosser on 14 May 2026; the last day was 13 May 2026. More time can be given."),
        ),
        (
            RecordFact.MANAGER_ENDORSED,
            Known(endorsed_on=DAY, endorsed_by="Helen Prosser"),
            Answer(True, "Helen Prosser on 14 May 2026."),
        ),
        (RecordFact.REGISTRATION_LIVE, Known(is_registered=True), Answer(True, "Live today.")),
        (
            RecordFact.REGISTRATION_LIVE,
            Known(),
            Answer(False, "No live registration is entered. Human resources enter a renewal."),
        ),
        (RecordFact.PIECES_COMPLETE, Known(), Answer(True, "Nothing is missing.")),
        (
            RecordFact.PIECES_COMPLETE,
            Known(gaps=("Add an audit.", "Write the statement.")),
            Answer(False, "Missing: Add an audit and Write the statement."),
        ),
        (
            RecordFact.PIECES_COMPLETE,
            Known(gaps=("One.", "Two.", "Three.", "Four.", "Five.")),
            Answer(False, "Missing: One, Two, Three and 2 more."),
        ),
        (
            RecordFact.NOTHING_OPEN,
            Known(is_endorsed=False),
            Answer(True, "No line manager is asked here."),
        ),
        (
            RecordFact.NOTHING_OPEN,
            Known(),
            Answer(None, "Her line manager has not said it yet. Ask, and tick it once you know."),
        ),
        (RecordFact.NOTHING_OPEN, Known(has_formal_open=False), Answer(True, "The line manager has answered.")),
        (RecordFact.NOTHING_OPEN, Known(has_formal_open=True), Answer(False, "The line manager has answered.")),
    ],
)
def test_record_answers_each_fact_with_its_day_and_name(fact, known, answer):
    assert answer_of(fact, known) == answer


@pytest.mark.parametrize(("is_met", "word"), [(True, "In order"), (False, "Missing"), (None, "To look at")])
def test_answer_stands_with_a_word_and_a_shape_of_its_own(is_met, word):
    assert Answer(is_met, "").state.word == word


def test_every_fact_a_policy_may_name_is_answered():
    assert [answer_of(fact, Known()).says != "" for fact in RecordFact] == [True] * len(RecordFact)
