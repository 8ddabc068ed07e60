"""What is there once, and what makes room for another."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError
from django.db.models import UniqueConstraint

from asye import models as tables
from tests.factories import asye as made
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)


def ended(factory):
    """Makes versions that were withdrawn, so that only their code is in the way of another."""
    return partial(factory, withdrawn_on=date(2026, 5, 1))


def period(enrolment=None):
    year = enrolment or made.EnrolmentFactory()
    said = {"organisation": year.organisation, "policy": year.policy, "from_on": DAY}
    return tables.Period.objects.create(enrolment=year, **said)


def plan(enrolment=None, stage="months-0-3"):
    return tables.Plan.objects.create(enrolment=enrolment or made.EnrolmentFactory(), stage=stage, made_at=NOW)


def review_part(review=None, role="nqsw"):
    return tables.ReviewPart.objects.create(review=review or made.ReviewFactory(), role=role, changed_at=NOW)


def decision(enrolment=None):
    said = {"outcome": "pass", "decided_on": DAY, "decided_by": PersonFactory(), "decided_at": NOW}
    return tables.EmployerDecision.objects.create(enrolment=enrolment or made.EnrolmentFactory(), **said)


def certificate(enrolment=None, number=""):
    year = enrolment or made.EnrolmentFactory()
    said = {"issuer": "The body", "issued_on": DAY, "issued_by": PersonFactory(), "issued_at": NOW}
    return tables.AsyeCertificate.objects.create(enrolment=year, number=number or f"A-{year.pk}", **said)


# name: (how to make a row, what the second shares with the first, a column SQLite names)
TWICE = {
    "asyepolicy_code_once": (
        ended(made.AsyePolicyFactory),
        ("organisation", "programme", "service", "code"),
        "code",
    ),
    "asyepolicy_start_once": (
        made.AsyePolicyFactory,
        ("organisation", "programme", "service", "valid_from"),
        "valid_from",
    ),
    "enrolment_one_under_way": (made.EnrolmentFactory, ("person",), "person_id"),
    "asyepart_one_open_per_role": (made.PartFactory, ("enrolment", "role"), "role"),
    "asyeperiod_one_open": (period, ("enrolment",), "enrolment_id"),
    "asyetransfer_one_waiting": (made.TransferFactory, ("enrolment",), "enrolment_id"),
    "asyeagreement_number_once": (
        partial(made.AgreementFactory, state="replaced", needs_at=None),
        ("enrolment", "number"),
        "number",
    ),
    "asyeagreement_one_in_hand": (made.AgreementFactory, ("enrolment",), "enrolment_id"),
    "asyemilestone_once": (made.MilestoneFactory, ("enrolment", "code"), "code"),
    "asyeplan_stage_once": (plan, ("enrolment", "stage"), "stage"),
    "reviewpart_once": (review_part, ("review", "role"), "role"),
    "asyechange_form_sent_once": (
        partial(made.ChangeFactory, state="withdrawn", settled_at=NOW),
        ("enrolment", "token"),
        "token",
    ),
    "asyechange_one_proposed": (made.ChangeFactory, ("enrolment",), "kind"),
    "consent_once_per_role": (made.ConsentFactory, ("change", "role"), "role"),
    "asyeweek_once": (made.WeekFactory, ("enrolment", "week_on"), "week_on"),
    "asyesignal_one_open": (made.SignalFactory, ("enrolment",), "promise"),
    "recommendation_number_once": (made.RecommendationFactory, ("enrolment", "number"), "number"),
    "moderation_once": (made.ModerationFactory, ("recommendation",), "recommendation_id"),
    "grantclaim_part_once": (made.GrantClaimFactory, ("enrolment", "part"), "part"),
}
# They need a piece of evidence or a version of an entry: shown where reviews cite and agreements are signed.
ELSEWHERE = {"cited_evidence_once", "cited_version_once", "asyeagreement_one_signed"}


@pytest.mark.parametrize("name", [name for name in TWICE if name != "asyeagreement_number_once"])
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column = TWICE[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**{each: getattr(first, each) for each in shared})


def test_agreement_of_the_same_number_is_refused():
    first = made.AgreementFactory()

    with pytest.raises(IntegrityError, match=r"asyeagreement_(number_once|one_in_hand)|number|enrolment_id"):
        made.AgreementFactory(enrolment=first.enrolment, number=first.number)


@pytest.mark.parametrize("make", [decision, certificate])
def test_year_ends_once(make):
    year = made.EnrolmentFactory()
    make(enrolment=year)

    with pytest.raises(IntegrityError, match="enrolment_id"):
        make(enrolment=year, **({"number": "A-other"} if make is certificate else {}))


def test_number_of_a_certificate_is_given_once():
    certificate(number="A-1")

    with pytest.raises(IntegrityError, match="number"):
        certificate(number="A-1")


def test_what_has_ended_leaves_room_for_another():
    year = made.EnrolmentFactory(state="withdrawn", ended_at=NOW, ended_because="Left.")
    again = made.EnrolmentFactory(person=year.person)
    part = made.PartFactory(enrolment=again, until_on=DAY)
    made.PartFactory(enrolment=again, role=part.role, from_on=date(2026, 6, 11))
    consent = made.ConsentFactory(withdrawn_at=NOW)
    made.ConsentFactory(change=consent.change)
    answered = made.SignalFactory(state="answered", answered_at=NOW, answered_by=PersonFactory(), answer="Cover found.")
    made.SignalFactory(enrolment=answered.enrolment)

    assert tables.Enrolment.objects.not_ended().count() == 3


def test_every_uniqueness_has_a_second_row_it_refuses():
    declared = {
        constraint.name
        for name in tables.__all__
        for constraint in getattr(tables, name)._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    }
    assert declared - set(TWICE) - ELSEWHERE == set()
