"""What the portal answers by itself as a submission is looked through (D5-02). Pure.

A no of the record is mended where it is kept, or more time is given; nobody ticks it away.
"""

from dataclasses import dataclass
from datetime import date

from academy.people.rules.spans import in_words
from academy.ui.states import Shape, State
from academy.ui.wording import in_a_row
from panels.choices.policy import RecordFact

MOST_GAPS = 3
IN_ORDER, MISSING = State("In order", Shape.MET), State("Missing", Shape.AGEING)
TO_LOOK_AT = State("To look at", Shape.NOT_YET)


@dataclass(frozen=True)
class Answer:
    """`is_met` is None where the record cannot say, and a person looks."""

    is_met: bool | None
    says: str

    @property
    def state(self) -> State:
        """How the item stands by it, with its shape."""
        if self.is_met is None:
            return TO_LOOK_AT
        return IN_ORDER if self.is_met else MISSING


NOBODY_KNOWS = Answer(None, "The record does not say. Look, and tick it.")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a submission. `handed_in_on` is the day its portfolio was handed in, None while it was not;
    `endorsed_on` the day of the line manager's signature under it and `endorsed_by` her name. `endorse_by` is None
    where no last day is enforced. `gaps` are sentences about what the portfolio lacks, `has_formal_open` the line
    manager's yes or no, and `formal_said_by` who said it. `is_endorsed` is false where no line manager is asked
    (S2-89)."""

    handed_in_on: date | None = None
    endorsed_on: date | None = None
    endorsed_by: str = ""
    endorse_by: date | None = None
    is_registered: bool = False
    gaps: tuple[str, ...] = ()
    has_formal_open: bool | None = None
    formal_said_by: str = "The line manager"
    is_endorsed: bool = True


def answer_of(fact: RecordFact, known: Known) -> Answer:
    """What the record says to this on the day it is asked."""
    return _ANSWERS[fact](known)


def _endorsed_portfolio(known: Known) -> Answer:
    if known.handed_in_on is None:
        return Answer(False, "The portfolio is not handed in.")
    return Answer(True, f"Signed off, and handed in on {in_words(known.handed_in_on)}.")


def _manager(known: Known) -> Answer:
    if not known.is_endorsed:
        return Answer(True, "No line manager is asked here.")
    if known.endorsed_on is None:
        return Answer(False, "No signature of her line manager stands under what she handed in.")
    signed = f"{known.endorsed_by} on {in_words(known.endorsed_on)}"
    if known.endorse_by is not None and known.endorsed_on > known.endorse_by:
        return Answer(False, f"{signed}; the last day was {in_words(known.endorse_by)}. More time can be given.")
    return Answer(True, f"{signed}.")


def _registration(known: Known) -> Answer:
    if known.is_registered:
        return Answer(True, "Live today.")
    return Answer(False, "No live registration is entered. Human resources enter a renewal.")


def _pieces(known: Known) -> Answer:
    if not known.gaps:
        return Answer(True, "Nothing is missing.")
    more = len(known.gaps) - MOST_GAPS
    shown = [*known.gaps[:MOST_GAPS], *([f"{more} more"] if more > 0 else [])]
    return Answer(False, f"Missing: {in_a_row(each.rstrip('.') for each in shown)}.")


def _nothing_open(known: Known) -> Answer:
    if not known.is_endorsed:
        return Answer(True, "No line manager is asked here.")
    if known.has_formal_open is None:
        return Answer(None, "Her line manager has not said it yet. Ask, and tick it once you know.")
    return Answer(not known.has_formal_open, f"{known.formal_said_by} has answered.")


_ANSWERS = {
    RecordFact.PORTFOLIO_ENDORSED: _endorsed_portfolio,
    RecordFact.MANAGER_ENDORSED: _manager,
    RecordFact.REGISTRATION_LIVE: _registration,
    RecordFact.PIECES_COMPLETE: _pieces,
    RecordFact.NOTHING_OPEN: _nothing_open,
}
