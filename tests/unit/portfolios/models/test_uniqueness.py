"""What is there once, and what makes room for another."""

from datetime import date
from functools import partial

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError

from academy.engines.files.services.files import store
from portfolios.models import EvidenceFile, Item, SnapshotFile
from tests.factories import portfolios as made
from tests.factories.identity import OrganisationFactory, PersonFactory, actor_of
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def ended(factory):
    """Makes versions that were withdrawn, so that only their code is in the way of another."""
    return partial(factory, withdrawn_on=date(2026, 5, 1))


# name: (how to make a row, what the second shares with the first, a column SQLite names)
TWICE = {
    "evidence_form_sent_once": (made.EvidenceFactory, ("person", "token"), "token"),
    "evidence_read_back_once": (
        partial(made.EvidenceFactory, known_as="completion:12"),
        ("person", "known_as"),
        "known_as",
    ),
    "feedback_take_back_once": (
        partial(made.FeedbackFactory, take_back_hash="a" * 64),
        ("take_back_hash",),
        "take_back_hash",
    ),
    "evidencepolicy_code_once": (ended(made.EvidencePolicyFactory), ("organisation", "code"), "code"),
    "evidencepolicy_start_once": (made.EvidencePolicyFactory, ("organisation",), "valid_from"),
    "portfoliotemplate_code_once": (
        ended(made.PortfolioTemplateFactory),
        ("organisation", "template", "code"),
        "code",
    ),
    "portfoliotemplate_start_once": (made.PortfolioTemplateFactory, ("organisation", "template"), "valid_from"),
    "portfolio_form_sent_once": (made.PortfolioFactory, ("person", "token"), "token"),
    "partholder_one_of_a_role": (made.PartHolderFactory, ("portfolio",), "role"),
    "section_once": (made.SectionFactory, ("portfolio", "code"), "code"),
    "item_evidence_once": (made.ItemFactory, ("section", "evidence"), "evidence_id"),
    "sectionreturn_one_open": (made.SectionReturnFactory, ("section",), "section_id"),
    "snapshot_number_once": (made.SnapshotFactory, ("portfolio",), "number"),
    "portfolioshare_live_once": (made.PortfolioShareFactory, ("portfolio", "person"), "person_id"),
    "exemplar_live_once": (made.ExemplarFactory, ("snapshot",), "snapshot_id"),
    "signature_live_once": (made.SignatureFactory, ("thing_type", "thing_id", "role"), "role"),
}


@pytest.mark.parametrize("name", TWICE)
def test_second_row_in_the_same_place_is_refused(name):
    make, shared, column = TWICE[name]
    first = make()

    with pytest.raises(IntegrityError, match=f"{name}|{column}"):
        make(**{each: getattr(first, each) for each in shared})


def test_own_entry_stands_in_a_section_once():
    item = made.cited_item(made.SectionFactory())

    with pytest.raises(IntegrityError, match=r"item_entry_once|entry_id"):
        Item.objects.create(section=item.section, entry=item.entry, version=item.version, added_at=NOW)


def test_file_stands_beside_a_piece_and_a_snapshot_once():
    file = store(upload=ContentFile(b"Careful notes.\n", name="notes.txt"), by=actor_of(PersonFactory()), at=NOW)
    piece = EvidenceFile.objects.create(evidence=made.EvidenceFactory(), file=file, added_at=NOW)
    with pytest.raises(IntegrityError, match=r"evidence_file_once|evidence_id"):
        EvidenceFile.objects.create(evidence=piece.evidence, file=file, added_at=NOW)


def test_file_is_of_a_snapshot_once():
    file = store(upload=ContentFile(b"Careful notes.\n", name="notes.txt"), by=actor_of(PersonFactory()), at=NOW)
    kept = SnapshotFile.objects.create(snapshot=made.SnapshotFactory(), file=file, sha256=file.sha256)
    with pytest.raises(IntegrityError, match=r"snapshotfile_once|snapshot_id"):
        SnapshotFile.objects.create(snapshot=kept.snapshot, file=file, sha256=file.sha256)


def test_what_has_ended_leaves_room_for_another():
    council = OrganisationFactory()
    for make in (made.PortfolioTemplateFactory, made.EvidencePolicyFactory):
        make(organisation=council, withdrawn_on=date(2026, 5, 1))
        make(organisation=council)
    answered = made.SectionReturnFactory(answered_at=NOW)
    made.SectionReturnFactory(section=answered.section)
    share = made.PortfolioShareFactory(ended_at=NOW)
    made.PortfolioShareFactory(portfolio=share.portfolio, person=share.person)
    back = made.exemplar_in("taken_back")
    made.ExemplarFactory(snapshot=back.snapshot)
    signed = made.SignatureFactory(withdrawn_at=NOW, withdrawn_because="The section on practice was changed.")
    again = made.SignatureFactory(thing_type=signed.thing_type, thing_id=signed.thing_id, role=signed.role)

    assert (again.is_live, signed.is_live) == (True, False)
