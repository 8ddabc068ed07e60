"""The dates of years that stand in somebody's diary: all of her own year, and the reviews she comes to in others."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY, EnrolmentState
from asye.choices.year import MilestoneKind, ReviewState
from asye.models import Enrolment, Milestone
from asye.selectors.awaited import to_come
from asye.selectors.mine import years_with_a_part
from asye.selectors.parts import roles_in
from asye.selectors.policies import rules_by_policy
from asye.selectors.portfolio import SOURCE, reference_of
from portfolios.selectors.opened import opened_by

REVIEWS = (MilestoneKind.REVIEW, MilestoneKind.FINAL)
# The agreement is on the worklist until it is signed, and the ceiling is no day of hers.
OF_HER_YEAR = (
    *REVIEWS,
    MilestoneKind.OBSERVATION,
    MilestoneKind.SUBMISSION,
    MilestoneKind.PANEL,
    MilestoneKind.END,
)
# Years that have not begun, and those between two employers, have no days one can rest on.
WITHOUT_DAYS = (EnrolmentState.DEFERRED, EnrolmentState.RELEASED)


def dates_of(enrolment: Enrolment, *, on: date) -> list[Milestone]:
    """What of a year is still to come from the day on, in its order. Four queries."""
    if enrolment.state in WITHOUT_DAYS:
        return []
    found = [each for each in to_come([enrolment])[enrolment.pk] if each.due_on >= on and each.kind in OF_HER_YEAR]
    for each in found:
        each.enrolment = enrolment
    return found


def own_dates(actor: Actor, *, until: date) -> list[Milestone]:
    """The dates of the actor's own year to that day. Where she has a portfolio, its own day is in the diary already and
    is not told twice. One query for somebody without a year, six at most."""
    if actor.person_id is None:
        return []
    year = Enrolment.objects.filter(person_id=actor.person_id).not_ended().first()
    found = [each for each in dates_of(year, on=actor.on) if each.due_on <= until] if year else []
    handed_in = [each for each in found if each.kind == MilestoneKind.SUBMISSION]
    if year is not None and handed_in and opened_by(SOURCE, [reference_of(year)]):
        return [each for each in found if each not in handed_in]
    return found


def reviews_ahead(actor: Actor, *, until: date) -> list[Milestone]:
    """Reviews to that day, not held yet, of years in which the actor has a part that comes to reviews: her own dates
    apart. One query for somebody without a part, two at most."""
    if actor.person_id is None:
        return []
    there: Any = years_with_a_part(actor).filter(state__in=UNDER_WAY).exclude(person_id=actor.person_id)
    rows = Milestone.objects.filter(
        enrolment_id__in=there.order_by().values("pk"),
        kind__in=REVIEWS,
        done_on=None,
        due_on__range=(actor.on, until),
    )
    standing = rows.exclude(review__state=ReviewState.WAIVED)
    found = list(standing.select_related("enrolment__person", "enrolment__policy", "review").order_by("due_on", "pk"))
    return list(_attended(found, actor)) if found else []


def _attended(rows: list[Milestone], actor: Actor) -> Iterable[Milestone]:
    years = {each.enrolment_id: each.enrolment for each in rows}
    hers, rules = roles_in(list(years.values()), actor), rules_by_policy(years.values())
    for row in rows:
        if hers[row.enrolment_id].intersection(rules[row.enrolment.policy_id].attends):
            yield row
