from dataclasses import replace
from datetime import date

import pytest

from panels.choices.policy import GradeStart
from panels.rules.days import (
    Clock,
    Due,
    answer_by,
    appeal_by,
    changes_by,
    feedback_by,
    grade_from,
    heard_by,
    letter_by,
    review_by,
)
from panels.rules.policy import PLAIN

ASKED, SITS = date(2026, 8, 17), date(2026, 9, 10)


@pytest.mark.parametrize(
    ("clock", "sits_on", "due"),
    [
        (answer_by, None, Due(Clock.ANSWER, date(2026, 8, 22))),
        (review_by, None, Due(Clock.REVIEW, date(2026, 9, 7))),
        (changes_by, None, Due(Clock.CHANGES, date(2026, 8, 27))),
        (review_by, SITS, Due(Clock.REVIEW, date(2026, 9, 7))),
        # the panel meets sooner than the policy's days are over
        (answer_by, date(2026, 8, 20), Due(Clock.ANSWER, date(2026, 8, 19))),
        (review_by, date(2026, 9, 4), Due(Clock.REVIEW, date(2026, 9, 3))),
        (changes_by, date(2026, 8, 20), Due(Clock.CHANGES, date(2026, 8, 19))),
        # asked on the very day: nothing is due before it was asked
        (review_by, ASKED, Due(Clock.REVIEW, ASKED)),
        (answer_by, ASKED, Due(Clock.ANSWER, ASKED)),
    ],
)
def test_calendar_days_end_before_the_panel_meets(clock, sits_on, due):
    assert clock(PLAIN, asked_on=ASKED, sits_on=sits_on) == due


def test_working_days_leave_out_weekends_and_bank_holidays():
    thursday, maundy = date(2026, 9, 10), date(2027, 3, 25)

    assert letter_by(PLAIN, decided_on=thursday) == Due(Clock.LETTER, date(2026, 9, 24))
    assert feedback_by(PLAIN, decided_on=maundy) == Due(Clock.FEEDBACK, date(2027, 4, 12))
    assert appeal_by(PLAIN, released_on=maundy) == Due(Clock.APPEAL, date(2027, 4, 12))
    assert heard_by(PLAIN, appealed_on=thursday) == Due(Clock.HEARING, date(2026, 10, 8))


@pytest.mark.parametrize(
    ("clock", "says"),
    [
        (Clock.ANSWER, "Say whether you take the case on by 1 October 2026."),
        (Clock.REVIEW, "Hand in your review by 1 October 2026."),
        (Clock.CHANGES, "Mend what is asked for by 1 October 2026."),
        (Clock.LETTER, "The letter goes by 1 October 2026."),
        (Clock.FEEDBACK, "Feedback is given by 1 October 2026."),
        (Clock.APPEAL, "An appeal can be made until 1 October 2026."),
        (Clock.HEARING, "The appeal is answered by 1 October 2026."),
    ],
)
def test_each_clock_says_what_is_due(clock, says):
    assert Due(clock, date(2026, 10, 1)).says == says


def test_last_day_is_in_time():
    due = Due(Clock.LETTER, date(2026, 10, 1))

    assert (due.is_late(date(2026, 10, 1)), due.is_late(date(2026, 10, 2))) == (False, True)


@pytest.mark.parametrize(
    ("start", "decided_on", "first"),
    [
        (GradeStart.DECISION, date(2026, 9, 10), date(2026, 9, 10)),
        (GradeStart.NEXT_MONTH, date(2026, 9, 1), date(2026, 10, 1)),
        (GradeStart.NEXT_MONTH, date(2028, 2, 29), date(2028, 3, 1)),
        (GradeStart.NEXT_MONTH, date(2027, 1, 31), date(2027, 2, 1)),
        (GradeStart.NEXT_MONTH, date(2026, 12, 31), date(2027, 1, 1)),
        (GradeStart.NAMED, date(2026, 9, 10), date(2026, 11, 2)),
    ],
)
def test_grade_holds_from_the_day_the_policy_says(start, decided_on, first):
    rules = replace(PLAIN, grade_from=start)

    assert grade_from(rules, decided_on=decided_on, named_on=date(2026, 11, 2)) == first


def test_grade_from_a_named_day_waits_until_one_is_named():
    assert grade_from(replace(PLAIN, grade_from=GradeStart.NAMED), decided_on=SITS) is None
