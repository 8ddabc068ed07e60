"""What was promised, how it was kept, and when somebody is told."""

from datetime import date, timedelta

import pytest

from academy.people.rules.spans import Span
from asye.choices.year import Promise
from asye.rules.parts_of_policy import Rhythm, Signals, Workload
from asye.rules.promises import Promised, Said, promises, run_of, standing
from asye.rules.weeks import Ran, agreed_percent, is_asked, week_asked, weeks_of, weeks_open

START = date(2026, 1, 5)
YEAR = Span(START, date(2027, 1, 3))
RAN = Ran(YEAR)
WEEKLY = (Rhythm(every_weeks=1),)
RAMP = (Workload(percent=25, until_month=3), Workload(percent=50, until_month=6), Workload(percent=90))


def week(number: int) -> date:
    return START + timedelta(days=7 * number)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2026, 1, 15), week(0), id="thursday-asks-for-the-last"),
        pytest.param(date(2026, 1, 16), week(1), id="friday-asks-for-this-one"),
        pytest.param(date(2026, 1, 18), week(1), id="sunday"),
        pytest.param(date(2026, 1, 19), week(1), id="monday-asks-for-the-last"),
    ],
)
def test_week_asked(on, expected):
    assert week_asked(on) == expected


@pytest.mark.parametrize(
    ("ran", "which", "expected"),
    [
        pytest.param(RAN, week(0), True, id="first-week"),
        pytest.param(RAN, week(-1), False, id="before-the-year"),
        pytest.param(RAN, week(52), False, id="after-the-year"),
        pytest.param(Ran(YEAR, stops=(Span(week(2), week(3)),)), week(2), False, id="paused"),
        pytest.param(Ran(YEAR, stops=(Span(week(2), week(3)),)), week(3), True, id="back-within-the-week"),
        pytest.param(Ran(YEAR, away=(Span(week(2), week(2) + timedelta(days=4)),)), week(2), False, id="away-all-week"),
        pytest.param(
            Ran(YEAR, away=(Span(week(2), week(2) + timedelta(days=3)),)), week(2), True, id="there-on-friday"
        ),
    ],
)
def test_nothing_is_asked_of_weeks_she_did_not_work(ran, which, expected):
    assert is_asked(which, ran) is expected


def test_weeks_can_be_said_anew_for_four_weeks():
    assert weeks_open(RAN, on=date(2026, 3, 2)) == [week(number) for number in (7, 6, 5, 4, 3)]
    assert weeks_open(RAN, on=date(2026, 1, 16)) == [week(1), week(0)]


def test_weeks_of_the_year_are_those_asked_for():
    assert weeks_of(Ran(YEAR, stops=(Span(week(1), week(2) - timedelta(days=1)),)), on=week(3)) == [week(0), week(2)]
    assert weeks_of(RAN, on=START) == []


@pytest.mark.parametrize(
    ("ran", "which", "agreed", "expected"),
    [
        pytest.param(RAN, week(0), None, 25, id="first-month"),
        pytest.param(RAN, date(2026, 4, 6), None, 50, id="fourth-month"),
        pytest.param(RAN, date(2026, 12, 7), None, 90, id="last-month"),
        pytest.param(RAN, date(2026, 12, 7), 80, 80, id="the-agreement-is-less"),
        pytest.param(RAN, week(0), 80, 25, id="the-ramp-is-less"),
        pytest.param(
            Ran(YEAR, stops=(Span(week(2), week(6)),)), date(2026, 4, 6), None, 25, id="a-pause-moves-the-months"
        ),
        pytest.param(
            Ran(YEAR, stops=(Span(week(20), week(26)),)), date(2026, 4, 6), None, 50, id="a-later-pause-does-not"
        ),
        pytest.param(Ran(YEAR, stops=(Span(week(20)),)), week(30), None, 50, id="a-pause-without-an-end"),
    ],
)
def test_agreed_workload(ran, which, agreed, expected):
    assert agreed_percent(which, ran, ramp=RAMP, agreed=agreed) == expected


def test_without_a_ramp_and_an_agreement_a_full_load_is_the_most():
    assert agreed_percent(START, RAN, ramp=(), agreed=None) == 100


def kept_of(*said: Said, met: tuple[date, ...] = (), on: date = date(2026, 2, 9)):
    return promises(Promised(ran=RAN, rhythms=WEEKLY, agreed=90, said=said, met=met), on=on)


def test_promises_tell_each_session_and_each_week():
    told = (Said(week(0), "yes", 80, True), Said(week(1), "no", 95), Said(week(2), "partly", 90, False))
    kept = kept_of(*told, met=(week(3),))

    assert [each.first for each in kept.held] == [week(0), week(3)]
    assert [each.first for each in kept.missed] == [week(1), week(2), week(4)]
    assert [each.first for each in kept.due] == [week(number) for number in range(5)]
    assert [each.week_on for each in kept.weeks] == [week(number) for number in range(5)]
    assert [each.week_on for each in kept.answered] == [week(0), week(1), week(2)]
    assert ([each.week_on for each in kept.kept], [each.week_on for each in kept.over]) == ([week(0)], [week(1)])
    assert [each.is_without for each in kept.weeks] == [False, True, False, False, False]


def test_runs_are_those_not_over_yet():
    late = (Said(week(0), "no", 95), Said(week(1), "yes", 80), Said(week(3), "no", 95), Said(week(4), "no", 100))
    kept = kept_of(*late, met=(week(2),))

    runs = [run_of(promise, kept) for promise in Promise]
    assert [(run.times, run.since_on) for run in runs] == [(2, week(3)), (2, week(3)), (2, week(3))]
    assert [run.words for run in runs] == [
        "2 sessions of supervision in a row were missed.",
        "The workload was above what was agreed for 2 weeks in a row.",
        "There was no protected time for 2 weeks in a row.",
    ]


def test_what_was_answered_is_not_told_again():
    kept = kept_of(*(Said(week(number), "no", 80) for number in range(5)))

    assert run_of(Promise.PROTECTED, kept, after=week(2)).times == 2
    assert run_of(Promise.PROTECTED, kept, after=week(4)).since_on is None
    assert run_of(Promise.PROTECTED, kept, after=week(3)).words == "There was no protected time for 1 week in a row."


@pytest.mark.parametrize(
    ("promise", "said", "met", "words", "shape"),
    [
        pytest.param(Promise.SUPERVISION, (), tuple(week(n) for n in range(5)), "Kept", "met", id="all-held"),
        pytest.param(Promise.SUPERVISION, (), tuple(week(n) for n in range(4)), "1 missed", "ageing", id="one-missed"),
        pytest.param(Promise.SUPERVISION, (), (week(3), week(4)), "3 missed", "ageing", id="missed-long-ago"),
        pytest.param(Promise.SUPERVISION, (), (week(0),), "4 missed", "late", id="missed-in-a-row"),
        pytest.param(Promise.WORKLOAD, (), (), "Nothing known yet", "notyet", id="nothing-said"),
        pytest.param(Promise.WORKLOAD, ((4, "yes", 91),), (), "Above last week", "ageing", id="above-once"),
        pytest.param(
            Promise.WORKLOAD,
            ((2, "yes", 91), (3, "yes", 91), (4, "yes", 99)),
            (),
            "Above for 3 weeks",
            "late",
            id="above",
        ),
        pytest.param(Promise.PROTECTED, ((3, "no", 80), (4, "no", 80)), (), "None for 2 weeks", "late", id="no-time"),
        pytest.param(Promise.PROTECTED, ((3, "no", 80), (4, "partly", 80)), (), "Kept", "met", id="some-time-again"),
    ],
)
def test_standing(promise, said, met, words, shape):
    kept = kept_of(*(Said(week(number), time, percent) for number, time, percent in said), met=met)
    state = standing(promise, kept, Signals())

    assert (state.word, state.shape) == (words, shape)


def test_a_signal_without_an_answer_keeps_it_late():
    state = standing(Promise.WORKLOAD, kept_of(Said(week(4), "yes", 95)), Signals(), is_signalled=True)

    assert (state.word, state.shape) == ("Above last week", "late")


def test_before_the_first_stretch_is_over_nothing_is_known():
    assert standing(Promise.SUPERVISION, kept_of(on=START), Signals()).word == "Nothing known yet"
