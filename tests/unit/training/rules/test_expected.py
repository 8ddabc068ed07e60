"""What is to come, in sentences and facts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.training.rules.expected import Asking, Coming, Foretelling, awaited_since, place_words
from academy.training.rules.gains import Asked, CourseRow
from tests.factories.identity import TODAY

BIA = CourseRow(1, "bristol", "bia", "award", 30, 7, 12)
COMING = Coming(person_id=7, course=BIA, is_done=False, ends_on=date(2027, 5, 28), source="Place.", link="/b/1/")
EVERYTHING = ("training.completion", "pathways.award", "training.credits")
WAITS = Asking(state="submitted", asked_on=date(2026, 11, 11), decided_on=None, waits_since=date(2026, 11, 11))
APPROVED = Asking(
    state="approved", asked_on=date(2026, 11, 2), decided_on=date(2026, 11, 11), waits_since=date(2026, 11, 2)
)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (date(2027, 1, 21), date(2027, 1, 21), "Place confirmed for 21 January 2027."),
        (date(2027, 1, 21), date(2027, 1, 22), "Place confirmed from 21 January 2027 to 22 January 2027."),
        (TODAY, TODAY, "Place confirmed for 17 November 2026."),
        (date(2026, 11, 9), date(2026, 11, 16), "Held on 16 November 2026; who was there is not noted yet."),
    ],
)
def test_place_is_told_by_its_days(starts_on, ends_on, words):
    assert place_words(starts_on, ends_on, on=TODAY) == words


@pytest.mark.parametrize(
    ("waits_since", "words"),
    [
        (date(2026, 11, 11), "Asked for on 11 November 2026; waits for a decision for 6 days."),
        (date(2026, 11, 16), "Asked for on 11 November 2026; waits for a decision since yesterday."),
        (TODAY, "Asked for on 11 November 2026; waits for a decision since today."),
    ],
)
def test_request_that_waits_says_since_when(waits_since, words):
    waiting = Asking(state="submitted", asked_on=WAITS.asked_on, decided_on=None, waits_since=waits_since)

    assert waiting.words(ends_on=date(2027, 5, 28), on=TODAY) == words


def test_question_about_a_request_is_told_and_not_what_it_says():
    asked = Asking(state="asked", asked_on=WAITS.asked_on, decided_on=None, waits_since=WAITS.asked_on)

    assert asked.words(ends_on=None, on=TODAY) == (
        "Asked for on 11 November 2026; a question about it is to be answered."
    )


@pytest.mark.parametrize(
    ("ends_on", "words"),
    [
        (None, "Approved on 11 November 2026; no day is sure yet."),
        (TODAY, "Approved on 11 November 2026; ends on 17 November 2026."),
        (
            date(2026, 11, 16),
            "Approved on 11 November 2026; ended on 16 November 2026, and the result is not noted yet.",
        ),
    ],
)
def test_request_that_was_approved_says_when_it_ends(ends_on, words):
    assert APPROVED.words(ends_on=ends_on, on=TODAY) == words


def test_what_comes_gives_everything_on_its_last_day_and_runs_out_as_it_will():
    facts = list(Foretelling(Asked.by(EVERYTHING)).facts(COMING))

    assert [(fact.key, fact.on, fact.until, fact.quantity, fact.level) for fact in facts] == [
        ("training.completion:bristol/bia", date(2027, 5, 28), date(2028, 5, 28), Decimal(1), ""),
        ("pathways.award:bia", date(2027, 5, 28), date(2028, 5, 28), Decimal(1), ""),
        ("training.credits", date(2027, 5, 28), None, Decimal(30), "7"),
    ]
    assert {(fact.person, fact.expected, fact.source, fact.link) for fact in facts} == {(7, True, "Place.", "/b/1/")}


@given(
    comings=st.lists(st.tuples(st.sampled_from([7, 8]), st.integers(1, 3), st.booleans()), max_size=8),
    keys=st.sets(st.sampled_from(EVERYTHING), min_size=1),
)
def test_whatever_comes_credits_of_a_course_come_at_most_once_and_not_where_it_was_done(comings, keys):
    foretelling = Foretelling(Asked.by(keys))
    done = {(person, course) for person, course, is_done in comings if is_done}
    told = [
        (person, course, fact)
        for person, course, _ in comings
        for fact in foretelling.facts(
            Coming(
                person_id=person,
                course=BIA._replace(pk=course),
                is_done=(person, course) in done,
                ends_on=COMING.ends_on,
                source="",
                link="",
            )
        )
    ]
    credited = [(person, course) for person, course, fact in told if fact.key == "training.credits"]

    assert len(credited) == len(set(credited))
    assert set(credited) & done == set()
    assert all(fact.expected and fact.on == COMING.ends_on for *_, fact in told)


def test_result_is_awaited_for_two_months():
    assert awaited_since(TODAY) == TODAY - timedelta(days=60)
