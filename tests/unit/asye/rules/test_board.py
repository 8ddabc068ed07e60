"""Why a year needs attention, how urgent that is, and whom it waits for."""

from datetime import date, timedelta

import pytest

from asye.choices.board import Standing
from asye.choices.enrolments import Role
from asye.rules.ball import Ball, Written, ball, days_waited
from asye.rules.board import Asked, Due, Known, Leaving, Reason, Told, Vacant, is_asked, next_date, reasons, standing

ON = date(2026, 11, 23)


def ago(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        ("review", 1, [Reason("It was due on 22 November 2026.")]),
        ("review", 28, [Reason("It was due on 26 October 2026.")]),
        ("review", 29, [Reason("It was due on 25 October 2026.", True)]),
        ("submission", 1, [Reason("The portfolio was due on 22 November 2026.", True)]),
        ("agreement", 1, [Reason("The agreement was due on 22 November 2026.")]),
        ("final", 1, [Reason("It was due on 22 November 2026.", True)]),
        ("review", 0, []),
        ("end", 90, []),
        ("panel", 90, []),
    ],
)
def test_date_gone_by_is_a_reason_and_urgent_after_four_weeks_or_at_the_end(kind, days, expected):
    assert reasons(Known(dates=[Due(kind, "It", ago(days))]), on=ON) == expected


def test_optional_date_gone_by_is_no_reason():
    assert reasons(Known(dates=[Due("review", "It", ago(90), is_optional=True)]), on=ON) == []


def test_every_sort_of_reason_is_told_in_order_with_its_urgency():
    known = Known(
        dates=[Due("end", "End", date(2027, 6, 2)), Due("ceiling", "Ceiling", date(2027, 6, 1))],
        signals=[Told("Supervision was missed twice.", ago(14)), Told("Work was too much.", ago(15))],
        plans=[ON, ago(1)],
        changes=[Asked("Pause", ago(14), 4, (Role.MANAGER, Role.NQSW)), Asked("Other hours", ago(15), 4, ())],
        vacant=[Vacant(Role.ASSESSOR, "Nobody assesses."), Vacant(Role.COORDINATOR, "Nobody co-ordinates.")],
        leaving=[
            Leaving(Role.ASSESSOR, "Pat Vale", ON + timedelta(weeks=8)),
            Leaving(Role.MANAGER, "Sam Hill", ON + timedelta(weeks=8, days=1)),
        ],
    )
    assert reasons(known, on=ON) == [
        Reason("Supervision was missed twice."),
        Reason("Work was too much.", True),
        Reason("There is a plan of support, looked at again on 22 November 2026.", True),
        Reason("There is a plan of support, looked at again on 23 November 2026."),
        Reason("Pause: 2 of 4 have not said yet whether they agree."),
        Reason("Other hours: 0 of 4 have not said yet whether they agree.", True),
        Reason("Nobody assesses.", True),
        Reason("Nobody co-ordinates."),
        Reason("Pat Vale, the assessor, stops on 18 January 2027, and nobody follows."),
        Reason("The year would end on 2 June 2027, after the ceiling, 1 June 2027.", True),
    ]


@pytest.mark.parametrize("end", [None, date(2027, 6, 1)])
def test_year_that_ends_by_the_ceiling_or_has_no_end_is_not_past_it(end):
    dates = [Due("ceiling", "Ceiling", date(2027, 6, 1)), *([] if end is None else [Due("end", "End", end)])]
    assert reasons(Known(dates=dates), on=ON) == []


@pytest.mark.parametrize(
    ("state", "found", "expected"),
    [
        ("active", [], Standing.ON_TRACK),
        ("active", [Reason("Late.")], Standing.WATCH),
        ("active", [Reason("Late."), Reason("Too late.", True)], Standing.ACT),
        ("recommended", [], Standing.ON_TRACK),
        ("paused", [Reason("Too late.", True)], Standing.PAUSED),
        ("deferred", [], Standing.PAUSED),
        ("released", [], Standing.PAUSED),
    ],
)
def test_standing_follows_the_most_urgent_reason_and_what_does_not_run_is_paused(state, found, expected):
    assert standing(state, found) == expected


def test_each_standing_has_its_word_and_shape():
    assert [(str(each.state), each.state.shape.value) for each in Standing] == [
        ("Act now", "late"),
        ("Watch", "ageing"),
        ("Paused", "notyet"),
        ("On track", "met"),
    ]


def test_next_date_is_the_first_somebody_acts_on():
    review, panel = Due("review", "Review", ON), Due("panel", "Panel", date(2027, 1, 4))
    end = Due("end", "End", ago(3))
    found = [next_date(dates, on=ON) for dates in ([panel, end, review], [end, panel], [end])]
    assert found == [review, panel, None]


def waits(state="active", known=None, *, agreement=None, reviews=()):
    return ball(state, known or Known(), agreement=agreement, reviews=reviews, changed_on=ago(5), on=ON)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Written("draft", "A", ago(3), (Role.NQSW,)), ((Role.NQSW,), "to hand in the learning needs")),
        (Written("draft", "A", ago(3)), ((Role.ASSESSOR,), "to write the agreement")),
        (Written("signing", "A", ago(3), (Role.MANAGER,)), ((Role.MANAGER,), "to sign the agreement")),
    ],
)
def test_agreement_waits_for_needs_then_words_then_names(written, expected):
    assert waits(agreement=written) == Ball(*expected, ago(3))


@pytest.mark.parametrize(
    ("state", "missing", "expected"),
    [
        ("scheduled", (), ((Role.ASSESSOR,), "to hold the six-month review")),
        ("writing", (Role.NQSW,), ((Role.NQSW,), "to write a part of the six-month review")),
        ("writing", (), ((Role.ASSESSOR,), "to send the six-month review to be signed")),
        ("signing", (Role.NQSW, Role.MANAGER), ((Role.NQSW, Role.MANAGER), "to sign the six-month review")),
    ],
)
def test_review_waits_to_be_held_written_sent_and_signed(state, missing, expected):
    assert waits(reviews=[Written(state, "Six-month review", ago(3), missing)]) == Ball(*expected, ago(3))


def test_the_longest_wait_comes_first():
    known = Known(
        dates=[Due("observation", "First observation", ago(2)), Due("submission", "Portfolio", ago(1))],
        changes=[Asked("Pause", ago(9), 4, ()), Asked("Other hours", ago(4), 4, (Role.MANAGER,))],
        signals=[Told("Missed.", ago(3))],
        vacant=[Vacant(Role.ASSESSOR, "Nobody is the assessor.")],
    )
    found = []
    for name in ("changes", "signals", "dates", "vacant"):
        found.append(waits(known=known))
        setattr(known, name, [])
    assert found == [
        Ball((Role.MANAGER,), "to answer the proposed change: other hours", ago(4)),
        Ball((Role.COORDINATOR,), "to answer the signal", ago(3)),
        Ball((Role.ASSESSOR,), "to observe her practice", ago(2)),
        Ball((Role.COORDINATOR,), "to name the assessor", ON),
    ]
    assert waits(known=known) is None


@pytest.mark.parametrize(
    ("state", "body", "what"),
    [
        ("recommended", "Moderation", "to look at the recommendation"),
        ("moderated", "The employer", "to decide"),
        ("released", "The next employer", "to take the record up"),
    ],
)
def test_recommended_year_and_one_between_employers_wait_for_who_comes_next(state, body, what):
    assert waits(state) == Ball((), what, ago(5), body=body)


@pytest.mark.parametrize(("state", "asked"), [("active", True), ("paused", True), ("released", False)])
def test_between_two_employers_no_date_is_asked_for(state, asked):
    assert is_asked("observation", state) is asked


def test_days_are_whole_and_never_negative():
    assert (days_waited(ago(12), on=ON), days_waited(ON + timedelta(days=1), on=ON)) == (12, 0)
