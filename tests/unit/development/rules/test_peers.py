from dataclasses import dataclass
from datetime import date

import pytest

from academy.development.choices import MOST_TEXT, TALKED, EntryState, PeerStanding, ReflectionState
from academy.development.rules.entries import Fault
from academy.development.rules.peers import can_go_on, can_talk_over, counts_as, partner_sentence, talk_faults

DAY = date(2026, 11, 12)


@dataclass(frozen=True)
class Piece:
    state: str = EntryState.KEPT
    title: str = "Whose risk was it?"
    started_on: date | None = DAY


@dataclass(frozen=True)
class About:
    entry: Piece


@pytest.mark.parametrize(
    ("is_manager", "is_social_worker", "standing"),
    [
        (True, True, PeerStanding.MANAGER),
        (True, False, PeerStanding.MANAGER),
        (False, True, PeerStanding.REGISTERED),
        (False, False, PeerStanding.PROFESSIONAL),
    ],
)
def test_everybody_who_knows_the_practice_counts_as_a_peer(is_manager, is_social_worker, standing):
    assert counts_as(is_manager=is_manager, is_social_worker=is_social_worker) is standing


@pytest.mark.parametrize(
    ("state", "counts"),
    [("noted", True), ("asked", True), ("confirmed", True), ("declined", False), ("withdrawn", False)],
)
def test_talk_counts_unless_the_peer_denies_or_the_author_withdraws_it(state, counts):
    assert (ReflectionState(state) in TALKED) is counts


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Piece(), ""),
        (Piece(state=EntryState.DRAFT), ""),
        (Piece(state=EntryState.WITHDRAWN), "This entry is withdrawn. Bring it back first."),
        (Piece(title=" "), "Give the entry a title first: it is what your peer sees of it."),
    ],
)
def test_entry_can_be_talked_over_with_a_title_and_while_it_stands(entry, reason):
    assert (can_talk_over(entry).reason, can_go_on(About(entry)).reason) == (reason, reason)


@pytest.mark.parametrize(
    ("talked_on", "learnt", "faults"),
    [
        (DAY, "That I listen first.", []),
        (date(2026, 11, 17), "That I listen first.", []),
        (date(2026, 11, 18), "x", [Fault("talked_on", "Write a day that has been.")]),
        (
            date(2026, 11, 11),
            "x",
            [Fault("talked_on", "The talk cannot have been before what the entry is about.")],
        ),
        (
            DAY,
            " ",
            [
                Fault(
                    "learnt",
                    "Write what you learnt from it, in a sentence at least: that makes it a peer reflection.",
                )
            ],
        ),
        (DAY, "x" * (MOST_TEXT + 1), [Fault("learnt", "Use at most 20,000 characters. You have 20,001.")]),
    ],
)
def test_talk_lies_between_the_entry_and_today_and_says_what_was_learnt(talked_on, learnt, faults):
    assert list(talk_faults(Piece(), talked_on=talked_on, learnt=learnt, on=date(2026, 11, 17))) == faults


def test_talk_about_a_draft_without_a_day_may_be_any_day_that_has_been():
    assert list(talk_faults(Piece(started_on=None), talked_on=date(2020, 1, 1), learnt="x", on=DAY)) == []


def test_suggestion_tells_that_there_is_something_in_common_and_not_what():
    assert partner_sentence("Reablement") == (
        "Works in Reablement and wrote in the last twelve months about standards this entry speaks to."
    )
