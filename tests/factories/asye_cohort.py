"""A year with everybody it needs, so that nothing about it waits unless a test says so."""

from typing import Any

from academy.identity.models import Organisation
from asye.choices.enrolments import Role
from asye.models import Enrolment
from tests.factories.asye import year_of
from tests.factories.people import RegistrationFactory, staff_of


def supported_year(here: Organisation, **said: Any) -> Enrolment:
    """Under way there, with a registered assessor and manager and with a co-ordinator of its own."""
    manager = staff_of(here)
    nqsw = staff_of(here, line_manager=manager)
    people = {Role.ASSESSOR: staff_of(here), Role.MANAGER: manager, Role.COORDINATOR: staff_of(here)}
    for role in (Role.ASSESSOR, Role.MANAGER):
        RegistrationFactory(person=people[role])
    return year_of(nqsw, here, roles=people, **{"state": "active", **said})
