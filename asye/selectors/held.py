"""What the record of a year holds when it comes to its end: for the final report, and for moderation."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from asye.choices.year import AgreementState, MilestoneKind, Progress, ReviewState
from asye.models import Concern, Enrolment, Milestone, Plan, Review
from asye.rules.final import Check, Held, Line, Stage, Tally, checks, gaps
from asye.rules.policy import AsyeRules
from asye.selectors.evidence import evidence_of
from asye.selectors.policies import rules_of
from asye.selectors.portfolio import portfolio_of
from asye.selectors.promises import promises_of
from portfolios.selectors.snapshots import latest_snapshot

REVIEWS = (MilestoneKind.REVIEW, MilestoneKind.FINAL)


def checks_of(enrolment: Enrolment, *, on: date) -> tuple[Check, ...]:
    """Every check of the list with how it stands on the day. A constant number of queries."""
    return checks(held_by(enrolment, on=on))


def missing_in(enrolment: Enrolment, *, on: date) -> tuple[Check, ...]:
    """The checks that are not met."""
    return gaps(checks_of(enrolment, on=on))


def held_by(enrolment: Enrolment, *, on: date) -> Held:
    """What there is on the day, under the edition the year began with."""
    rules = rules_of(enrolment.policy)
    snapshot = snapshot_of(enrolment)
    kept = promises_of([enrolment], on=on)[enrolment.pk]
    said = len(kept.answered)
    return Held(
        agreement_signed_on=_signed_on(enrolment),
        stages=tuple(_stages(enrolment)),
        lines=tuple(_lines(enrolment, on=on)),
        plans=_plans(enrolment, rules),
        supervision=Tally(due=len(kept.due), kept=len(kept.held)),
        workload=Tally(due=said, kept=said - len(kept.over)),
        protected=Tally(due=said, kept=len(kept.kept)),
        handed_in_on=timezone.localdate(snapshot.taken_at) if snapshot else None,
    )


def snapshot_of(enrolment: Enrolment) -> Any:
    """The portfolio of the year as it was handed in last; None where it was not. Two queries."""
    portfolio = portfolio_of(enrolment)
    return latest_snapshot(portfolio) if portfolio is not None else None


def is_concerned(enrolment: Enrolment, *, on: date) -> bool:
    """Was a concern recorded before the final review: at a review that all signed, or as one with a plan (D1-77)?

    What is noted on the day of the final review or afterwards is no warning. Three queries at most.
    """
    final = Review.objects.filter(enrolment=enrolment, milestone__kind=MilestoneKind.FINAL, held_on__isnull=False)
    end: date = final.values_list("held_on", flat=True).first() or on
    signed = Review.objects.filter(enrolment=enrolment, state=ReviewState.LOCKED, progress=Progress.CONCERNS)
    if signed.filter(milestone__kind=MilestoneKind.REVIEW, held_on__lt=end).exists():
        return True
    return Concern.objects.filter(enrolment=enrolment, raised_at__date__lt=end).exists()


def _signed_on(enrolment: Enrolment) -> date | None:
    signed = enrolment.agreements.filter(state=AgreementState.SIGNED).first()
    return timezone.localdate(signed.signed_at) if signed else None


def _stages(enrolment: Enrolment) -> list[Stage]:
    rows = Milestone.objects.filter(enrolment=enrolment, kind__in=REVIEWS).select_related("review")
    return [
        Stage(
            code=each.code,
            title=each.title,
            state=each.review.state if hasattr(each, "review") else "",
            is_optional=each.is_optional,
        )
        for each in rows.order_by("due_on", "pk")
    ]


def _lines(enrolment: Enrolment, *, on: date) -> Iterator[Line]:
    for each in evidence_of([enrolment], on=on)[enrolment.pk]:
        line, count = each.line, each.year
        is_uneven = count.is_met and not each.is_met
        yield Line(code=line.code, title=line.title, have=count.have, least=count.least, is_uneven=is_uneven)


def _plans(enrolment: Enrolment, rules: AsyeRules) -> tuple[Line, ...]:
    """Development plans, where the policy makes some and does not count them with the evidence."""
    if not rules.plans or any(line.counts == "plan" for line in rules.evidence):
        return ()
    have = Plan.objects.filter(enrolment=enrolment, agreed_on__isnull=False).count()
    return (Line(code="all", title="Development plans", have=have, least=len(rules.plans)),)
