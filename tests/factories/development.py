"""Entries and policies for tests. Factories store rows as they are; the services are what tests of behaviour use."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import factory

from academy.development.choices import EntryState, Kind, Way
from academy.development.models import CpdPolicy, Entry
from academy.development.schema.entries import PolicyFile
from academy.development.services.entries import Form, Words, keep
from academy.frameworks.models import Domain, Framework, FrameworkVersion, Statement
from academy.identity.models import Person
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, as_actor

WORDS = Words(
    kind=Kind.WORK,
    title="Whose risk was it?",
    started_on=date(2026, 11, 12),
    way=Way.EXPERIENCE,
    happened="I was asked for a second opinion.",
    learnt="That I read unwise as unable.",
    impact="I ask the neighbour first.",
    hours=Decimal("1.50"),
)
POLICY = {
    "code": "2026",
    "valid_from": date(2026, 1, 1),
    "approach": "Everyday Learning",
    "motto": "Begin, Flourish, Excel",
    "rhythm": {"weeks": 12, "from": date(2025, 10, 13)},
    "guide": {"experience": 70, "others": 20, "formal": 10},
    "questions": {
        kind: {"usual_way": "experience", "happened": [f"How was it ({kind})?"], "suggests": ["pcf/1"]}
        for kind in Kind.values
    },
}


class EntryFactory(factory.django.DjangoModelFactory):
    """A kept entry; `draft=True` and `withdrawn=True` make it one."""

    class Meta:
        model = Entry

    class Params:
        draft = factory.Trait(state=EntryState.DRAFT, kept_at=None)
        withdrawn = factory.Trait(state=EntryState.WITHDRAWN, withdrawn_at=NOW - timedelta(hours=1))

    author = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    state = EntryState.KEPT
    kind = Kind.WORK
    title = factory.Sequence(lambda number: f"Entry {number}")
    started_on = date(2026, 11, 10)
    way = Way.EXPERIENCE
    happened = "A visit."
    created_at = NOW - timedelta(days=2)
    changed_at = NOW - timedelta(days=2)
    kept_at = NOW - timedelta(days=1)


class CpdPolicyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CpdPolicy

    code = factory.Sequence(lambda number: f"policy-{number}")
    approach = "Everyday Learning"
    valid_from = date(2026, 1, 1)
    rhythm_from = date(2025, 10, 13)
    checksum = "0" * 64


def policy_file(**said: Any) -> PolicyFile:
    """A whole policy as a file or a lead would say it, with the parts that are named changed."""
    return PolicyFile.model_validate({**POLICY, **said})


def kept_by(author: Person, *, words: Words = WORDS, token: uuid.UUID | None = None) -> Entry:
    """An entry the author kept through the service."""
    return keep(form=Form(token or uuid.uuid4()), words=words, by=as_actor(author), at=NOW)


def framework(code: str = "pcf", *, lines: int = 3, short_name: str = "", **said: Any) -> list[Statement]:
    """A framework with one version in force, one domain and some statements, coded from 1."""
    made = Framework.objects.create(code=code, name=code.upper(), short_name=short_name or code.upper(), **said)
    version = FrameworkVersion.objects.create(
        framework=made, code="2018", title="2018", valid_from=date(2018, 6, 11), checksum="0" * 64
    )
    domain = Domain.objects.create(version=version, code="A", title="All", order=1)
    return [
        Statement.objects.create(version=version, domain=domain, code=str(number), title=f"Line {number}", order=number)
        for number in range(1, lines + 1)
    ]
