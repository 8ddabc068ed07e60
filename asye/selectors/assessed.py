"""Who has had which part in whose assessed and supported year, for many people at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from asye.choices.enrolments import Role
from asye.models import Part, Recommendation


@dataclass(frozen=True)
class PartHad:
    """That somebody had a part in a person's year, from a day to a day; both count."""

    person_id: int
    holder_id: int
    role: Role
    from_on: date
    until_on: date | None


def parts_had(people: Collection[int], holders: Collection[int]) -> list[PartHad]:
    """The parts any of these holders has or had in a year of any of these people. Whoever recommended counts as her
    assessor from that day on. Two queries."""
    held: QuerySet[Part] = Part.objects.filter(enrolment__person_id__in=people, person_id__in=holders)
    rows = held.order_by("pk").values_list("enrolment__person_id", "person_id", "role", "from_on", "until_on")
    parts = [PartHad(whose, who, Role(role), first, last) for whose, who, role, first, last in rows]
    made = Recommendation.objects.filter(enrolment__person_id__in=people, person_id__in=holders).order_by("pk")
    recommended = made.values_list("enrolment__person_id", "person_id", "recommended_at")
    return [
        *parts,
        *(PartHad(whose, who, Role.ASSESSOR, timezone.localdate(at), None) for whose, who, at in recommended),
    ]
