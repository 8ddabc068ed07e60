"""Self-audits and ratings for tests, marks of skills, and private notes."""

from datetime import date
from typing import Any

import factory

from academy.development.choices.audits import AuditState
from academy.development.models import AuditRating, PrivateNote, SelfAudit, Skill, SkillMark, SkillSet
from academy.frameworks.models import FrameworkVersion, Statement
from tests.factories.development import framework
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

_SIGNED = ("locked_at", "person_signed_at", "supervisor_signed_at")


def _version() -> FrameworkVersion:
    return framework(f"sample-{FrameworkVersion.objects.count()}")[0].version


class SelfAuditFactory(factory.django.DjangoModelFactory):
    """A draft against a small framework of its own; `audit_in` gives the other states what they need."""

    class Meta:
        model = SelfAudit

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    framework = factory.LazyFunction(_version)
    started_at = NOW
    changed_at = NOW


class AuditRatingFactory(factory.django.DjangoModelFactory):
    """Ratings of the first statement of the audit's framework."""

    class Meta:
        model = AuditRating

    audit = factory.SubFactory(SelfAuditFactory)
    statement = factory.LazyAttribute(lambda made: Statement.objects.filter(version=made.audit.framework).first())


class SkillSetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SkillSet

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"skills-{number}")
    title = "Skills"
    valid_from = date(2026, 1, 1)
    checksum = "0" * 64


class SkillFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Skill

    skill_set = factory.SubFactory(SkillSetFactory)
    code = factory.Sequence(lambda number: f"skill-{number}")
    group = "Law"
    title = "Mental capacity"
    order = factory.Sequence(lambda number: number + 1)


class SkillMarkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SkillMark

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    code = "capacity"
    proficiency = 2
    said_at = NOW


class PrivateNoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PrivateNote

    owner = factory.SubFactory(PersonFactory)
    title = "My network"
    written_at = NOW
    changed_at = NOW


def audit_in(state: str, **said: Any) -> SelfAudit:
    """A self-audit in a state, with everything the state needs."""
    shared = state in (AuditState.SHARED, AuditState.DISCUSSED)
    needed: dict[str, Any] = {"shared_at": NOW} if shared else {}
    if shared and "supervisor" not in said:
        needed["supervisor"] = PersonFactory()
    if state == AuditState.DISCUSSED:
        needed |= {"discussed_on": NOW.date(), **dict.fromkeys(_SIGNED, NOW)}
    made: SelfAudit = SelfAuditFactory(state=state, **{**needed, **said})
    return made
