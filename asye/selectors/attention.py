"""Why a year needs attention: promises not kept, dates gone by, concerns with a plan. In words, and never scored."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from academy.people.rules.spans import in_words
from asye.choices.year import ConcernState, MilestoneKind, SignalState
from asye.models import Concern, Milestone, Signal

# The end of the year and the ceiling are no acts of anybody's; the panel's day is the panel's.
ACTED_ON = (
    MilestoneKind.AGREEMENT,
    MilestoneKind.REVIEW,
    MilestoneKind.OBSERVATION,
    MilestoneKind.FINAL,
    MilestoneKind.SUBMISSION,
)


def reasons_of(enrolments: Collection[int], *, on: date) -> dict[int, list[str]]:
    """By the id of the year: each reason in a sentence. An optional date gone by is none. Three queries for any
    number of years; a year without reasons is not among them."""
    found: dict[int, list[str]] = defaultdict(list)
    late = Milestone.objects.filter(enrolment_id__in=enrolments, done_on=None, due_on__lt=on, kind__in=ACTED_ON)
    for milestone in late.exclude(is_optional=True).order_by("due_on", "pk"):
        found[milestone.enrolment_id].append(f"{milestone.title} was due on {in_words(milestone.due_on)}.")
    for signal in Signal.objects.filter(enrolment_id__in=enrolments, state=SignalState.OPEN):
        found[signal.enrolment_id].append(signal.words)
    for concern in Concern.objects.filter(enrolment_id__in=enrolments, state=ConcernState.OPEN):
        reviewed = in_words(concern.plan_review_on)
        found[concern.enrolment_id].append(f"There is a plan of support, looked at again on {reviewed}.")
    return dict(found)
