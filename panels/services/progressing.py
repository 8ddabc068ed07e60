"""What a decision changes once it is told: the grade, that somebody is eligible for appointment, her journey."""

from datetime import date, datetime

from academy.engines.audit.commands import Refused
from academy.identity.actor import Actor
from academy.people.choices.grades import GradeBasis
from academy.people.models import Grade
from academy.people.rules.spans import in_words
from academy.people.services.grade_changes import RestsOn, change_grade
from panels.models import Case, Decision
from panels.selectors.following import Follows, follows_of, grade_to_give
from panels.selectors.letters import sat_on
from panels.selectors.staff_file import key_of
from panels.services.appointing import make_eligible
from pathways.services.journeys import reach

GIVE = "panels.grade.give"
PORTAL = "panels"


def follow_up(decision: Decision, *, by: Actor, at: datetime) -> Follows:
    """Do what the decision leads to, as part of telling it: give the grade where nothing comes after the panel, or make
    her eligible for appointment; her journey is reached where the grade holds already.

    Refuses a grade that cannot be given, with whose it is; then nothing is told, and it can be mended first.
    """
    follows = follows_of(decision)
    if follows.is_eligible:
        make_eligible(case=decision.case, by=by, at=at)
    grade = decision.case.grade
    if follows.effective_on is not None and grade is not None:
        _give_grade(decision, grade, from_on=follows.effective_on, by=by, at=at)
        if follows.effective_on <= by.on:
            reach_rung(decision.case, by=by, at=at)
    return follows


def _give_grade(decision: Decision, grade: Grade, *, from_on: date, by: Actor, at: datetime) -> None:
    case = decision.case
    step = grade_to_give(case, grade, from_on=from_on)
    if step.why_not:
        raise Refused(f"{case.person.full_name}: {step.why_not}")
    if step.post is None:
        return
    words = f"Panel of {in_words(sat_on(decision))}"
    try:
        change_grade(
            post=step.post,
            grade=grade,
            level=step.level,
            from_on=from_on,
            reason="Progressed by the panel",
            rests_on=RestsOn(GradeBasis.PANEL, words, key=key_of(case.pk)),
            by=by,
            at=at,
            permission=GIVE,
        )
    except Refused as refused:
        raise Refused(f"{case.person.full_name}: {refused.reason}") from refused


def reach_rung(case: Case, *, by: Actor, at: datetime) -> None:
    """Note that her journey is reached, where one is open. The portal notes it, as it does for every grade: nobody
    judges twice that somebody stands on the rung."""
    if case.journey is not None and case.journey.is_open:
        reach(journey=case.journey, by=Actor.system(PORTAL, on=by.on), at=at)
