"""What reviewers handed in, line by line: one review to be read again, and all of a case side by side."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from academy.identity.actor import Actor
from asye.choices.ending import Test
from panels.models import Assignment, Case, Review
from panels.rules.parts_of_policy import Criterion
from panels.rules.reviewing import CHECK, LEVEL, REASON, TEST
from panels.selectors.moderating import moderation_checks
from panels.selectors.reviews import whole_set

YES, NO = "Yes", "No"
FLAGS = "For the chair"


@dataclass(frozen=True)
class Line:
    """One thing judged: what it is called, the level or answer as a word, and the reason or words."""

    title: str
    level: str
    reason: str = ""


@dataclass(frozen=True)
class Read:
    """A review as it is read, in the order of its page."""

    review: Review
    lines: tuple[Line, ...]

    @property
    def reviewer(self) -> str:
        return str(self.review.assignment.person.full_name)

    @property
    def at(self) -> datetime:
        return self.review.submitted_at


@dataclass(frozen=True)
class Row:
    """One thing judged, as each reviewer in turn judged it; None where one did not."""

    title: str
    cells: tuple[tuple[Read, Line | None], ...]


def last_review(assignment: Assignment) -> Review | None:
    """What was handed in last; None where nothing was. Two queries."""
    rows = assignment.reviews.select_related("assignment__person").prefetch_related("scores")
    return rows.order_by("-number").first()


def initial_of(review: Review) -> dict[str, Any]:
    """A review as its form is filled with it again. Its levels are read beside it."""
    levels = {f"{LEVEL}{score.criterion}": score.level for score in review.scores.all()}
    reasons = {f"{REASON}{score.criterion}": score.reason for score in review.scores.all()}
    answers = {f"{CHECK}{code}": _word(said).lower() for code, said in review.checks.items()}
    tests = {f"{TEST}{code}": _word(said).lower() for code, said in review.tests.items()}
    names = ("overall", "words", "flags", "to_assessor", "to_candidate")
    return {**levels, **reasons, **answers, **tests, **{name: getattr(review, name) for name in names}}


def read_of(case: Case, reviews: Collection[Review], *, actor: Actor, with_flags: bool) -> list[Read]:
    """Reviews of one case as they are read. What is for the chair alone is left out where `with_flags` is not set. The
    policy is read beside the case; of an ASYE a constant number of queries, else none."""
    checks = {check.code: check.title for check in moderation_checks(case, actor=actor)}
    criteria = whole_set(case)
    return [Read(each, tuple(_lines(each, criteria, checks, with_flags=with_flags))) for each in reviews]


def side_by_side(read: Collection[Read]) -> list[Row]:
    """Each thing judged once, in the order of the first review that says something of it. Nothing is added up."""
    titles = dict.fromkeys(line.title for each in read for line in each.lines)
    said = [(each, {line.title: line for line in each.lines}) for each in read]
    return [Row(title, tuple((each, lines.get(title)) for each, lines in said)) for title in titles]


def _lines(
    review: Review, criteria: Collection[Criterion], checks: Mapping[str, str], *, with_flags: bool
) -> Iterator[Line]:
    scores = {score.criterion: score for score in review.scores.all()}
    for criterion in criteria:
        if (score := scores.get(criterion.code)) is not None:
            level = criterion.level(score.level)
            yield Line(criterion.title, level.title if level else score.get_standing_display(), score.reason)
    yield from (Line(checks.get(code, code), _word(said)) for code, said in review.checks.items())
    yield from (Line(str(Test(code).label), _word(said)) for code, said in review.tests.items())
    yield Line("The whole", review.get_overall_display(), review.words)
    told = {"To the assessor": review.to_assessor, "To the newly qualified social worker": review.to_candidate}
    flags = {FLAGS: review.flags} if with_flags else {}
    yield from (Line(title, "", words) for title, words in {**told, **flags}.items() if words)


def _word(said: bool) -> str:
    return YES if said else NO
