"""Years of newly qualified social workers, and what hangs on them, for tests. Factories store rows as they are.

`year_of` makes one whole: a policy, its parts, its dates. Services are tested apart.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import factory

from academy.identity.models import Person
from asye import models as made
from asye.choices.enrolments import EnrolmentState, Role
from asye.rules.policy import PLAIN, AsyeRules
from asye.schema.policy import AsyePolicyFile
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

STARTED = date(2026, 1, 5)


def policy_content(rules: AsyeRules = PLAIN, **said: Any) -> dict[str, Any]:
    """The content of a policy with these rules, as a file of it would be stored."""
    about = {"programme": "asye", "service": "adults", "code": "2026", "title": "ASYE, adults"}
    file = {"valid_from": date(2026, 1, 1), "about": "The first year.", **about, "rules": rules, **said}
    return AsyePolicyFile.model_validate(file).model_dump(mode="json", exclude_none=True)


class AsyePolicyFactory(factory.django.DjangoModelFactory):
    """The plain national rules, for everybody."""

    class Meta:
        model = made.AsyePolicy

    organisation = None
    programme = "asye"
    service = "adults"
    title = "ASYE, adults"
    code = factory.Sequence(lambda n: f"edition-{n}")
    valid_from = factory.Sequence(lambda n: date(2020, 1, 1) + timedelta(days=n))
    checksum = "a" * 64
    content = factory.LazyFunction(policy_content)


class EnrolmentFactory(factory.django.DjangoModelFactory):
    """A year that has begun, whose agreement is due; `state` with what it needs makes another."""

    class Meta:
        model = made.Enrolment

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    policy = factory.SubFactory(AsyePolicyFactory)
    qualified_on = date(2025, 7, 1)
    starts_on = STARTED
    fte = Decimal("1.00")
    enrolled_at = NOW
    changed_at = NOW


class PartFactory(factory.django.DjangoModelFactory):
    """The assessor's part, from the first day."""

    class Meta:
        model = made.Part

    enrolment = factory.SubFactory(EnrolmentFactory)
    role = Role.ASSESSOR
    person = factory.SubFactory(PersonFactory)
    from_on = STARTED
    assigned_at = NOW


class MilestoneFactory(factory.django.DjangoModelFactory):
    """The three-month review's day."""

    class Meta:
        model = made.Milestone

    enrolment = factory.SubFactory(EnrolmentFactory)
    code = "review-3"
    kind = "review"
    title = "Three-month review"
    computed_on = date(2026, 4, 5)
    due_on = factory.SelfAttribute("computed_on")


class ReviewFactory(factory.django.DjangoModelFactory):
    """A scheduled review."""

    class Meta:
        model = made.Review

    milestone = factory.SubFactory(MilestoneFactory)
    enrolment = factory.SelfAttribute("milestone.enrolment")
    changed_at = NOW


class AgreementFactory(factory.django.DjangoModelFactory):
    """An agreement that is being written."""

    class Meta:
        model = made.Agreement

    enrolment = factory.SubFactory(EnrolmentFactory)
    made_at = NOW
    changed_at = NOW


class ChangeFactory(factory.django.DjangoModelFactory):
    """A pause that was proposed."""

    class Meta:
        model = made.Change

    enrolment = factory.SubFactory(EnrolmentFactory)
    kind = "pause"
    reason = "maternity"
    from_on = date(2026, 6, 1)
    until_on = date(2026, 8, 30)
    proposed_by = factory.SelfAttribute("enrolment.person")
    proposed_at = NOW


class ConsentFactory(factory.django.DjangoModelFactory):
    """The NQSW's own agreement to a change."""

    class Meta:
        model = made.Consent

    change = factory.SubFactory(ChangeFactory)
    role = Role.NQSW
    person = factory.SelfAttribute("change.enrolment.person")
    agrees = True
    given_at = NOW


class WeekFactory(factory.django.DjangoModelFactory):
    """A week whose promises were kept."""

    class Meta:
        model = made.Week

    enrolment = factory.SubFactory(EnrolmentFactory)
    week_on = STARTED
    protected = "yes"
    workload_percent = 80
    answered_at = NOW
    changed_at = NOW


class SignalFactory(factory.django.DjangoModelFactory):
    """Two sessions of supervision were missed."""

    class Meta:
        model = made.Signal

    enrolment = factory.SubFactory(EnrolmentFactory)
    promise = "supervision"
    since_on = date(2026, 3, 2)
    words = "Two sessions of supervision were missed."
    told_at = NOW


class ConcernFactory(factory.django.DjangoModelFactory):
    """A concern with a plan of six weeks."""

    class Meta:
        model = made.Concern

    enrolment = factory.SubFactory(EnrolmentFactory)
    words = "Records are late."
    plan = "Weekly sessions on recording."
    plan_from_on = date(2026, 4, 6)
    plan_review_on = date(2026, 5, 18)
    raised_by = factory.SubFactory(PersonFactory)
    raised_at = NOW


class RecommendationFactory(factory.django.DjangoModelFactory):
    """A pass, recommended."""

    class Meta:
        model = made.Recommendation

    enrolment = factory.SubFactory(EnrolmentFactory)
    number = 1
    outcome = "pass"
    report = "Practice was shown across all domains."
    person = factory.SubFactory(PersonFactory)
    recommended_at = NOW


class ModerationFactory(factory.django.DjangoModelFactory):
    """A recommendation that was confirmed."""

    class Meta:
        model = made.Moderation

    recommendation = factory.SubFactory(RecommendationFactory)
    result = "confirmed"
    moderated_on = date(2027, 1, 10)
    recorded_by = factory.SubFactory(PersonFactory)
    recorded_at = NOW


class DecisionFactory(factory.django.DjangoModelFactory):
    """The employer decided on a pass."""

    class Meta:
        model = made.EmployerDecision

    enrolment = factory.SubFactory(EnrolmentFactory)
    outcome = "pass"
    decided_by = factory.SubFactory(PersonFactory)
    decided_on = NOW.date()
    decided_at = NOW


class TransferFactory(factory.django.DjangoModelFactory):
    """A record that was released and not taken up yet."""

    class Meta:
        model = made.Transfer

    enrolment = factory.SubFactory(EnrolmentFactory, state=EnrolmentState.RELEASED)
    from_organisation = factory.SelfAttribute("enrolment.organisation")
    to_organisation = factory.SubFactory(OrganisationFactory)
    last_day = date(2026, 6, 30)
    released_at = NOW
    released_by = factory.SubFactory(PersonFactory)


class GrantClaimFactory(factory.django.DjangoModelFactory):
    """The first part of a grant, to be claimed."""

    class Meta:
        model = made.GrantClaim

    enrolment = factory.SubFactory(EnrolmentFactory)
    organisation = factory.SelfAttribute("enrolment.organisation")
    year = "2026-27"
    part = "registration"
    body = "Skills for Care"
    amount = Decimal("1000.00")


def year_of(person: Person, organisation: Any, *, roles: dict[Role, Person], **said: Any) -> made.Enrolment:
    """A year of this person there, with its period and these people in their parts from its first day."""
    enrolment = EnrolmentFactory(person=person, organisation=organisation, **said)
    made.Period.objects.create(
        enrolment=enrolment, organisation=organisation, policy=enrolment.policy, from_on=enrolment.starts_on
    )
    for role, whose in roles.items():
        PartFactory(enrolment=enrolment, role=role, person=whose, from_on=enrolment.starts_on)
    return enrolment
