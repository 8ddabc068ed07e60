"""Who counts as a peer, and what a talk with one must say. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from academy.development.choices import MOST_TEXT, EntryState, PeerStanding
from academy.development.rules.entries import Fault
from academy.engines.workflow.decisions import ALLOWED, Decision, refused


class TalkedOver(Protocol):
    """What the rules read of the entry a talk was about."""

    @property
    def state(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def started_on(self) -> date | None: ...


class Talk(Protocol):
    """A stored talk, with its entry."""

    @property
    def entry(self) -> TalkedOver: ...


def counts_as(*, is_manager: bool, is_social_worker: bool) -> PeerStanding:
    """Why a colleague counts as a peer: whoever knows the practice does, registered or not (D4-05)."""
    if is_manager:
        return PeerStanding.MANAGER
    return PeerStanding.REGISTERED if is_social_worker else PeerStanding.PROFESSIONAL


def can_talk_over(entry: TalkedOver) -> Decision:
    """May a talk be noted beside this entry? It needs a title, because that is what the peer is shown."""
    if entry.state == EntryState.WITHDRAWN:
        return refused("This entry is withdrawn. Bring it back first.")
    if not entry.title.strip():
        return refused("Give the entry a title first: it is what your peer sees of it.")
    return ALLOWED


def can_go_on(talk: Talk) -> Decision:
    """May a peer be asked or answer? Not about an entry that was withdrawn meanwhile."""
    return can_talk_over(talk.entry)


def talk_faults(entry: TalkedOver, *, talked_on: date, learnt: str, on: date) -> Iterator[Fault]:
    """What a talk may not say: a day to come or before what the entry is about, nothing learnt, or too much of it."""
    if talked_on > on:
        yield Fault("talked_on", "Write a day that has been.")
    if entry.started_on is not None and talked_on < entry.started_on:
        yield Fault("talked_on", "The talk cannot have been before what the entry is about.")
    if not learnt.strip():
        yield Fault("learnt", "Write what you learnt from it, in a sentence at least: that makes it a peer reflection.")
    if len(learnt) > MOST_TEXT:
        yield Fault("learnt", f"Use at most {MOST_TEXT:,} characters. You have {len(learnt):,}.")


def partner_sentence(team: str) -> str:
    """Why a colleague is suggested. It tells that there is something in common and not what."""
    return f"Works in {team} and wrote in the last twelve months about standards this entry speaks to."
