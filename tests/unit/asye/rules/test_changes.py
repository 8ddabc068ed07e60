"""What may be proposed, what it does to the dates, and what is to be known first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.spans import Span
from asye.choices.enrolments import Role
from asye.choices.year import ChangeKind
from asye.rules.changes import (
    NEVER_CAPABILITY,
    Proposal,
    as_kept,
    beside,
    fault_in,
    kept,
    speaks_past_ceiling,
    warnings_of,
    with_change,
)
from asye.rules.policy import PLAIN
from asye.rules.timetable import timetable
from tests.unit.asye.rules.years import day, running

PAUSE = Proposal(kind=ChangeKind.PAUSE, reason="maternity", from_on=day("2026-06-01"), until_on=day("2026-08-30"))
HOURS = Proposal(kind=ChangeKind.HOURS, from_on=day("2026-06-01"), fte=Decimal("0.60"))
LONGER = Proposal(kind=ChangeKind.EXTENSION, weeks=Decimal("4.5"), words="For the third observation.")
TAKEN = [Span(day("2026-05-01"), day("2026-05-31"))]


@pytest.mark.parametrize("proposal", [PAUSE, HOURS, LONGER])
def test_what_is_said_as_it_should_be_can_be_proposed(proposal):
    assert fault_in(proposal, running=running(), rules=PLAIN, pauses=TAKEN) is None


@pytest.mark.parametrize(
    ("proposal", "field", "says"),
    [
        (replace(PAUSE, reason="capability"), "reason", NEVER_CAPABILITY),
        (replace(PAUSE, reason=""), "reason", "Choose one of the reasons of the policy: Long-term sickness, Bereave"),
        (replace(PAUSE, from_on=None), "from_on", "Enter the first day of the pause."),
        (replace(PAUSE, until_on=None), "until_on", "Enter the last day of the pause"),
        (replace(PAUSE, until_on=day("2026-05-31")), "until_on", "Enter the last day of the pause"),
        (replace(PAUSE, from_on=day("2026-02-01")), "from_on", "The year begins on 2 February 2026."),
        (
            replace(PAUSE, from_on=day("2026-05-31")),
            "from_on",
            "There is a pause from 1 May 2026 to 31 May 2026 already",
        ),
        (replace(PAUSE, words="x" * 501), "words", "Use at most 500 characters."),
        (replace(HOURS, from_on=None), "from_on", "Enter the first day with other hours."),
        (replace(HOURS, fte=None), "fte", "Enter the share of full time above 0 and up to 1, as 0.6."),
        (replace(HOURS, fte=Decimal(0)), "fte", "Enter the share of full time above 0"),
        (replace(HOURS, fte=Decimal("1.01")), "fte", "Enter the share of full time above 0"),
        (replace(HOURS, fte=Decimal("1.00")), "fte", "Those are her hours on that day already."),
        (replace(HOURS, from_on=day("2026-02-01")), "from_on", "The year begins on 2 February 2026."),
        (replace(LONGER, weeks=None), "weeks", "Enter full-time weeks up to 52, with one decimal at most, as 4.5."),
        (replace(LONGER, weeks=Decimal(0)), "weeks", "Enter full-time weeks"),
        (replace(LONGER, weeks=Decimal("52.1")), "weeks", "Enter full-time weeks"),
        (replace(LONGER, weeks=Decimal("4.55")), "weeks", "Enter full-time weeks"),
        (replace(LONGER, words=" "), "words", "Say what the time is for, and with what plan."),
    ],
)
def test_what_stands_in_the_way_is_said_at_its_question(proposal, field, says):
    fault = fault_in(proposal, running=running(), rules=PLAIN, pauses=TAKEN)
    assert (fault.field, fault.says[: len(says)]) == (field, says)


def test_a_policy_may_let_a_year_pause_for_fewer_reasons():
    fewer = replace(PLAIN, pause_reasons=("sickness",))
    fault = fault_in(PAUSE, running=running(), rules=fewer, pauses=[])
    assert fault.says == "Choose one of the reasons of the policy: Long-term sickness."


def test_a_pause_that_goes_on_is_named_by_its_first_day():
    fault = fault_in(PAUSE, running=running(), rules=PLAIN, pauses=[Span(day("2026-05-01"))])
    assert fault.says == "There is a pause from 1 May 2026 already. Choose other days."


@pytest.mark.parametrize(
    ("proposal", "end"),
    [
        (PAUSE, "2027-05-02"),
        (HOURS, "2027-07-14"),
        (LONGER, "2027-03-04"),
        (replace(PAUSE, until_on=None), "2027-01-31"),
    ],
)
def test_the_year_runs_with_a_change_as_it_says(proposal, end):
    assert timetable(with_change(running(), proposal), PLAIN).end_on == day(end)


def test_old_and_new_dates_stand_beside_each_other_and_are_kept():
    before, after = timetable(running(), PLAIN), timetable(with_change(running(), PAUSE), PLAIN)
    after = replace(after, days=tuple(each for each in after.days if each.code != "panel"))
    dates = beside(before, after)
    assert [(each.title, each.is_moved) for each in dates][:5] == [
        ("Agreement to be signed", False),
        ("First observation", False),
        ("Three-month review", False),
        ("Second observation", True),
        ("Six-month review", True),
    ]
    assert (dates[-1].title, dates[-1].before, dates[-1].after) == ("Moderation panel", date(2027, 3, 1), None)
    assert as_kept(kept(before, after)) == dates
    assert kept(before, after)["end"] == ["2027-01-31", "2027-05-02"]
    assert as_kept({}) == ()
    assert beside(replace(before, days=()), before)[0].before is None


def test_an_end_past_the_ceiling_and_few_hours_are_warned_of():
    few = replace(HOURS, from_on=day("2026-02-02"), fte=Decimal("0.40"))
    assert warnings_of(few, PLAIN, timetable(with_change(running(), few), PLAIN)) == (
        (
            "The year would end on 30 July 2028, after its ceiling on 1 February 2028. It can be agreed when the "
            "co-ordinator says how it goes on."
        ),
        "Below 0.5 FTE a whole year does not fit in before the ceiling.",
    )
    assert warnings_of(HOURS, PLAIN, timetable(with_change(running(), HOURS), PLAIN)) == ()
    assert warnings_of(PAUSE, PLAIN, timetable(with_change(running(), PAUSE), PLAIN)) == ()


def test_the_coordinator_speaks_where_the_ceiling_is_passed_or_the_last_who_is_asked():
    assert speaks_past_ceiling(PLAIN) is Role.COORDINATOR
    assert speaks_past_ceiling(replace(PLAIN, consents=(Role.NQSW, Role.MANAGER))) is Role.MANAGER
