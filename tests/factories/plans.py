"""Goals, appraisal policies and appraisals for tests. Factories store rows as they are."""

from datetime import date
from typing import Any

import factory

from academy.development.choices.plans import GoalState, MeetingKind, MeetingState
from academy.development.models import (
    Appraisal,
    AppraisalAddendum,
    AppraisalPolicy,
    Goal,
    GoalEntry,
    GoalReview,
    LearningNeed,
)
from academy.development.schema.appraisals import AppraisalPolicyFile
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

POLICY: dict[str, Any] = {
    "code": "2026",
    "valid_from": date(2026, 4, 1),
    "name": "My Performance",
    "year_starts": "04-01",
    "due": {"review": 9, "appraisal": 3},
    "questions": [
        {"code": "well", "of": "person", "asks": "What went well?"},
        {"code": "halfway", "of": "person", "asks": "What changed since?", "at": ["review"]},
        {"code": "seen", "of": "manager", "asks": "What have you seen?"},
    ],
}


def appraisal_file(**said: Any) -> AppraisalPolicyFile:
    """A whole policy as a file says it, with the parts that are named changed."""
    return AppraisalPolicyFile.model_validate({**POLICY, **said})


class AppraisalPolicyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AppraisalPolicy

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"appraisals-{number}")
    name = "My Performance"
    valid_from = date(2026, 4, 1)
    checksum = "0" * 64
    content = factory.LazyFunction(lambda: appraisal_file().model_dump(mode="json"))


class AppraisalFactory(factory.django.DjangoModelFactory):
    """An appraisal being prepared; `in_state` makes one of another state."""

    class Meta:
        model = Appraisal

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    manager = factory.SubFactory(PersonFactory)
    policy = factory.SubFactory(AppraisalPolicyFactory)
    kind = MeetingKind.APPRAISAL
    year_on = date(2026, 4, 1)
    due_on = date(2027, 3, 31)
    begun_at = NOW
    changed_at = NOW


class GoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Goal

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Goal {number}")
    due_on = date(2027, 3, 31)
    set_at = NOW
    changed_at = NOW


class GoalReviewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalReview

    appraisal = factory.SubFactory(AppraisalFactory)
    goal = factory.SubFactory(GoalFactory)
    standing = "on_track"
    changed_at = NOW


class GoalEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalEntry

    goal = factory.SubFactory(GoalFactory)
    entry = factory.SubFactory(EntryFactory)
    linked_at = NOW


class LearningNeedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LearningNeed

    appraisal = factory.SubFactory(AppraisalFactory)
    title = "Writing for the court"
    added_at = NOW


class AppraisalAddendumFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AppraisalAddendum

    appraisal = factory.SubFactory(AppraisalFactory)
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW
    words = "One thing we forgot."


def goal_in(state: str, **said: Any) -> Goal:
    """A goal in a state, with what that state needs."""
    closed = {} if state == GoalState.OPEN else {"closed_at": NOW, "closing_words": "It came about."}
    made: Goal = GoalFactory(state=state, **{**closed, **said})
    return made


def appraisal_in(state: str, *, signed_by: str = "person", **said: Any) -> Appraisal:
    """An appraisal in a state; one that waits for a signature is signed by the `person` or by the `manager`."""
    manager = said.pop("manager", None) or PersonFactory()
    own = {"own_signed_at": NOW}
    managers = {"manager_signed_at": NOW, "manager_signed_by": manager}
    signed: dict[str, Any] = {
        MeetingState.SIGNING: {"held_on": NOW.date(), **(own if signed_by == "person" else managers)},
        MeetingState.SIGNED: {"held_on": NOW.date(), "locked_at": NOW, **own, **managers},
    }.get(MeetingState(state), {})
    made: Appraisal = AppraisalFactory(state=state, manager=manager, **{**signed, **said})
    return made
