"""A year with the people around it, as many tests begin: her, her line manager, her assessor and a co-ordinator."""

from dataclasses import dataclass
from typing import Any

from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Enrolment
from tests.factories.asye import year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import holder_of, staff_of


@dataclass(frozen=True, kw_only=True)
class WithPeople:
    organisation: Organisation
    year: Enrolment
    nqsw: Person
    manager: Person
    assessor: Person
    coordinator: Person


def with_people(**said: Any) -> WithPeople:
    """At an organisation of its own; `said` is of the year. Nobody's registration is entered."""
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    nqsw, assessor = staff_of(organisation, line_manager=manager), staff_of(organisation)
    coordinator = holder_of(RoleCode.ASYE_COORDINATOR, organisation)
    roles = {Role.ASSESSOR: assessor, Role.MANAGER: manager, Role.COORDINATOR: coordinator}
    year = year_of(nqsw, organisation, roles=roles, **said)
    return WithPeople(
        organisation=organisation, year=year, nqsw=nqsw, manager=manager, assessor=assessor, coordinator=coordinator
    )
