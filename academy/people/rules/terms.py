"""When new terms may begin in a post: dates, hours, and that team, grade and level belong together."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import Span, in_words

FULL_TIME = Decimal(1)


@dataclass(frozen=True)
class TeamFacts:
    organisation_id: int
    span: Span


@dataclass(frozen=True)
class GradeFacts:
    """A grade; its spinal points are inclusive, None where the employer names none."""

    grade_id: int
    organisation_id: int
    spinal_points: tuple[int, int] | None = None


@dataclass(frozen=True)
class ProposedTerms:
    """Terms as somebody wants them to begin, with what is known of what they point at."""

    from_on: date
    organisation_id: int
    team: TeamFacts
    fte: Decimal
    grade: GradeFacts | None = None
    level_of_grade_id: int | None = None
    spinal_point: int | None = None


def can_begin(terms: ProposedTerms, *, post: Span, last_begin: date | None) -> Decision:
    """May these terms begin in the post? `last_begin` is the first day of its latest terms so far, None for the first.

    Refuses days outside the post, terms on or before the day the latest began (they would overlap), hours outside
    (0, 1], a team that is another organisation's or not there that day, a grade of another organisation, a level of
    another grade, and a spinal point outside the grade.
    """
    return first_refusal(
        _day_fits(terms.from_on, post, last_begin),
        _team_fits(terms),
        _grade_fits(terms),
        is_fte(terms.fte),
    )


def is_fte(fte: Decimal) -> Decision:
    """A share of full time, above 0 and at most 1, in hundredths."""
    if not (0 < fte <= FULL_TIME) or fte != round(fte, 2):
        return refused("Write the share of full time above 0 and at most 1, in hundredths: 0.60 for three days.", "fte")
    return ALLOWED


def _day_fits(from_on: date, post: Span, last_begin: date | None) -> Decision:
    if from_on < post.from_on:
        return refused(f"The post began on {in_words(post.from_on)}. Give that day or a later one.", "from_on")
    if post.until_on is not None and from_on > post.until_on:
        return refused(f"The post ended on {in_words(post.until_on)}. Begin a new post instead.", "from_on")
    if last_begin is not None and from_on <= last_begin:
        return refused(
            f"The latest terms of this post begin on {in_words(last_begin)}. Give a later day: terms do not overlap.",
            "from_on",
        )
    return ALLOWED


def _team_fits(terms: ProposedTerms) -> Decision:
    if terms.team.organisation_id != terms.organisation_id:
        return refused("This team is another organisation's. Choose a team of the organisation of the post.", "team")
    if not terms.team.span.holds_on(terms.from_on):
        return refused(f"This team is not there on {in_words(terms.from_on)}. Choose another team or day.", "team")
    return ALLOWED


def _grade_fits(terms: ProposedTerms) -> Decision:
    if terms.grade is None:
        needs_grade = terms.level_of_grade_id is not None or terms.spinal_point is not None
        return refused("Choose the grade the level or spinal point belongs to.", "grade") if needs_grade else ALLOWED
    if terms.grade.organisation_id != terms.organisation_id:
        return refused("This grade is another organisation's. Choose a grade of the organisation of the post.", "grade")
    if terms.level_of_grade_id not in (None, terms.grade.grade_id):
        return refused("This level belongs to another grade. Choose a level of the grade.", "level")
    return _spinal_point_fits(terms.spinal_point, terms.grade.spinal_points)


def _spinal_point_fits(point: int | None, points: tuple[int, int] | None) -> Decision:
    if point is None or points is None or points[0] <= point <= points[1]:
        return ALLOWED
    return refused(f"The spinal points of this grade are {points[0]} to {points[1]}. Give one of them.", "spinal_point")
