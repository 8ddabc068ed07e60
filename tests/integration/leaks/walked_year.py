"""The one assessed and supported year of the walk: everything told of a year belongs to it, whoever marks it."""

from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Enrolment
from tests.factories.asye import year_of
from tests.scenarios.small_world import SmallWorld


def walked_year(small: SmallWorld) -> Enrolment:
    """The year of her who is managed, with the holders of the roles in its parts; made when it is asked for first."""
    found = Enrolment.objects.filter(person=small.report).first()
    if found is not None:
        return found
    parts = {
        Role.ASSESSOR: small.holders[RoleCode.ASYE_ASSESSOR],
        Role.MANAGER: small.manager,
        Role.COORDINATOR: small.holders[RoleCode.ASYE_COORDINATOR],
    }
    return year_of(small.report, small.council, roles=parts)
