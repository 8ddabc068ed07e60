"""Agreements about supervision, sessions and peer learning sessions for tests: rows as they are."""

from datetime import date
from typing import Any

import factory

from academy.development.choices.supervisions import Strand
from academy.development.models import (
    PeerAttendance,
    PeerSession,
    Supervision,
    SupervisionAddendum,
    SupervisionAgreement,
)
from academy.identity.models import Person
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW

FROM = date(2026, 9, 1)
PLANNED = date(2026, 11, 10)


class AgreementFactory(factory.django.DjangoModelFactory):
    """Reflective supervision every four weeks since 1 September 2026, agreed."""

    class Meta:
        model = SupervisionAgreement

    person = factory.SubFactory(PersonFactory)
    supervisor = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    strand = Strand.REFLECTIVE
    from_on = FROM
    made_at = NOW
    agreed_at = NOW


class SupervisionFactory(factory.django.DjangoModelFactory):
    """A session planned for 10 November 2026."""

    class Meta:
        model = Supervision

    agreement = factory.SubFactory(AgreementFactory)
    person = factory.SelfAttribute("agreement.person")
    supervisor = factory.SelfAttribute("agreement.supervisor")
    organisation = factory.SelfAttribute("agreement.organisation")
    strand = factory.SelfAttribute("agreement.strand")
    planned_on = PLANNED
    planned_at = NOW
    changed_at = NOW


class SupervisionAddendumFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SupervisionAddendum

    supervision = factory.SubFactory(SupervisionFactory)
    written_by = factory.SelfAttribute("supervision.person")
    written_at = NOW
    words = "One more thing."


class PeerSessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PeerSession

    organisation = factory.SubFactory(OrganisationFactory)
    leader = factory.SubFactory(PersonFactory)
    topic = factory.Sequence(lambda number: f"Topic {number}")
    held_on = PLANNED
    planned_at = NOW
    changed_at = NOW


class PeerAttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PeerAttendance

    session = factory.SubFactory(PeerSessionFactory)
    person = factory.SubFactory(PersonFactory)
    joined_at = NOW


def session_of(agreement: SupervisionAgreement, state: str = "planned", **said: Any) -> Supervision:
    """A session under an agreement in a state, with what the database asks of the state."""
    ends: dict[str, dict[str, Any]] = {
        "planned": {},
        "held": {"held_on": PLANNED, "minutes": 90},
        "missed": {"missed_because": "work"},
        "signed": {
            "held_on": PLANNED,
            "minutes": 90,
            "own_signed_at": NOW,
            "supervisor_signed_at": NOW,
            "locked_at": NOW,
        },
    }
    return SupervisionFactory(agreement=agreement, state=state, **{**ends[state], **said})


def agreement_between(person: Person, supervisor: Person, **said: Any) -> SupervisionAgreement:
    """An agreement of two people in the organisation of her first post."""
    organisation = person.posts.order_by("pk").get().organisation
    return AgreementFactory(person=person, supervisor=supervisor, organisation=organisation, **said)
