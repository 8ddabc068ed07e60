"""Posts, terms, registrations, roles and memberships for tests; `staff_of` and `member_of` make a whole person."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import factory

from academy.engines.access.actors import actor_for
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person, User
from academy.people.choices import AbsenceCategory, MembershipKind, Profession, Regulator, RoleCode, ServiceKind
from academy.people.models import (
    Absence,
    AcademyPage,
    Annotation,
    Deputy,
    Grade,
    GradeLevel,
    Invitation,
    JobRole,
    Membership,
    OrganisationLink,
    PartnershipMember,
    Post,
    Registration,
    RoleHolding,
    Service,
    Team,
    Terms,
)
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory, UserFactory

SINCE = date(2022, 4, 1)
NOW = datetime(2026, 11, 17, 9, 30, tzinfo=ZoneInfo("Europe/London"))


class ServiceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Service

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"service-{number}")
    name = factory.Sequence(lambda number: f"Service {number}")
    kind = ServiceKind.ADULTS


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team

    service = factory.SubFactory(ServiceFactory)
    code = factory.Sequence(lambda number: f"team-{number}")
    name = factory.Sequence(lambda number: f"Team {number}")
    from_on = date(2015, 4, 1)


class JobRoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = JobRole

    code = factory.Sequence(lambda number: f"job-{number}")
    title = factory.Sequence(lambda number: f"Job {number}")
    profession = Profession.SOCIAL_WORKER
    is_registered = True


class GradeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Grade

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"G{number}")
    title = factory.SelfAttribute("code")
    rank = factory.Sequence(lambda number: number + 1)


class GradeLevelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GradeLevel

    grade = factory.SubFactory(GradeFactory)
    code = factory.Sequence(lambda number: f"level-{number}")
    title = factory.Sequence(lambda number: f"Level {number}")
    rank = factory.Sequence(lambda number: number + 1)


class PostFactory(factory.django.DjangoModelFactory):
    """A post without terms; `staff_of` makes both."""

    class Meta:
        model = Post

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    from_on = SINCE


class TermsFactory(factory.django.DjangoModelFactory):
    """Terms in a post from its first to its last day, in a new team of its organisation unless one is given."""

    class Meta:
        model = Terms

    post = factory.SubFactory(PostFactory)
    team = factory.SubFactory(TeamFactory, service__organisation=factory.SelfAttribute("...post.organisation"))
    job_role = factory.SubFactory(JobRoleFactory)
    from_on = factory.SelfAttribute("post.from_on")
    until_on = factory.SelfAttribute("post.until_on")
    fte = Decimal("1.00")


class RegistrationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Registration

    person = factory.SubFactory(PersonFactory)
    regulator = Regulator.SWE
    number = factory.Sequence(lambda number: f"SW{10000 + number}")
    from_on = SINCE


class AnnotationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Annotation

    registration = factory.SubFactory(RegistrationFactory)
    from_on = SINCE
    kind = "amhp"


class AbsenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Absence

    person = factory.SubFactory(PersonFactory)
    category = AbsenceCategory.LEAVE
    from_on = date(2026, 3, 2)
    until_on = date(2026, 3, 6)


class RoleHoldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RoleHolding

    person = factory.SubFactory(PersonFactory)
    role = RoleCode.ACADEMY_LEAD
    organisation = factory.SubFactory(OrganisationFactory)
    from_on = SINCE


class DeputyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Deputy

    person = factory.SubFactory(PersonFactory)
    deputy = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    from_on = SINCE


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = MembershipKind.CANDIDATE
    from_on = SINCE


class InvitationFactory(factory.django.DjangoModelFactory):
    """An invitation whose token is nobody's; send one through the service to know it."""

    class Meta:
        model = Invitation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    email = factory.SelfAttribute("person.work_email")
    token_hash = factory.Sequence(lambda number: f"{number:064d}")
    sent_at = NOW
    expires_at = NOW + timedelta(days=14)


class PartnershipMemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnershipMember

    partnership = factory.SubFactory(OrganisationFactory, kind="partnership")
    member = factory.SubFactory(OrganisationFactory)
    from_on = SINCE


class AcademyPageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AcademyPage

    organisation = factory.SubFactory(OrganisationFactory)


class OrganisationLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OrganisationLink

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Link {number}")
    order = factory.Sequence(lambda number: number + 1)


def staff_of(organisation: Organisation, *, person: Person | None = None, since: date = SINCE, **terms: Any) -> Person:
    """Somebody with a primary post and terms there: `team`, `line_manager`, `fte`, `grade` … are given to the terms."""
    post = PostFactory(person=person or PersonFactory(), organisation=organisation, from_on=since)
    TermsFactory(post=post, **terms)
    return post.person


def member_of(organisation: Organisation, *, kind: str = MembershipKind.CANDIDATE) -> Person:
    """Somebody who belongs there without a post."""
    return MembershipFactory(organisation=organisation, kind=kind).person


def holder_of(role: str, organisation: Organisation, *, person: Person | None = None, **scope: Any) -> Person:
    """Somebody with a post there who holds the role, for the whole organisation unless `service` or `team` is given."""
    holder = person or staff_of(organisation)
    RoleHoldingFactory(person=holder, role=role, organisation=organisation, **scope)
    return holder


def account_of(person: Person) -> User:
    """The person's account, made when she has none."""
    return User.objects.filter(person=person).first() or UserFactory(person=person)


def as_actor(person: Person, *, on: date = TODAY, organisation: Organisation | None = None) -> Actor:
    """The actor this person is on the day, with everything her posts and roles make of her."""
    return actor_for(user=account_of(person), on=on, organisation_id=organisation.pk if organisation else None)
