from dataclasses import replace

import pytest

from academy.development.models import EntryVersion
from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.choices.enrolments import EnrolmentState
from asye.models import AsyeCertificate
from asye.rules.decision import Decision
from asye.services.certificates import issue
from tests.factories.asye import AgreementFactory, MilestoneFactory, ReviewFactory
from tests.factories.asye_ending import FAILED, TODAY, decided
from tests.factories.development import kept_by
from tests.factories.people import NOW


def signed(world) -> None:
    """An agreement all have signed, over a version of what she needs to learn."""
    entry = kept_by(world.nqsw)
    needs = EntryVersion.objects.create(entry=entry, number=1, title="Needs", text={}, sha256="0" * 64, cut_at=NOW)
    said = {"needs": needs, "needs_at": NOW, "met_on": TODAY, "signed_at": NOW}
    AgreementFactory(enrolment=world.year, state="signed", **said)


def test_a_pass_with_all_signatures_is_certified_and_she_is_told(world):
    signed(world)
    decided(world.year)
    made = issue(enrolment=world.year, by=world.acting("coordinator"), at=NOW)
    world.year.refresh_from_db()
    assert (made.number, made.issuer, made.issued_on, world.year.state) == (
        f"ASYE-2026-{world.year.pk:06d}",
        world.organisation.name,
        TODAY,
        EnrolmentState.CERTIFIED,
    )
    assert list(Notice.objects.filter(kind="asye.ending.certified").values_list("person_id", flat=True)) == [
        world.nqsw.pk
    ]
    with pytest.raises(Refused, match="is certified"):
        issue(enrolment=world.year, by=world.acting("coordinator"), at=NOW)


def test_a_missing_signature_is_named(world):
    milestone = MilestoneFactory(enrolment=world.year)
    ReviewFactory(milestone=milestone, state="signing", held_on=TODAY, progress="on_course")
    decided(world.year)
    with pytest.raises(Refused) as refused:
        issue(enrolment=world.year, by=world.acting("coordinator"), at=NOW)
    assert refused.value.reason == (
        "Signatures are missing: the agreement, Three-month review. The certificate follows when they are there."
    )
    assert not AsyeCertificate.objects.exists()


def test_a_fail_has_no_certificate(world):
    decided(world.year, decision=replace(Decision(words="Thin.", **FAILED)))
    with pytest.raises(Refused, match="after a pass only"):
        issue(enrolment=world.year, by=world.acting("coordinator"), at=NOW)


@pytest.mark.parametrize("name", ["nqsw", "assessor", "manager", "colleague"])
def test_only_who_runs_the_programme_issues_it(world, name):
    decided(world.year)
    with pytest.raises(Refused, match="somebody else"):
        issue(enrolment=world.year, by=world.acting(name), at=NOW)
