"""The words of a case in the walk of panels: each stands in one place, says in which, and may be known as said here."""

import re

from panels.choices.cases import CaseState
from panels.rules.visibility import Sight

MARK = re.compile(r"Zq([a-z]+)(\d+)zq")
EVERY = frozenset(CaseState)
TOLD = frozenset({CaseState.RELEASED})
LETTER_SENT = EVERY - {CaseState.ON_AGENDA, CaseState.DECIDED}
AMONG_REVIEWS = frozenset({Sight.REVIEWS})
NONE: frozenset[Sight] = frozenset()
# That there is a case at all: no word, but its number and every link to it.
CASE = "case"

# What somebody has to see of the case, one of these, for a word to stand on a page of hers.
NEEDS: dict[str, frozenset[Sight]] = {
    CASE: frozenset({Sight.CASE}),
    "name": frozenset({Sight.NAME}),
    "manager": frozenset({Sight.NAME}),
    "handedin": frozenset({Sight.PORTFOLIO}),
    "asked": frozenset({Sight.CHECKS}),
    "moretime": frozenset({Sight.CHECKS}),
    "putoff": frozenset({Sight.CHECKS}),
    "withdrawn": frozenset({Sight.CHECKS}),
    "tie": frozenset({Sight.TIES}),
    "reviewer": frozenset({Sight.ASSIGNMENTS}),
    "judged": frozenset({Sight.ASSIGNMENTS, Sight.REVIEWS}),
    "declined": frozenset({Sight.ASSIGNMENTS}),
    "moderator": frozenset({Sight.ASSIGNMENTS, Sight.REVIEWS}),
    "declinedbecause": frozenset({Sight.ASSIGNMENTS}),
    "notes": NONE,
    "words": AMONG_REVIEWS,
    "flags": AMONG_REVIEWS,
    "reason": AMONG_REVIEWS,
    "toassessor": AMONG_REVIEWS,
    "tocandidate": AMONG_REVIEWS,
    "look": AMONG_REVIEWS,
    "discussion": frozenset({Sight.DISCUSSION}),
    "decision": frozenset({Sight.DECISION}),
    "reasons": frozenset({Sight.REASONS}),
    "letter": frozenset({Sight.LETTER}),
    "target": frozenset({Sight.PLAN}),
    "feedback": frozenset({Sight.LETTER}),
    "appeal": frozenset({Sight.APPEAL}),
    "answer": frozenset({Sight.APPEAL}),
    "hearer": frozenset({Sight.APPEAL}),
    "interview": frozenset({Sight.APPOINTMENT}),
    "afterinterview": frozenset({Sight.APPOINTMENT}),
}
# Who knows it whatever she sees of the case, and in which states: her own words and name, and what she is asked to do
# when it is told. A helper or who gives feedback has no part in the case, and knows whose it is once she is asked.
ALSO: dict[str, dict[str, frozenset[CaseState]]] = {
    "name": {"candidate": EVERY, "giver": TOLD, "helper": LETTER_SENT},
    "manager": {"manager": EVERY},
    CASE: {"giver": TOLD},
    "reviewer": {"reviewer": EVERY},
    "judged": {"judged": EVERY},
    "declined": {"declined": EVERY},
    "moderator": {"moderator": EVERY},
    "hearer": {"hearer": EVERY},
    "notes": {"judged": EVERY},
    "words": {"judged": EVERY},
    "flags": {"judged": EVERY},
    "reason": {"judged": EVERY},
    "toassessor": {"judged": EVERY},
    "tocandidate": {"judged": EVERY},
    "look": {"moderator": EVERY},
    "decision": {"giver": TOLD},
    "target": {"helper": LETTER_SENT},
    "feedback": {"giver": TOLD},
}


def mark(what: str, number: int) -> str:
    """The word for this of the case with that number."""
    assert what in NEEDS, what
    return f"Zq{what}{number}zq"
