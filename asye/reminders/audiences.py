"""Who hears of a year beside the NQSW: who has a part in it on the day, found by the database.

Of rows that have `enrolment_id`. Whoever has left the employer of the year or is barred from it hears nothing.
"""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from academy.engines.access.models import Bar
from academy.engines.reminders.deadlines import ABOUT, HERSELF, Audience
from academy.people.choices import RoleCode
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.whereabouts import reaches_on
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part


def holder_of(role: Role, on: date) -> Subquery:
    """The id of who has the part in the year of the row on the day."""
    there = reaches_on(on, person="person_id", organisation="enrolment__organisation_id")
    held = Part.objects.filter(holds_on(on), there, role=role, enrolment_id=OuterRef("enrolment_id"))
    return Subquery(held.exclude(_barred(on, OuterRef("enrolment_id"))).order_by("pk").values("person_id")[:1])


def coordinator_of(on: date) -> Combinable:
    """The co-ordinator of the year; without one, the first ASYE co-ordinator of the whole employer."""
    runs = RoleHolding.objects.filter(
        holds_on(on),
        role=RoleCode.ASYE_COORDINATOR,
        organisation_id=OuterRef("enrolment__organisation_id"),
        service=None,
    )
    others = runs.exclude(person_id=OuterRef(ABOUT)).exclude(_barred(on, OuterRef("enrolment_id")))
    return Coalesce(holder_of(Role.COORDINATOR, on), Subquery(others.order_by("pk").values("person_id")[:1]))


def _barred(on: date, enrolment: OuterRef) -> Exists:
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=on)
    bars = Bar.objects.filter(
        lasting,
        person_id=OuterRef("person_id"),
        thing_type=ContentType.objects.get_for_model(Enrolment),
        thing_id=OuterRef(enrolment),
        from_on__lte=on,
        withdrawn_at=None,
    )
    return Exists(bars)


ASSESSOR = Audience("the assessor", lambda on: holder_of(Role.ASSESSOR, on))
PRACTICE_ASSESSOR = Audience("the practice assessor", lambda on: holder_of(Role.PRACTICE_ASSESSOR, on))
MANAGER = Audience("the line manager in the year", lambda on: holder_of(Role.MANAGER, on))
COORDINATOR = Audience("the co-ordinator of the year", coordinator_of)

ASSESSORS = (ASSESSOR, PRACTICE_ASSESSOR)
PAIR = (HERSELF, *ASSESSORS)
WITH_MANAGER = (*PAIR, MANAGER)
EVERYBODY = (*WITH_MANAGER, COORDINATOR)
