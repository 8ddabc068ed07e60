"""The reviews of cases as they hold now, and the criteria they were made on."""

from collections.abc import Collection
from dataclasses import dataclass

from panels.choices.judging import Look, Standing
from panels.models import AnotherLook, Case, Review
from panels.rules.disagreement import Judged
from panels.rules.parts_of_policy import Criterion
from panels.rules.plans import judged_again, kept_as_met
from panels.selectors.policies import rules_of


@dataclass(frozen=True)
class Judging:
    """What a case is judged on now, and the criteria that were met last time and are not judged again."""

    criteria: tuple[Criterion, ...]
    kept: tuple[Criterion, ...] = ()


def reviews_held(cases: Collection[Case]) -> dict[int, list[Review]]:
    """For each case what was handed in and holds, in the order in which it was given out: of a review that was opened
    again the last one. Reviewer and levels are read beside it; two queries for all."""
    found: dict[int, list[Review]] = {case.pk: [] for case in cases}
    rows = Review.objects.holding().filter(assignment__case_id__in=found)
    beside = rows.select_related("assignment__person").prefetch_related("scores")
    for review in beside.order_by("assignment_id", "number"):
        found[review.assignment.case_id].append(review)
    return found


def looks_held(cases: Collection[Case]) -> dict[int, list[AnotherLook]]:
    """For each case the looks that were handed in by whoever has not been taken off since, the last one last. One
    query."""
    found: dict[int, list[AnotherLook]] = {case.pk: [] for case in cases}
    standing = AnotherLook.objects.filter(assignment__case_id__in=found, assignment__ended_at__isnull=True)
    for look in standing.select_related("assignment__person").order_by("looked_at", "pk"):
        found[look.assignment.case_id].append(look)
    return found


def as_judged(review: Review) -> Judged:
    """A review as the rules compare it. Its levels are read beside it."""
    return Judged(view=review.overall, levels={score.criterion: score.level for score in review.scores.all()})


def whole_set(case: Case) -> tuple[Criterion, ...]:
    """Every criterion of the policy for a step on a pathway; an ASYE has none but the whole."""
    return () if case.is_moderation else rules_of(case.policy).criteria_for(case.step, case.pathway).criteria


def judging_of(case: Case) -> Judging:
    """What a case is judged on. Where somebody comes again, only what was not met then, as the policy has it (D5-07).
    Three queries where there is an earlier case, else none."""
    if case.is_moderation or case.earlier_id is None:
        return Judging(whole_set(case))
    rules = rules_of(case.policy)
    criteria = rules.criteria_for(case.step, case.pathway)
    earlier = [Case(pk=case.earlier_id)]
    last: dict[str, list[Standing]] = {}
    for review in reviews_held(earlier)[case.earlier_id]:
        for score in review.scores.all():
            last.setdefault(score.criterion, []).append(Standing(score.standing))
    looks = looks_held(earlier)[case.earlier_id]
    does_hold = not looks or looks[-1].view != Look.DISAGREE
    again = judged_again(criteria, last, only_changed=rules.only_changed, do_reviews_hold=does_hold)
    return Judging(again, kept_as_met(criteria, again))
