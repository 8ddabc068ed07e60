"""Whom lines of an audience take in, as a condition the database judges over many people at once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on
from academy.training.choices import AudienceWho
from academy.training.rules.audience import AudienceLine
from academy.training.selectors.audience import PROVIDERS

# What a line may ask of a post → where that stands. A membership knows none of it.
OF_TERMS = {
    "service_kind": "team__service__kind",
    "profession": "job_role__profession",
    "job_role_id": "job_role_id",
    "team_id": "team_id",
    "grade_id": "grade_id",
}


def among(lines: Iterable[AudienceLine], *, person: str, on: date) -> Q:
    """What holds of a row whose column `person` names one of those the lines take in on the day: the same as
    `is_meant` of her places. True of nobody without a line."""
    asked = [_taken_in(line, person=person, on=on) for line in lines]
    return _any(each for several in asked for each in several)


def _taken_in(line: AudienceLine, *, person: str, on: date) -> list[Exists]:
    parts = {column: getattr(line, name) for name, column in OF_TERMS.items() if getattr(line, name)}
    found = []
    if line.who != AudienceWho.PROVIDERS:
        terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id=OuterRef(person))
        found.append(Exists(terms.filter(post__organisation_id=line.organisation_id, **parts)))
    if line.who != AudienceWho.STAFF and not parts:
        kinds: dict[str, Any] = {} if line.who == AudienceWho.ALL else {"kind__in": PROVIDERS}
        members = Membership.objects.filter(holds_on(on), person_id=OuterRef(person), **kinds)
        found.append(Exists(members.filter(organisation_id=line.organisation_id)))
    return found


def _any(conditions: Iterable[Exists]) -> Q:
    whole = Q(pk__in=[])
    for condition in conditions:
        whole |= Q(condition)
    return whole
