"""Who may read files beside evidence: whoever reads what they belong to, and no example opens them."""

import pytest

from academy.engines.files.models import StoredFile
from academy.people.choices import RoleCode
from portfolios.models import EvidenceFile, SnapshotFile
from portfolios.querysets.portfolios import SHARE
from tests.factories import files
from tests.factories.access import GrantFactory
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.portfolios import (
    HASH,
    ItemFactory,
    SectionFactory,
    SnapshotFactory,
    cited_item,
    evidence_in,
    exemplar_in,
    portfolio_in,
)
from tests.unit.portfolios.conftest import Council

pytestmark = pytest.mark.django_db


def read_by(person):
    return sorted(each.original_name for each in StoredFile.objects.visible_to(as_actor(person)))


def stored(council: Council, name: str) -> StoredFile:
    return files.stored(council.author, name=name)


@pytest.fixture
def whose(council):
    return {"person": council.author, "organisation": council.organisation}


def test_files_of_a_piece_are_read_by_whom_she_asked(council, whose):
    piece = evidence_in("asked", signer=council.manager, **whose)
    EvidenceFile.objects.create(evidence=piece, file=stored(council, "plan"), added_at=NOW)
    assert (read_by(council.author), read_by(council.manager), read_by(council.colleague)) == (["plan"], ["plan"], [])


def test_files_in_a_portfolio_are_read_by_whom_it_is_shared_with(council, whose):
    portfolio = portfolio_in("gathering", template=council.template, **whose)
    section = SectionFactory(portfolio=portfolio)
    item = ItemFactory(section=section)
    EvidenceFile.objects.create(evidence=item.evidence, file=stored(council, "plan"), added_at=NOW)
    cited_item(section).version.attached.add(stored(council, "slides"))
    stored(council, "kept apart")
    assert read_by(council.colleague) == []
    GrantFactory(person=council.colleague, thing=portfolio, purpose=SHARE)
    assert read_by(council.colleague) == ["plan", "slides"]


def test_files_of_one_snapshot_are_read_by_whom_it_is_shared_with_and_no_later_ones(council, whose):
    portfolio = portfolio_in("submitted", template=council.template, **whose)
    for number, name in ((1, "first"), (2, "second")):
        snapshot = SnapshotFactory(portfolio=portfolio, number=number)
        SnapshotFile.objects.create(snapshot=snapshot, file=stored(council, name), sha256=HASH)
    GrantFactory(person=council.colleague, thing=portfolio.snapshots.get(number=1), purpose=SHARE)
    assert read_by(council.colleague) == ["first"]
    assert read_by(holder_of(RoleCode.ACADEMY_LEAD, council.organisation)) == ["first", "second"]


def test_files_of_an_example_are_not_read_by_their_own_address(council, whose):
    snapshot = SnapshotFactory(portfolio=portfolio_in("submitted", template=council.template, **whose))
    SnapshotFile.objects.create(snapshot=snapshot, file=stored(council, "her name.pdf"), sha256=HASH, is_cleared=True)
    exemplar_in("shown", snapshot=snapshot)
    assert read_by(council.colleague) == []
