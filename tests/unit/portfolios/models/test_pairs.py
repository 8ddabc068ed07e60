"""Checks that hold two columns of one row against each other, each with a row it refuses; what rows print."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError

from academy.engines.files.services.files import store
from portfolios.models import SnapshotFile
from tests.factories import portfolios as made
from tests.factories.identity import PersonFactory, actor_of
from tests.factories.people import NOW
from tests.factories.supervisions import SupervisionFactory

pytestmark = pytest.mark.django_db


def a_file():
    return store(upload=ContentFile(b"Careful notes.\n", name="notes.txt"), by=actor_of(PersonFactory()), at=NOW)


@pytest.mark.parametrize("said", [{"signer": "her"}, {"signed_by": "her", "signed_at": NOW}])
def test_nobody_signs_her_own_evidence(said):
    person = PersonFactory()
    with pytest.raises(IntegrityError, match=r"evidence_signed_by_another|evidence_signature_whole"):
        made.EvidenceFactory(person=person, **{key: person if value == "her" else value for key, value in said.items()})


def test_supervision_stands_beside_its_own_kind_only():
    with pytest.raises(IntegrityError, match="evidence_supervision_of_its_kind"):
        made.EvidenceFactory(kind="project", supervision=SupervisionFactory())


def test_observation_is_judged_after_the_reflection():
    judged = {"judgement": "shown", "judgement_reason": "She named the decision.", "judged_at": NOW}
    with pytest.raises(IntegrityError, match="observation_judged_after_reflection"):
        made.ObservationFactory(reflected_at=NOW + timedelta(hours=1), **judged)


def test_recording_belongs_to_recorded_feedback():
    with pytest.raises(IntegrityError, match="feedback_recording_of_its_way"):
        made.FeedbackFactory(way="link", recording=a_file())


@pytest.mark.parametrize("role", ["signer", "verifier"])
def test_nobody_signs_her_own_portfolio_as_another(role):
    person = PersonFactory()
    said = {"signer": {"state": "signing", "signer_role": "verifier"}}.get(role, {})
    with pytest.raises(IntegrityError, match="portfolio_signed_by_another"):
        made.PortfolioFactory(person=person, **{role: person}, **said)


def test_deputy_signs_for_another():
    person = PersonFactory()
    with pytest.raises(IntegrityError, match="signature_for_another"):
        made.SignatureFactory(person=person, signed_for=person)


def test_file_of_a_snapshot_names_its_hash():
    with pytest.raises(IntegrityError, match="snapshotfile_is_fixed"):
        SnapshotFile.objects.create(snapshot=made.SnapshotFactory(), file=a_file(), sha256="")


@pytest.mark.parametrize(
    ("make", "printed"),
    [
        (made.EvidenceFactory, "evidence "),
        (made.ObservationFactory, "observation "),
        (made.FeedbackFactory, "feedback "),
        (made.CaseAuditFactory, "audit "),
        (made.PortfolioFactory, "portfolio "),
        (made.SectionFactory, "section practice of portfolio "),
        (made.ItemFactory, "item "),
        (made.SectionReturnFactory, "return of section "),
        (made.SnapshotFactory, "snapshot 1 of portfolio "),
        (made.BreachFactory, "breach "),
        (made.PortfolioShareFactory, "share "),
        (made.ExemplarFactory, "exemplar "),
        (made.EvidencePolicyFactory, "evidence policy edition-"),
        (made.PortfolioTemplateFactory, "Progression portfolio, edition-"),
        (made.SignatureFactory, "signature "),
    ],
)
def test_row_prints_numbers_and_no_words_of_anybody(make, printed):
    assert str(make()).startswith(printed)
