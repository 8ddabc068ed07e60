"""What a half-year's moderation adds up to, within the academy and outside."""

from dataclasses import replace
from datetime import date

from asye.rules.moderation_summary import Block, Case, Half, Period, halves, outside, summary

CASE = Case(
    outcome="pass",
    result="confirmed",
    checks={"agreement": True, "portfolio": True},
    tests={"valid": True},
    recommended_on=date(2026, 9, 1),
    moderated_on=date(2026, 9, 11),
    panel_on=date(2026, 9, 11),
)
LATE = replace(CASE, outcome="fail", result="queried", checks={"agreement": False}, moderated_on=date(2026, 9, 16))
UNDATED = replace(CASE, panel_on=None, checks={})
TITLES = {"agreement": "Agreement", "review-3": "Three-month review", "portfolio": "Portfolio"}
PERIOD = Period(
    cases=[CASE, LATE, UNDATED],
    decided=["pass", "pass", "fail"],
    pauses=["sickness", "sickness", "maternity"],
    extensions=1,
    concerns=2,
    withdrawn=3,
    kept={"Supervision": (18, 20)},
    assessed=[1, 1, 2, 3, 4],
)


def test_halves_go_from_that_of_the_first_day_to_that_of_today():
    found = halves(date(2025, 7, 1), on=date(2026, 6, 30))

    assert [(each.code, each.first, each.last) for each in found] == [
        ("2026-1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2025-2", date(2025, 7, 1), date(2025, 12, 31)),
    ]
    assert [each.words for each in found] == ["January to June 2026", "July to December 2025"]
    assert found[0] == Half(2026)


def test_every_line_of_a_period_is_counted_and_what_no_case_was_asked_is_left_out():
    told = {block.title: block.lines for block in summary(PERIOD, TITLES)}

    assert told == {
        "Recommended": (("Pass", 2), ("Fail", 1)),
        "Moderated": (("Confirmed", 2), ("Sent back with questions", 1), ("Not supported", 0)),
        "Decided by the employer": (("Pass", 2), ("Fail", 1)),
        "Agreement": (("Yes", 1), ("No", 1)),
        "Portfolio": (("Yes", 1), ("No", 0)),
        "Valid": (("Yes", 3), ("No", 0)),
        "Against the panel’s day": (("By the day", 1), ("Later", 1), ("No day known", 1)),
        "From recommendation to moderation": (("Days, median", 10),),
        "Supervision": (("Kept", 18), ("Of", 20)),
        "Pauses agreed": (
            ("Long-term sickness", 2),
            ("Bereavement", 0),
            ("Maternity leave", 1),
            ("Paternity leave", 0),
            ("Shared parental leave", 0),
            ("The support that was promised was not given", 0),
        ),
        "Extensions agreed": (("Extensions", 1),),
        "Concerns with a plan, raised": (("Concerns", 2),),
        "Withdrawn": (("Years", 3),),
        "Assessors by how many of these years each has": (("One", 2), ("Two or three", 2), ("Four or more", 1)),
    }


def test_period_without_anything_has_no_median():
    told = {block.title: block.lines for block in summary(Period(), TITLES)}

    assert told["From recommendation to moderation"] == (("Days, median", None),)
    assert told["Moderated"] == (("Confirmed", 0), ("Sent back with questions", 0), ("Not supported", 0))


def test_outside_small_numbers_are_hidden_and_what_gives_them_away():
    blocks = [
        Block("Recommended", (("Pass", 40), ("Fail", 3))),
        Block("Moderated", (("Confirmed", 30), ("Sent back", 13), ("Not supported", 0))),
        Block("Days", (("Median", 9),), counts=False, of=43),
        Block("Few", (("Kept", 18), ("Of", 20)), counts=False, of=9),
    ]

    assert [[number for _, number in block.lines] for block in outside(blocks, least=10)] == [
        [None, None],
        [30, 13, 0],
        [9],
        [None, None],
    ]
