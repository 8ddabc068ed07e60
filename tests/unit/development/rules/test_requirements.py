from datetime import date

import pytest

from academy.development.choices import LineState
from academy.development.rules.renewals import cycle_of
from academy.development.rules.requirements import (
    Known,
    missing_acts,
    requirement_of,
    season_sentence,
    when_sentence,
)
from tests.factories.renewals import HCPC, SWE

LONG_AGO = date(2020, 3, 2)
NOV = date(2026, 11, 17)


def of(asks=SWE, on=NOV, *, cycle_on=None, joined_on=LONG_AGO, **known):
    return requirement_of(asks, cycle_of(asks, cycle_on or on), Known(joined_on, **known), on=on)


def said(requirement):
    return [(line.what, line.says, line.state) for line in requirement.lines]


def test_three_acts_are_three_lines_and_the_last_one_missing_is_named():
    requirement = of(done={"cpd": date(2026, 11, 2), "form": date(2026, 11, 2)}, pieces=(True, False))
    assert said(requirement) == [
        ("CPD: 2 different pieces, one with a peer", "Done on 2 November 2026, as you noted.", LineState.MET),
        ("Renewal form", "Done on 2 November 2026, as you noted.", LineState.MET),
        (
            "Fee",
            "Not paid. People have lost their registration with the other two done. It is £122.00 (to be confirmed).",
            LineState.NOT_YET,
        ),
    ]
    assert (requirement.is_met, requirement.is_open, requirement.is_over) == (False, True, False)
    assert [line.next_words for line in requirement.missing] == ["I have paid it"]
    assert requirement.missing_words.startswith("Fee: Not paid.")


@pytest.mark.parametrize(
    ("pieces", "says", "state"),
    [
        ((), "Not sent. 0 of 2 pieces chosen.", LineState.NOT_YET),
        ((False,), "Not sent. 1 of 2 pieces chosen, none of them talked over with a peer yet.", LineState.DOING),
        ((False, False), "Not sent. 2 of 2 pieces chosen, none of them talked over with a peer yet.", LineState.DOING),
        ((True, False), "Not sent. 2 of 2 pieces chosen, one of them talked over with a peer.", LineState.DOING),
        ((True, True), "Not sent. 2 of 2 pieces chosen, two of them talked over with a peer.", LineState.DOING),
    ],
)
def test_line_of_the_pieces_counts_them_and_looks_for_a_peer(pieces, says, state):
    line = of(pieces=pieces).lines[0]
    assert (line.says, line.state, line.chooses_pieces, line.act) == (says, state, True, "cpd")


def test_who_joined_in_september_is_told_what_is_not_asked_and_what_is():
    requirement = of(joined_on=date(2026, 9, 20))
    sentence = "Not asked of you this time: you joined the register on 20 September 2026."
    assert [line.says for line in requirement.lines[:2]] == [sentence, sentence]
    assert [line.state for line in requirement.lines] == [LineState.NOT_ASKED, LineState.NOT_ASKED, LineState.NOT_YET]
    assert [line.what for line in requirement.missing] == ["Fee"]
    assert of(joined_on=date(2026, 9, 20), done={"fee": NOV}).is_met is True


def test_who_joined_after_the_window_is_asked_nothing_of_it():
    requirement = of(cycle_on=NOV, on=date(2026, 12, 5), joined_on=date(2026, 12, 1))
    assert (requirement.is_met, season_sentence(requirement)) == (True, "Nothing is asked in this window.")


def test_before_the_window_nothing_can_be_noted_and_pieces_can_be_chosen():
    requirement = of(on=date(2026, 6, 1), pieces=(True,))
    assert [(line.says, line.act, line.next_words) for line in requirement.lines] == [
        ("1 of 2 pieces chosen, one of them talked over with a peer.", "", ""),
        ("From 1 September 2026 on.", "", ""),
        ("From 1 September 2026 on.", "", ""),
    ]
    assert [line.state for line in requirement.lines] == [LineState.DOING, LineState.NOT_YET, LineState.NOT_YET]
    assert [line.chooses_pieces for line in requirement.lines] == [True, False, False]


def test_after_the_window_what_was_not_noted_is_late_and_says_whom_to_ask():
    requirement = of(cycle_on=NOV, on=date(2026, 12, 1), done={"cpd": NOV, "form": NOV})
    says = (
        "Not noted, and the window closed on 30 November 2026. If you did it, note the day. "
        "If not, speak to Social Work England today."
    )
    fee = requirement.lines[2]
    assert (fee.says, fee.state, requirement.is_over) == (says, LineState.LATE, True)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (
            date(2026, 8, 31),
            "The renewal window opens on 1 September 2026 and closes on 30 November 2026.",
        ),
        (date(2026, 9, 1), "Renewal closes on 30 November 2026 at 23:59, in 90 days."),
        (date(2026, 11, 29), "Renewal closes on 30 November 2026 at 23:59, tomorrow."),
        (date(2026, 11, 30), "Renewal closes today at 23:59."),
        (date(2026, 12, 1), "Renewal closed on 30 November 2026."),
    ],
)
def test_sentence_says_when_the_window_opens_and_closes(on, sentence):
    assert when_sentence(cycle_of(SWE, date(2026, 8, 1)), on) == sentence
    assert of(cycle_on=date(2026, 8, 1), on=on).sentence == sentence


@pytest.mark.parametrize(
    ("kept", "kinds", "says", "states"),
    [
        (
            0,
            (),
            ["Nothing kept yet that is dated since 1 November 2025.", "Yours since 1 November 2025: none yet."],
            "nn",
        ),
        (1, ("Shadowing",), ["1 entry dated since 1 November 2025.", "Yours since 1 November 2025: Shadowing."], "md"),
        (
            3,
            ("Shadowing", "Course or event"),
            ["3 entries dated since 1 November 2025.", "Yours since 1 November 2025: Course or event, Shadowing."],
            "mm",
        ),
    ],
)
def test_occupational_therapist_is_told_of_her_record_and_its_mixture(kept, kinds, says, states):
    requirement = of(HCPC, kept=kept, kinds=frozenset(kinds))
    shapes = {"n": LineState.NOT_YET, "d": LineState.DOING, "m": LineState.MET}
    assert [line.says for line in requirement.lines[:2]] == says
    assert [line.state for line in requirement.lines[:2]] == [shapes[each] for each in states]
    assert requirement.lines[1].what == "A mixture: at least two kinds of activity"
    assert requirement.lines[3].what == "Fee (to be confirmed)"
    assert requirement.lines[3].says == "From 1 August 2027 on."


def test_fee_without_a_known_amount_says_none():
    assert of(HCPC, on=date(2027, 9, 1)).lines[3].says == "Not paid."


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, "Not noted: CPD, form and fee. 0 of 2 pieces chosen."),
        (
            {"done": {"form": NOV}, "pieces": (True,)},
            "Noted: form. Not noted: CPD and fee. 1 of 2 pieces chosen, one of them talked over with a peer.",
        ),
        ({"done": {"cpd": NOV, "form": NOV}, "pieces": (True, True)}, "Noted: CPD and form. Not noted: fee."),
        ({"done": {"cpd": NOV, "form": NOV, "fee": NOV}}, "Everything asked is noted as done."),
    ],
)
def test_season_sentence_tells_acts_and_counts_and_no_titles(known, sentence):
    assert season_sentence(of(**known)) == sentence


def test_missing_acts_are_those_asked_and_not_noted():
    assert [act.code for act in missing_acts(of(done={"form": NOV}))] == ["cpd", "fee"]
    assert missing_acts(of(joined_on=date(2026, 9, 1), done={"fee": NOV})) == ()


def test_season_sentence_of_somebody_without_pieces_counts_none():
    assert season_sentence(of(HCPC, on=date(2027, 9, 1))) == "Not noted: form and fee."


@pytest.mark.parametrize("state", LineState)
def test_line_state_has_a_word_and_a_shape(state):
    assert state.state.word == state.label
