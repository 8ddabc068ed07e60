"""When a grade can be given, and the grades of a working life as stretches of days."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words

MOST_REASON, MOST_DECISION = 200, 160


@dataclass(frozen=True)
class Given:
    """A grade, or one with its level, as somebody is to have it: its key, its words, and from when it is withdrawn."""

    key: tuple[int, int | None]
    words: str
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class GradeSpell:
    """How long somebody was on one grade and level in one post, why it began, and the decision it rests on."""

    post_id: int
    key: tuple[int | None, int | None]
    words: str
    from_on: date
    until_on: date | None
    reason: str = ""
    rests_on: str = ""


def can_be_given(given: Given, *, present: tuple[int | None, int | None], from_on: date) -> Decision:
    """May somebody be put on this from that day, who stands on `present`? Refuses the same once more, and what is
    withdrawn by then."""
    if given.key == present:
        return refused(f"She is on {given.words} already. Choose another grade or level.", "grade")
    if given.withdrawn_on is not None and given.withdrawn_on <= from_on:
        return refused(
            f"{given.words} is withdrawn from {in_words(given.withdrawn_on)}. Choose one that is in force.", "grade"
        )
    return ALLOWED


def has_reason(reason: str) -> Decision:
    """A change of grade says why (S2-24: it rewards skill and effort, so it rests on something), in a line."""
    if not reason.strip():
        return refused("Give a reason. She and her manager read it.", "reason")
    return ALLOWED if len(reason) <= MOST_REASON else refused(_shorter(MOST_REASON, reason), "reason")


def has_decision(words: str) -> Decision:
    """It names the decision it rests on, in a line."""
    if not words.strip():
        return refused("Say which decision it rests on: the panel, appraisal or interview, with its day.", "decision")
    return ALLOWED if len(words) <= MOST_DECISION else refused(_shorter(MOST_DECISION, words), "decision")


def spells_of(stretches: Iterable[GradeSpell]) -> list[GradeSpell]:
    """The same, newest first; stretches of a post that follow on each other and keep the grade are one: another team or
    other hours are no change of grade. Stretches without a grade are left out."""
    found: list[GradeSpell] = []
    for stretch in sorted(stretches, key=lambda each: (each.from_on, each.post_id)):
        before = next((each for each in reversed(found) if each.post_id == stretch.post_id), None)
        if before is not None and before.key == stretch.key and _follows(before, stretch):
            found[found.index(before)] = replace(before, until_on=stretch.until_on)
        else:
            found.append(stretch)
    return [each for each in reversed(found) if each.key[0] is not None]


def _shorter(most: int, words: str) -> str:
    return f"Use at most {most} characters. You have {len(words)}."


def _follows(before: GradeSpell, after: GradeSpell) -> bool:
    return before.until_on is not None and before.until_on + timedelta(days=1) == after.from_on
