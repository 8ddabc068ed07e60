"""What a form of feedback asks of whom, when what was said is enough, and taking a name out of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portfolios.choices.evidence import Giver
from portfolios.choices.feedback import MOST_ANSWER, MOST_MASKED, MOST_MASKED_WORDS, REMOVED, Face
from portfolios.choices.policies import IN_WORDS, Asked
from portfolios.rules.policy import EvidenceRules, FeedbackQuestion

# The one free line of the form for children; the policy asks them by faces.
FREE_LINE = FeedbackQuestion("more", "Is there anything you want to say?")


@dataclass(frozen=True)
class Questions:
    """What one form asks: by a face to choose, and in words."""

    faces: tuple[FeedbackQuestion, ...]
    words: tuple[FeedbackQuestion, ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody said. `faces` are answers by the code of their question; `on` is the day where it was not today."""

    went_well: str = ""
    could_be_better: str = ""
    anything_else: str = ""
    faces: Mapping[str, str] = field(default_factory=dict)
    agreed: bool = False
    on: date | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The three texts by the field they are kept in, without spaces around them."""
        return {name: getattr(self, name).strip().replace("\r\n", "\n") for name in IN_WORDS.values()}


@dataclass(frozen=True)
class SaidFault:
    """Why what was said cannot be kept, and the answer it is about."""

    field: str | None
    reason: str


def questions_for(rules: EvidenceRules, giver: str) -> Questions:
    """What the policy asks of somebody. A child chooses faces and has one free line; a professional writes; everybody
    else may do both (S2-77, S2-78, S4-13). A question of a form with faces that has no picture is left out.
    """
    if giver == Giver.CHILD:
        return Questions(_drawn(rules, Asked.CHILD), (FREE_LINE,))
    if giver in (Giver.PROFESSIONAL, Giver.MANAGER):
        return Questions((), rules.asked(Asked.PROFESSIONAL))
    return Questions(_drawn(rules, Asked.EASY), rules.asked(Asked.ADULT))


def answers_kept(questions: Questions, faces: Mapping[str, str]) -> dict[str, str]:
    """The chosen faces as they are kept: the question as it was asked, and the answer in words."""
    chosen = ((each.asks, faces.get(each.code, "")) for each in questions.faces)
    return {asks: str(Face(face).label) for asks, face in chosen if face in Face.values}


def said_fault(said: Said, questions: Questions, *, on: date) -> SaidFault | None:
    """Why it cannot be kept: without a yes to its use, with nothing said, too long, or said on a day to come."""
    if not said.agreed:
        return SaidFault("agreed", "We can only keep it with a yes. Tick the box, or close this page and send nothing.")
    for name, text in said.texts.items():
        if len(text) > MOST_ANSWER:
            return SaidFault(name, f"This is too long to keep: use at most {MOST_ANSWER:,} characters.")
    if not any(said.texts.values()) and not answers_kept(questions, said.faces):
        return SaidFault(None, "There is no answer yet. Answer one question at least.")
    if said.on is not None and said.on > on:
        return SaidFault("on", "This day is still to come. Write the day on which it was said.")
    return None


def masked(text: str, words: Iterable[str]) -> str:
    """The text with these words taken out wherever they stand alone, in capitals or not; where they stood is said."""
    for each in sorted(words, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", REMOVED, text, flags=re.IGNORECASE)
    return text


def mask_refusal(words: Iterable[str]) -> str | None:
    """Why these words cannot be taken out, or None. What is taken out is a name or a number, never what was said."""
    found = list(words)
    if not found:
        return "Choose or write what is to be taken out."
    if any(len(each) > MOST_MASKED or len(each.split()) > MOST_MASKED_WORDS for each in found):
        return "Take out names and numbers only: at most five words at a time. What was said stays as it was said."
    return None


def _drawn(rules: EvidenceRules, form: str) -> tuple[FeedbackQuestion, ...]:
    return tuple(each for each in rules.asked(form) if each.picture)
