"""What renewing asks of one person, and what is missing, in sentences. Pure. Nothing here judges what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from academy.development.choices import LineState
from academy.development.rules.renewals import ActAsked, Asks, Cycle, acts_asked
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row

NUMBERS = ("none", "one", "two", "three", "four")


@dataclass(frozen=True)
class Known:
    """What the portal knows of one person's renewal in a cycle.

    `done` is the day of each act she noted herself; `pieces` tells of each chosen piece whether it was talked over with
    a peer; `kinds` are the kinds of activity, in words, of what she kept that is dated in the cycle.
    """

    joined_on: date
    done: Mapping[str, date] = field(default_factory=dict)
    pieces: tuple[bool, ...] = ()
    kinds: frozenset[str] = frozenset()
    kept: int = 0

    @property
    def peers(self) -> int:
        return sum(self.pieces)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing asked: what, how it stands in a sentence, and the words of the next step; `act` is an act's code."""

    what: str
    says: str
    state: LineState
    act: str = ""
    next_words: str = ""
    chooses_pieces: bool = False

    @property
    def is_met(self) -> bool:
        return self.state in (LineState.MET, LineState.NOT_ASKED)


@dataclass(frozen=True)
class Requirement:
    """What a regulator asks of this person in one cycle."""

    asks: Asks
    cycle: Cycle
    on: date
    known: Known
    lines: tuple[Line, ...]

    @property
    def missing(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.is_met)

    @property
    def is_met(self) -> bool:
        return not self.missing

    @property
    def is_open(self) -> bool:
        return self.cycle.is_open(self.on)

    @property
    def is_over(self) -> bool:
        return self.cycle.is_over(self.on)

    @property
    def sentence(self) -> str:
        """When: "Renewal closes on 30 November 2026 at 23:59, in 13 days." """
        return when_sentence(self.cycle, self.on)

    @property
    def missing_words(self) -> str:
        """What is missing, by name: "Fee. Renewal form." Empty when nothing is."""
        return " ".join(f"{line.what}: {line.says}" for line in self.missing)


def requirement_of(asks: Asks, cycle: Cycle, known: Known, *, on: date) -> Requirement:
    """What the regulator asks of her in the cycle and how each line stands on the day (D4-01 to D4-22)."""
    lines = (
        *_record_lines(asks, cycle, known),
        *(_act_line(act, asks=asks, cycle=cycle, known=known, on=on) for act in asks.acts),
    )
    return Requirement(asks, cycle, on, known, lines)


def when_sentence(cycle: Cycle, on: date) -> str:
    """How the window lies to the day, in a sentence."""
    if cycle.is_over(on):
        return f"Renewal closed on {in_words(cycle.closes_on)}."
    if not cycle.is_open(on):
        return f"The renewal window opens on {in_words(cycle.opens_on)} and closes on {in_words(cycle.closes_on)}."
    days = cycle.days_left(on)
    if days == 0:
        return "Renewal closes today at 23:59."
    return f"Renewal closes on {in_words(cycle.closes_on)} at 23:59, {'tomorrow' if days == 1 else f'in {days} days'}."


def missing_acts(requirement: Requirement) -> tuple[ActAsked, ...]:
    """The acts asked of her and not noted as done."""
    asked = acts_asked(requirement.asks, requirement.cycle, requirement.known.joined_on)
    return tuple(act for act in asked if act.code not in requirement.known.done)


def season_sentence(requirement: Requirement) -> str:
    """How somebody's renewal stands, for her manager: acts she noted and counts, never what she wrote."""
    asked = acts_asked(requirement.asks, requirement.cycle, requirement.known.joined_on)
    missing = [act.short_name for act in missing_acts(requirement)]
    if not asked:
        return "Nothing is asked in this window."
    if not missing:
        return "Everything asked is noted as done."
    done = [act.short_name for act in asked if act.short_name not in missing]
    said = [f"Noted: {in_a_row(done)}."] if done else []
    return " ".join([*said, f"Not noted: {in_a_row(missing)}.", *pieces_words(requirement)])


def pieces_words(requirement: Requirement) -> list[str]:
    """How many pieces are chosen, where pieces are asked and not sent yet; else nothing."""
    asks, known = requirement.asks, requirement.known
    sending = next((act.code for act in missing_acts(requirement) if act.sends_pieces), None)
    return [_chosen(asks, known)] if asks.pieces and sending else []


def _act_line(act: ActAsked, *, asks: Asks, cycle: Cycle, known: Known, on: date) -> Line:
    done_on = known.done.get(act.code)
    what = act.what if act.is_confirmed else f"{act.what} (to be confirmed)"
    if done_on is not None:
        return Line(what=what, says=f"Done on {in_words(done_on)}, as you noted.", state=LineState.MET, act=act.code)
    if act not in acts_asked(asks, cycle, known.joined_on):
        says = f"Not asked of you this time: you joined the register on {in_words(known.joined_on)}."
        return Line(what=what, says=says, state=LineState.NOT_ASKED)
    chooses = act.sends_pieces and bool(asks.pieces)
    if not (cycle.is_open(on) or cycle.is_over(on)):
        says = _chosen(asks, known) if chooses else f"From {in_words(cycle.opens_on)} on."
        return Line(what=what, says=says, state=_state(chooses, known), chooses_pieces=chooses)
    says = _late(act, asks, cycle) if cycle.is_over(on) else _open(act, asks=asks, cycle=cycle, known=known)
    state = LineState.LATE if cycle.is_over(on) else _state(chooses, known)
    return Line(what=what, says=says, state=state, act=act.code, next_words=act.done, chooses_pieces=chooses)


def _state(chooses: bool, known: Known) -> LineState:
    return LineState.DOING if chooses and known.pieces else LineState.NOT_YET


def _late(act: ActAsked, asks: Asks, cycle: Cycle) -> str:
    return (
        f"Not noted, and the window closed on {in_words(cycle.closes_on)}. If you did it, note the day. "
        f"If not, speak to {asks.name} today."
    )


def _open(act: ActAsked, *, asks: Asks, cycle: Cycle, known: Known) -> str:
    says = [act.missing]
    fee = asks.fee(cycle.closes_on.year) if act.is_fee else None
    if fee is not None:
        says.append(f"It is £{fee.pounds:.2f}{'' if fee.is_confirmed else ' (to be confirmed)'}.")
    if act.sends_pieces and asks.pieces:
        says.append(_chosen(asks, known))
    return " ".join(says)


def _chosen(asks: Asks, known: Known) -> str:
    chosen = f"{len(known.pieces)} of {asks.pieces} pieces chosen"
    if known.peers >= asks.peers:
        return f"{chosen}, {NUMBERS[known.peers]} of them talked over with a peer."
    return f"{chosen}, none of them talked over with a peer yet." if known.pieces else f"{chosen}."


def _record_lines(asks: Asks, cycle: Cycle, known: Known) -> Iterator[Line]:
    """HCPC: a record dated in the cycle, of at least two kinds of activity (D4-20, D4-22)."""
    if not asks.kinds:
        return
    since = in_words(cycle.starts_on)
    entries = "1 entry" if known.kept == 1 else f"{known.kept} entries"
    yield Line(
        what="A record of your CPD, kept up",
        says=f"{entries} dated since {since}." if known.kept else f"Nothing kept yet that is dated since {since}.",
        state=LineState.MET if known.kept else LineState.NOT_YET,
    )
    kinds = ", ".join(sorted(known.kinds)) or "none yet"
    state = LineState.MET if len(known.kinds) >= asks.kinds else LineState.DOING if known.kinds else LineState.NOT_YET
    yield Line(
        what=f"A mixture: at least {NUMBERS[asks.kinds]} kinds of activity",
        says=f"Yours since {since}: {kinds}.",
        state=state,
    )
