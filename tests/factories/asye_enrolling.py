"""A council that can enrol: its policy, a newly qualified social worker with her manager, assessors, a co-ordinator."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from academy.people.models import JobRole
from asye.choices.enrolments import Role
from asye.models import AsyePolicy
from asye.rules.policy import PLAIN, AsyeRules
from asye.services.enrolments import Details
from tests.factories.asye import AsyePolicyFactory, policy_content
from tests.factories.identity import OrganisationFactory
from tests.factories.people import JobRoleFactory, RegistrationFactory, as_actor, holder_of, staff_of

STARTS = date(2026, 11, 23)
NEW = "newly-qualified-social-worker"


@dataclass(frozen=True)
class Council:
    """Everybody who is needed to begin a year."""

    organisation: Organisation
    policy: AsyePolicy
    nqsw: Person
    manager: Person
    assessor: Person
    coordinator: Person

    @property
    def by(self) -> Actor:
        return as_actor(self.coordinator)

    def details(self, **said: Any) -> Details:
        """What is said of her year; anything else by keyword."""
        people = {Role.ASSESSOR: self.assessor.pk, Role.COORDINATOR: self.coordinator.pk}
        plain = Details(
            starts_on=STARTS, qualified_on=date(2026, 7, 1), fte=Decimal("1.00"), contract_on=None, people=people
        )
        return replace(plain, **said)


def council(rules: AsyeRules = PLAIN) -> Council:
    """A council with one social worker in her first post, who is registered like her manager and her assessor."""
    organisation = OrganisationFactory()
    policy = AsyePolicyFactory(organisation=organisation, content=policy_content(rules))
    manager = staff_of(organisation)
    job = JobRole.objects.filter(code=NEW).first() or JobRoleFactory(code=NEW, is_registered=True)
    nqsw = staff_of(organisation, since=date(2026, 9, 1), line_manager=manager, job_role=job)
    assessor = holder_of(RoleCode.ASYE_ASSESSOR, organisation)
    for person in (nqsw, manager, assessor):
        RegistrationFactory(person=person)
    coordinator = holder_of(RoleCode.ASYE_COORDINATOR, organisation)
    return Council(organisation, policy, nqsw, manager, assessor, coordinator)
