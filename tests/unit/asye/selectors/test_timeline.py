"""What the picture of a year shows of it, and its panel on the record page."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from asye.choices.year import ChangeState
from asye.selectors.dates import rows_of
from asye.selectors.panels import dates
from asye.selectors.timeline import picture_of
from asye.selectors.timetable import running_of, timetable_of
from asye.services import milestones
from tests.factories.asye import ChangeFactory, ReviewFactory
from tests.factories.identity import TODAY
from tests.factories.people import NOW


@pytest.fixture
def year(world):
    agreed = {"state": ChangeState.AGREED, "settled_at": NOW, "enrolment": world.year}
    hours = {"kind": "hours", "reason": "", "until_on": None, "fte": Decimal("0.60")}
    ChangeFactory(**agreed, from_on=date(2026, 7, 13), until_on=date(2026, 9, 6))
    ChangeFactory(**agreed, **hours, from_on=date(2026, 6, 1))
    ChangeFactory(enrolment=world.year, from_on=date(2027, 6, 1), until_on=date(2027, 6, 30))
    milestones.set_dates(world.year, by=world.acting("coordinator"), at=NOW)
    milestones.done(world.year, "agreement", date(2026, 2, 2))
    milestones.done(world.year, "review-3", date(2026, 4, 10))
    milestones.done(world.year, "review-6", date(2026, 11, 10))
    ReviewFactory(milestone=world.year.milestones.get(code="review-6"), state="writing", held_on=date(2026, 11, 10))
    return world.year


def picture(year, on=TODAY):
    return picture_of(year, timetable_of(year), running_of(year), on=on)


def test_worked_and_still_to_run_are_parted_at_today(year):
    assert [(bar.stretch.look, bar.stretch.words) for bar in picture(year).wide.bars] == [
        ("m-bar--past", "1.0 FTE"),
        ("m-bar--past", "0.6 FTE"),
        ("m-pause", "paused"),
        ("m-bar--past", "0.6 FTE"),
        ("m-bar--part", "still to run at 0.6 FTE: 35 weeks and 4 days"),
    ]
    on_the_day = picture(year, on=date(2026, 9, 7)).wide.bars
    assert [bar.stretch.look for bar in on_the_day][2:] == ["m-pause", "m-bar--part"]
    before = picture(year, on=date(2026, 1, 1)).tall.lines
    assert " ".join(before[1].words) == "Start, 1.0 FTE"


def test_each_date_says_how_it_stands(year):
    shown = picture(year).wide
    assert {label.mark.title: (label.mark.look, label.mark.says) for label in (*shown.labels, *shown.below)} == {
        "Agreement signed": ("c-met", "2 Feb 2026"),
        "First observation": ("c-late", "was due 27 Mar 2026"),
        "Three-month review": ("c-met", "held 10 Apr 2026"),
        "Second observation": ("c-late", "was due 27 Oct 2026"),
        "Six-month review": ("c-ageing", "held 10 Nov 2026, not signed by all"),
        "Nine-month review": ("c-notyet", "22 Feb 2027"),
        "Third observation": ("c-notyet", "by 9 Jul 2027"),
        "Final review": ("c-notyet", "23 Jul 2027"),
        "Portfolio to be handed in": ("c-notyet", "23 Jul 2027"),
        "The year ends": ("c-notyet", "23 Jul 2027"),
        "Moderation panel": ("c-notyet", "20 Aug 2027"),
        "Ceiling": ("c-notyet", "4 Jan 2028"),
    }


def test_a_year_that_ended_before_a_change_of_hours_shows_no_more(world, year):
    hours = {"kind": "hours", "reason": "", "until_on": None, "fte": Decimal("0.80")}
    ChangeFactory(enrolment=year, state="agreed", settled_at=NOW, **hours, from_on=date(2029, 6, 1))
    assert len(picture(year).wide.bars) == 5


def test_the_table_names_start_hours_and_pauses_between_the_dates(year):
    assert [(row.on, row.what, row.because) for row in rows_of(year) if not row.code] == [
        (date(2026, 1, 5), "Start", "The first day of the year, at 1.0 FTE."),
        (date(2026, 6, 1), "0.6 FTE from here", "Other hours; agreed by all on 17 November 2026."),
        (date(2026, 7, 13), "Paused for 8 weeks", "Maternity leave; agreed by all on 17 November 2026."),
    ]
    called = {row.code: row.what for row in rows_of(year) if row.code in ("agreement", "submission")}
    assert called == {"agreement": "Agreement signed", "submission": "Portfolio to be handed in"}
    movable = [row.code for row in rows_of(year) if row.is_movable]
    assert (len(movable), {"end", "ceiling", "review-3"} & set(movable)) == (7, set())
    assert [row.what for row in rows_of(year) if row.code == "observation-1"] == ["First observation, latest day"]


def test_the_panel_shows_the_clock_and_offers_what_is_given(world, year, django_assert_num_queries):
    seen = dates.panel(year, actor=world.acting("assessor"), roles=frozenset(), on=TODAY)
    assert (seen.order, seen.template, seen.context["may_move"], seen.context["may_propose"]) == (
        10,
        "asye/_panel_dates.html",
        True,
        True,
    )
    assert [each.state for each in seen.context["changes"]] == ["proposed", "agreed", "agreed"]
    hers = world.acting("nqsw")
    with django_assert_num_queries(12):
        own = dates.panel(year, actor=hers, roles=frozenset({"nqsw"}), on=TODAY)
    assert (own.context["may_move"], own.context["may_propose"]) == (False, True)
    later = {"enrolment": year, "state": "agreed", "settled_at": NOW, "reason": "sickness"}
    for month in (1, 2):
        first = date(2027, month, 1)
        ChangeFactory(**later, from_on=first, until_on=first + timedelta(days=3))
    with django_assert_num_queries(12):
        dates.panel(year, actor=hers, roles=frozenset({"nqsw"}), on=TODAY)


def test_nothing_is_offered_of_a_year_that_ended(world, year):
    year.state = "withdrawn"
    seen = dates.panel(year, actor=world.acting("assessor"), roles=frozenset(), on=TODAY)
    assert (seen.context["may_move"], seen.context["may_propose"]) == (False, False)
