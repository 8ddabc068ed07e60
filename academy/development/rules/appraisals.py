"""Appraisals and half-year reviews: whose part is whose, who signs when, and what a signature asks for. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from academy.development.choices.plans import MOST_ANSWER, MOST_WORDS, Party, Standing
from academy.development.rules.appraisal_years import AppraisalQuestion
from academy.development.rules.entries import Fault
from academy.engines.workflow.decisions import ALLOWED, Decision, refused

# An appraisal planned further ahead than this is a slip of the pen.
MOST_AHEAD_DAYS = 400


class Meeting(Protocol):
    """What is asked of an appraisal to judge it."""

    held_on: date | None
    own_signed_at: datetime | None
    manager_signed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ReviewWords:
    """How a goal stands, with the words of the one who writes; the other's words are hers."""

    goal_id: int
    standing: str
    words: str


def can_sign_last(meeting: Meeting) -> Decision:
    """Has her manager signed, so that hers is the second signature?"""
    if meeting.manager_signed_at is None:
        return refused("You have signed already. It is your manager's turn.")
    return ALLOWED


def can_sign_last_as_manager(meeting: Meeting) -> Decision:
    """Has she signed, so that the manager's is the second signature?"""
    if meeting.own_signed_at is None:
        return refused("It is signed for the manager already. It is the other one's turn.")
    return ALLOWED


def missing_for_signature(
    answers: Mapping[str, str], asked: Collection[AppraisalQuestion], *, unreviewed: int
) -> Decision:
    """May one of the two sign? Not before she has answered everything asked of her and every open goal is reviewed."""
    missing = [each for each in asked if not answers.get(each.code, "").strip()]
    if missing:
        rest = "1 question is" if len(missing) == 1 else f"{len(missing)} questions are"
        return refused(f"{rest} not answered in your part: “{missing[0].asks}” Write at least a line, then sign.")
    if unreviewed:
        goals = "1 open goal is" if unreviewed == 1 else f"{unreviewed} open goals are"
        return refused(f"{goals} not reviewed. Say how each stands, then sign.")
    return ALLOWED


def held_reason(held_on: date | None, *, begun_on: date, on: date) -> str:
    """Why the day of the talk does not do; "" where it does. A talk may be noted up to a year after."""
    if held_on is None:
        return "Write the day on which you talked."
    if held_on > on:
        return "Write a day that has been: sign once you have talked."
    if (begun_on - held_on).days > MOST_AHEAD_DAYS:
        return "This is too long ago for this meeting. Check the year."
    return ""


def planned_reason(planned_on: date | None, *, on: date) -> str:
    """Why the planned day does not do; no day is fine."""
    if planned_on is None:
        return ""
    if planned_on < on:
        return "Write a day to come, or leave it open."
    return "Write a day within the next year." if (planned_on - on).days > MOST_AHEAD_DAYS else ""


def answer_faults(answers: Mapping[str, str], asked: Collection[AppraisalQuestion]) -> list[Fault]:
    """Too long answers, and answers to what is not asked."""
    codes = {each.code for each in asked}
    unknown = [Fault(code, "This is not asked here.") for code in answers if code not in codes]
    long = [
        Fault(code, f"Use at most {MOST_ANSWER:,} characters.")
        for code, answer in answers.items()
        if len(answer) > MOST_ANSWER
    ]
    return unknown + long


def review_faults(review: ReviewWords) -> list[Fault]:
    """What is wrong with one review of a goal; the field is named after the goal."""
    faults = []
    if review.standing not in Standing.values:
        faults.append(Fault(f"standing_{review.goal_id}", "Choose how the goal stands."))
    if len(review.words) > MOST_WORDS:
        faults.append(Fault(f"words_{review.goal_id}", f"Use at most {MOST_WORDS:,} characters."))
    return faults


def part_of(meeting_person_id: int, actor_person_id: int | None) -> Party:
    """Whose part the actor writes."""
    return Party.PERSON if meeting_person_id == actor_person_id else Party.MANAGER
