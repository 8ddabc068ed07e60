"""Councils of the ASYE journeys, with people of their own: no other journey meets them. Run by a hand in the portal."""

from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress

from academy.identity.models import Organisation, Person, User
from academy.people.choices import RoleCode, ServiceKind
from academy.people.models import JobRole
from tests.browser.portal import PASSWORD
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    RegistrationFactory,
    RoleHoldingFactory,
    ServiceFactory,
    TeamFactory,
    staff_of,
)

LONG_AGO = date(2020, 4, 1)
NEWLY_QUALIFIED = "newly-qualified-social-worker"
# The parts, and the role of the portal each needs; a manager needs none.
ROLES = {
    "assessor": RoleCode.ASYE_ASSESSOR,
    "coordinator": RoleCode.ASYE_COORDINATOR,
    "moderator": RoleCode.MODERATOR,
    "decider": RoleCode.PRINCIPAL_SOCIAL_WORKER,
}


@dataclass(frozen=True)
class Starter:
    """A newly qualified social worker: since when she is in post and on the register."""

    name: str
    since: date
    number: str


def make_council(name: str, *, people: dict[str, str], starters: tuple[Starter, ...], first_number: int) -> None:
    """A council with one team, in which everybody of `people` (name by part) works and is registered under numbers from
    that one on, and newly qualified social workers who have her manager."""
    slug = name.lower().replace(" ", "-")
    place = name.split(maxsplit=1)[0]
    organisation = OrganisationFactory(name=name, short_name=place, slug=slug)
    service = ServiceFactory(organisation=organisation, name="Adult Social Care", kind=ServiceKind.ADULTS)
    team = TeamFactory(service=service, name=f"{place} Locality")
    job = JobRole.objects.get(code="social-worker")
    staff = {}
    for number, (part, called) in enumerate(people.items(), first_number):
        person = _person(called)
        staff_of(organisation, person=person, since=LONG_AGO, team=team, job_role=job)
        RegistrationFactory(person=person, number=f"SW{number}", from_on=LONG_AGO)
        if part in ROLES:
            RoleHoldingFactory(person=person, organisation=organisation, role=ROLES[part], from_on=LONG_AGO)
        staff[part] = person
    newly = JobRole.objects.get(code=NEWLY_QUALIFIED)
    for starter in starters:
        person = _person(starter.name)
        terms = {"team": team, "job_role": newly, "line_manager": staff["manager"]}
        staff_of(organisation, person=person, since=starter.since, **terms)
        RegistrationFactory(person=person, number=starter.number, from_on=starter.since)


def account_of(name: str) -> str:
    """What somebody called so signs in as."""
    return name.lower().replace(" ", ".")


def person_called(name: str) -> Person:
    given, family = name.split()
    found: Person = Person.objects.get(given_name=given, family_name=family)
    return found


def _person(name: str) -> Person:
    given, family = name.split()
    email = f"{account_of(name)}@demo.example"
    person = PersonFactory(given_name=given, family_name=family, work_email=email)
    user = User.objects.create_user(email=email, password=PASSWORD, person=person)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return person


def organisation_called(name: str) -> Organisation:
    found: Organisation = Organisation.objects.get(name=name)
    return found
