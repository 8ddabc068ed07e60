from dataclasses import replace
from datetime import date

import pytest

from panels.choices.cases import BEFORE_ACCEPTED, UNDECIDED, CaseKind, CaseState
from panels.rules.handing_in import (
    HandingIn,
    can_begin,
    can_defer,
    can_extend,
    can_hand_in,
    can_take_up,
    can_withdraw,
    missing_for,
)
from pathways.choices import Mechanism

LAST, ENDORSED_BY = date(2026, 8, 14), date(2026, 8, 7)
READY = HandingIn(
    on=LAST,
    submit_by=LAST,
    endorse_by=ENDORSED_BY,
    mechanisms=(Mechanism.PANEL, Mechanism.VACANCY, Mechanism.RECRUITMENT),
    snapshot_on=date(2026, 8, 10),
    endorsed_on=ENDORSED_BY,
    is_registered=True,
    has_formal_open=False,
    is_own_work=True,
)
EXTENDED = {"extended_until": date(2026, 8, 21)}
POST = {"kind": CaseKind.APPOINTMENT, "mechanisms": (Mechanism.VACANCY, Mechanism.RECRUITMENT)}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"snapshot_on": LAST},
        POST,
        {"on": date(2026, 8, 21), **EXTENDED},
        {"endorsed_on": date(2026, 8, 21), **EXTENDED},
        {"snapshot_on": date(2026, 8, 21), **EXTENDED},
        # an extension that ends sooner than the sitting's own last day takes nothing away
        {"extended_until": date(2026, 8, 1)},
        # a candidate from outside has no line manager here
        {"endorse_by": None, "endorsed_on": None, "has_formal_open": None},
        {"kind": CaseKind.MODERATION, "mechanisms": ()},
        # the policy tells the last days and does not enforce them
        {
            "late_needs_extension": False,
            "on": date(2026, 8, 22),
            "snapshot_on": date(2026, 8, 22),
            "endorsed_on": date(2026, 8, 20),
        },
    ],
)
def test_complete_case_can_be_handed_in_on_its_last_day(change):
    assert missing_for(replace(READY, **change)) == ()
    assert can_hand_in(replace(READY, **change)).allowed


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"is_cancelled": True, "on": date(2026, 9, 1)}, "sitting", "This sitting is cancelled. Choose another."),
        ({"is_cancelled": True, **POST}, "sitting", "This vacancy is filled or withdrawn. Choose another."),
        (
            {"takes_cases": False, "late_needs_extension": False},
            "sitting",
            "The panel takes no more cases for this sitting. Choose a later one.",
        ),
        (
            {"on": date(2026, 8, 15)},
            "deadline",
            (
                "The last day to hand in was 14 August 2026. "
                "Choose a later sitting, or ask the clerk for more time and say why."
            ),
        ),
        (
            {"on": date(2026, 8, 22), **EXTENDED},
            "deadline",
            (
                "The last day to hand in was 21 August 2026. "
                "Choose a later sitting, or ask the clerk for more time and say why."
            ),
        ),
        (
            {"mechanisms": (Mechanism.APPRAISAL,)},
            "mechanism",
            "This step needs no panel. Look on your ladder how it is made.",
        ),
        (
            {**POST, "mechanisms": (Mechanism.PANEL,)},
            "mechanism",
            "This step needs no interview. Look on your ladder how it is made.",
        ),
        (
            {"snapshot_on": None},
            "portfolio",
            "Your portfolio is not handed in. Have it signed, and hand it in first.",
        ),
        (
            {"snapshot_on": date(2026, 8, 15)},
            "portfolio",
            (
                "Your portfolio was handed in on 15 August 2026, after the last day of 14 August 2026. "
                "Choose a later sitting."
            ),
        ),
        ({"endorsed_on": None}, "endorsement", "Ask your line manager to endorse it by 7 August 2026."),
        (
            {"endorsed_on": date(2026, 8, 8)},
            "endorsement",
            (
                "Your line manager endorsed it on 8 August 2026; the last day was 7 August 2026. "
                "Ask the clerk for more time and say why."
            ),
        ),
        (
            {"is_registered": False},
            "registration",
            "No live registration of yours is entered here. Ask human resources to enter the renewal.",
        ),
        ({"has_formal_open": None}, "formal", "Ask your line manager to say that no formal process is open."),
        (
            {"has_formal_open": True},
            "formal",
            "This cannot go on now. Speak with your line manager about when it can.",
        ),
        ({"is_own_work": False}, "own_work", "Declare that what you hand in is your own work."),
    ],
)
def test_what_is_missing_is_said_alone_and_with_what_to_do(change, code, says):
    handing = replace(READY, **change)

    assert [(each.code, each.says) for each in missing_for(handing)] == [(code, says)]
    assert (can_hand_in(handing).reason, can_hand_in(handing).field) == (says, code)


def test_everything_that_is_missing_is_said_at_once():
    bare = HandingIn(on=date(2026, 8, 15), submit_by=LAST, endorse_by=ENDORSED_BY)

    assert [each.code for each in missing_for(bare)] == [
        "deadline",
        "portfolio",
        "endorsement",
        "registration",
        "formal",
        "own_work",
    ]


@pytest.mark.parametrize("state", CaseState)
def test_more_time_is_given_until_the_case_is_accepted(state):
    given = can_extend(state, until_on=date(2026, 8, 15), submit_by=LAST, reason="Ill for a week")
    assert given.allowed == (state in BEFORE_ACCEPTED)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"until_on": LAST}, "until_on"), ({"reason": " "}, "reason")],
)
def test_more_time_needs_a_later_day_and_a_reason(change, field):
    given = {"until_on": date(2026, 8, 15), "submit_by": LAST, "reason": "Ill for a week", **change}
    assert can_extend(CaseState.DRAFT, **given).field == field


@pytest.mark.parametrize("state", CaseState)
def test_case_is_withdrawn_until_its_meeting_opens(state):
    before, during = (can_withdraw(state, is_meeting=is_meeting).allowed for is_meeting in (False, True))

    assert before == (state in (*UNDECIDED, CaseState.DEFERRED))
    assert during == (before and state != CaseState.ON_AGENDA)


def test_refused_withdrawal_does_not_tell_a_decided_case_from_one_on_the_agenda():
    decided = can_withdraw(CaseState.DECIDED, is_meeting=True)

    assert decided == can_withdraw(CaseState.ON_AGENDA, is_meeting=True)
    assert decided.reason == "The panel has it before it, so it cannot be withdrawn now. You will have its letter."
    assert can_withdraw(CaseState.RELEASED, is_meeting=False).reason == (
        "It is over. There is nothing left to withdraw."
    )


@pytest.mark.parametrize("state", CaseState)
def test_case_is_put_off_until_it_is_decided(state):
    put_off = can_defer(state, reason="Bereavement", to_on=date(2027, 6, 10), on=LAST)
    assert put_off.allowed == (state in UNDECIDED)


@pytest.mark.parametrize(
    ("reason", "to_on", "field"),
    [("", None, "reason"), ("Bereavement", LAST, "sitting")],
)
def test_putting_off_needs_a_reason_and_a_coming_sitting(reason, to_on, field):
    assert can_defer(CaseState.ON_AGENDA, reason=reason, to_on=to_on, on=LAST).field == field


def test_case_is_put_off_while_the_next_sitting_is_not_known():
    assert can_defer(CaseState.RECEIVED, reason="Bereavement", to_on=None, on=LAST).allowed


@pytest.mark.parametrize("state", CaseState)
def test_only_a_case_that_was_put_off_is_taken_up_again(state):
    taken = can_take_up(state, submit_by=LAST, is_cancelled=False, on=LAST)
    assert taken.allowed == (state == CaseState.DEFERRED)


@pytest.mark.parametrize(
    ("is_cancelled", "on", "says"),
    [
        (True, LAST, "This sitting is cancelled. Choose another."),
        (False, date(2026, 8, 15), "This sitting took cases until 14 August 2026. Choose a later one."),
    ],
)
def test_case_is_not_taken_up_for_a_sitting_that_takes_none(is_cancelled, on, says):
    assert can_take_up(CaseState.DEFERRED, submit_by=LAST, is_cancelled=is_cancelled, on=on).reason == says


@pytest.mark.parametrize(
    ("states", "allowed"),
    [
        ([], True),
        ([CaseState.WITHDRAWN, CaseState.RELEASED], True),
        ([CaseState.WITHDRAWN, CaseState.DEFERRED], False),
        ([CaseState.DRAFT], False),
    ],
)
def test_next_case_for_a_step_waits_until_the_one_before_is_over(states, allowed):
    assert can_begin(states).allowed == allowed
