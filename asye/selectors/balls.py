"""Whom each of many years waits for, in the same number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from django.utils import timezone

from academy.engines.signatures.models import Signature
from asye.choices.enrolments import Role
from asye.choices.year import AgreementState, ReviewState
from asye.models import Agreement, Enrolment, Review, ReviewPart
from asye.rules.ball import Ball, Written, ball
from asye.rules.board import Known
from asye.rules.policy import AsyeRules
from asye.selectors.policies import rules_by_policy

Signed = dict[tuple[str, int], set[str]]
OPEN_REVIEW = (ReviewState.SCHEDULED, ReviewState.WRITING, ReviewState.SIGNING)
IN_HAND = (AgreementState.DRAFT, AgreementState.SIGNING)


def balls_of(enrolments: Collection[Enrolment], known: Mapping[int, Known], *, on: date) -> dict[int, Ball]:
    """By the id of the year: whom it has waited for longest; a year that waits for nobody is not among them. Four
    queries beside what is known of attention."""
    rules = rules_by_policy(enrolments)
    by_year = {each.pk: rules[each.policy_id] for each in enrolments}
    signed = _signed(by_year)
    agreements, reviews = _agreements(by_year, signed), _reviews(by_year, signed, on=on)
    found = {
        each.pk: ball(
            each.state,
            known[each.pk],
            agreement=agreements.get(each.pk),
            reviews=reviews[each.pk],
            changed_on=timezone.localdate(each.changed_at),
            on=on,
        )
        for each in enrolments
    }
    return {pk: waits for pk, waits in found.items() if waits is not None}


def _agreements(by_year: Mapping[int, AsyeRules], signed: Signed) -> dict[int, Written]:
    found = {}
    for row in Agreement.objects.filter(enrolment_id__in=by_year, state__in=IN_HAND).order_by("pk"):
        since, missing = row.changed_at, _left(by_year[row.enrolment_id].agreement_signs, signed["agreement", row.pk])
        if row.state == AgreementState.DRAFT:
            since = row.needs_at or row.made_at
            missing = () if row.needs_at else (Role.NQSW,)
        found[row.enrolment_id] = Written(row.state, "Agreement", timezone.localdate(since), missing)
    return found


def _reviews(by_year: Mapping[int, AsyeRules], signed: Signed, *, on: date) -> defaultdict[int, list[Written]]:
    rows = Review.objects.filter(enrolment_id__in=by_year, state__in=OPEN_REVIEW).select_related("milestone")
    unwritten: defaultdict[int, list[Role]] = defaultdict(list)
    parts = ReviewPart.objects.filter(review__enrolment_id__in=by_year, review__state=ReviewState.WRITING, done_at=None)
    for review_id, role in parts.order_by("pk").values_list("review_id", "role"):
        unwritten[review_id].append(Role(role))
    found: defaultdict[int, list[Written]] = defaultdict(list)
    for row in rows.order_by("milestone__due_on", "pk"):
        since, missing = row.held_on or row.milestone.due_on, tuple(unwritten[row.pk])
        if row.state == ReviewState.SIGNING:
            since = timezone.localdate(row.changed_at)
            missing = _left(by_year[row.enrolment_id].attends, signed["review", row.pk])
        if row.state != ReviewState.SCHEDULED or since < on:
            found[row.enrolment_id].append(Written(row.state, row.milestone.title, since, missing))
    return found


def _signed(years: Collection[int]) -> Signed:
    """Who has signed what is being signed: by what it is, and its id."""
    found: Signed = defaultdict(set)
    signing = {
        "agreement": Agreement.objects.filter(enrolment_id__in=years, state=AgreementState.SIGNING),
        "review": Review.objects.filter(enrolment_id__in=years, state=ReviewState.SIGNING),
    }
    halves = [
        Signature.objects.filter(
            thing_type__app_label="asye",
            thing_type__model=model,
            thing_id__in=rows.order_by().values("pk"),
            withdrawn_at=None,
        )
        .order_by()
        .values_list("thing_type__model", "thing_id", "role")
        for model, rows in signing.items()
    ]
    for model, thing_id, role in halves[0].union(halves[1]):
        found[model, thing_id].add(role)
    return found


def _left(required: Collection[Role], signed: Collection[str]) -> tuple[Role, ...]:
    return tuple(role for role in required if role not in signed)
