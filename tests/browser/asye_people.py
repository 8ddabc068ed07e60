"""Councils of ASYE and panel journeys, with people of their own: no other journey meets them. Run by a hand in the
portal."""

from dataclasses import dataclass
from datetime import date, timedelta

from allauth.account.models import EmailAddress

from academy.identity.models import Organisation, Person, User
from academy.people.choices import RoleCode, ServiceKind
from academy.people.models import JobRole, Post, Team, Terms
from tests.browser.portal import PASSWORD
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import RegistrationFactory, RoleHoldingFactory, ServiceFactory, TeamFactory, staff_of

LONG_AGO = date(2020, 4, 1)
NEWLY_QUALIFIED = "newly-qualified-social-worker"
# The role of the portal somebody needs, by the first word of the part; a manager needs none.
ROLES = {
    "assessor": RoleCode.ASYE_ASSESSOR,
    "coordinator": RoleCode.ASYE_COORDINATOR,
    "moderator": RoleCode.MODERATOR,
    "decider": RoleCode.PRINCIPAL_SOCIAL_WORKER,
    "lead": RoleCode.ACADEMY_LEAD,
    "officer": RoleCode.CHIEF_OFFICER,
}


@dataclass(frozen=True)
class Starter:
    """A newly qualified social worker: since when she is in post and on the register, and in which service."""

    name: str
    since: date
    number: str
    service: ServiceKind = ServiceKind.ADULTS


def make_council(name: str, *, people: dict[str, str], starters: tuple[Starter, ...] = (), first_number: int) -> None:
    """A council with a team in each service, in which everybody of `people` (name by part) works and is registered
    under numbers from that one on, and newly qualified social workers who have her manager."""
    organisation = OrganisationFactory(name=name, short_name=name.split(maxsplit=1)[0], slug=slug_of(name))
    teams = {kind: team_of(organisation, kind) for kind in ServiceKind}
    terms = {"team": teams[ServiceKind.ADULTS], "job_role": JobRole.objects.get(code="social-worker")}
    staff = {}
    for number, (part, called) in enumerate(people.items(), first_number):
        staff[part] = with_account(called)
        staff_of(organisation, person=staff[part], since=LONG_AGO, **terms)
        RegistrationFactory(person=staff[part], number=f"SW{number}", from_on=LONG_AGO)
        role = ROLES.get(part.partition(" ")[0])
        if role is not None:
            RoleHoldingFactory(person=staff[part], organisation=organisation, role=role, from_on=LONG_AGO)
    for starter in starters:
        person = with_account(starter.name)
        starts_at(person, organisation, since=starter.since, team=teams[starter.service], manager=staff["manager"])
        RegistrationFactory(person=person, number=starter.number, from_on=starter.since)


def starts_at(person: Person, organisation: Organisation, *, since: date, team: Team, manager: Person) -> None:
    """Her first post there."""
    newly = JobRole.objects.get(code=NEWLY_QUALIFIED)
    staff_of(organisation, person=person, since=since, team=team, job_role=newly, line_manager=manager)


def goes_to(name: str, council: str, *, last_day: date, manager: str) -> None:
    """Her post ends, and the day after she begins at another council, in its adults' team."""
    person, organisation = person_called(name), Organisation.objects.get(name=council)
    Terms.objects.filter(post__person=person).update(until_on=last_day)
    Post.objects.filter(person=person).update(until_on=last_day)
    team = Team.objects.get(service__organisation=organisation, service__kind=ServiceKind.ADULTS)
    since = last_day + timedelta(days=1)
    starts_at(person, organisation, since=since, team=team, manager=person_called(manager))


def slug_of(name: str) -> str:
    return name.lower().replace(" ", "-")


def account_of(name: str) -> str:
    """What somebody called so signs in as."""
    return name.lower().replace(" ", ".")


def person_called(name: str) -> Person:
    given, family = name.split()
    found: Person = Person.objects.get(given_name=given, family_name=family)
    return found


def with_account(name: str) -> Person:
    """Somebody new called so, who can sign in."""
    given, family = name.split()
    email = f"{account_of(name)}@demo.example"
    person = PersonFactory(given_name=given, family_name=family, work_email=email)
    user = User.objects.create_user(email=email, password=PASSWORD, person=person)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return person


def team_of(organisation: Organisation, kind: ServiceKind) -> Team:
    """The one team of a service, made with it."""
    service = ServiceFactory(organisation=organisation, code=kind.value, name=kind.label, kind=kind)
    return TeamFactory(service=service, code=f"{kind}-team", name=f"{organisation.short_name} {kind.label} Team")
