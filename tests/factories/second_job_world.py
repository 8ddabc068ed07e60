"""A council with a ladder, a policy, and everybody a second job needs."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from academy.people.models import SecondJob
from academy.people.services.second_jobs import Declaration, declare
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW, GradeFactory, as_actor, holder_of, staff_of
from tests.factories.second_jobs import SecondJobPolicyFactory

THRESHOLD = {"grade": "BG9", "point": 28, "at": "line_manager"}


@dataclass(frozen=True)
class SecondJobCouncil:
    """Amara at the point asked for, her manager, a chief officer and human resources."""

    organisation: Organisation
    amara: Person
    helen: Person
    chief: Person
    hr: Person

    @property
    def by(self) -> Actor:
        return as_actor(self.amara)


def second_job_council(*, point: int | None = 27, **terms: Any) -> SecondJobCouncil:
    council = OrganisationFactory()
    grade = GradeFactory(organisation=council, code="BG9", rank=1)
    SecondJobPolicyFactory(organisation=council, code="progression", content={"threshold": THRESHOLD})
    helen = staff_of(council, person=PersonFactory(given_name="Helen", family_name="Prosser"))
    amara = PersonFactory(given_name="Amara", family_name="Osei")
    staff_of(council, person=amara, line_manager=helen, grade=grade, spinal_point=point, **terms)
    chief = staff_of(council, person=PersonFactory(given_name="Ngozi", family_name="Clarke"))
    holder_of(RoleCode.CHIEF_OFFICER, council, person=chief)
    return SecondJobCouncil(council, amara, helen, chief, holder_of(RoleCode.HR, council))


def job_words(**changes: Any) -> Declaration:
    """Eight hours a week from today, unless changed."""
    said = {"employer": "Avonmouth Night Shelter", "role": "Support worker", "hours": Decimal(8), "from_on": TODAY}
    return Declaration(**{**said, **changes})


def declared(council: SecondJobCouncil, *, renews: SecondJob | None = None, **changes: Any) -> SecondJob:
    return declare(
        organisation=council.organisation, declaration=job_words(**changes), by=council.by, at=NOW, renews=renews
    )
