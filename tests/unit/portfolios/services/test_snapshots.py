"""Handing in: frozen whole, numbered, with files, and only what everybody signed."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.engines.signatures.models import Signature
from portfolios.models import EvidenceFile, Portfolio, Snapshot, SnapshotFile
from portfolios.rules.content import fingerprint, in_groups
from portfolios.rules.signing import OTHER_CONTENT
from portfolios.selectors.snapshots import Tampered, compared, latest_snapshot, snapshot_of, snapshots_of
from portfolios.services.signing import NOT_YOURS
from portfolios.services.snapshots import submit
from tests.factories.files import stored
from tests.factories.people import NOW, as_actor
from tests.factories.portfolio_signing import asked, gathered, handed_in, handed_in_again, signed_by
from tests.factories.portfolios import ItemFactory, SectionReturnFactory

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def portfolio(council):
    return gathered(council.author, council.organisation)


def with_file(portfolio, **said):
    item = ItemFactory(section=portfolio.sections.get(), is_cleared=said.pop("is_cleared", False))
    file = stored(portfolio.person, **said)
    EvidenceFile.objects.create(evidence=item.evidence, file=file, caption="A room", added_at=NOW)
    return file


def test_what_is_handed_in_is_frozen_whole(council, portfolio):
    item = ItemFactory(section=portfolio.sections.get())
    snapshot = handed_in(portfolio, council.manager)
    assert (snapshot.number, snapshot.schema, snapshot.pieces, snapshot.taken_by) == (1, 1, 1, council.author)
    assert snapshot.sha256 == fingerprint(snapshot.content)
    content = snapshot_of(snapshot)
    assert content.sections[0].text == "I saw."
    assert [piece.source for piece in content.pieces] == [f"evidence:{item.evidence_id}"]
    assert [(edition.what, edition.code) for edition in content.editions] == [
        ("template", f"{portfolio.template.template}/{portfolio.template.code}"),
        ("policy", "plain"),
    ]
    assert [(line.role, line.name) for line in content.signatures] == [
        ("author", council.author.full_name),
        ("line manager", council.manager.full_name),
    ]
    portfolio.refresh_from_db()
    assert (portfolio.state, portfolio.submitted_at) == ("submitted", NOW)
    notice = Notice.objects.get(person=council.author, kind="portfolios.portfolio.handed_in")
    assert notice.url == snapshot.get_absolute_url()


def test_what_changes_afterwards_does_not_change_what_was_handed_in(council, portfolio):
    snapshot = handed_in(portfolio, council.manager)
    portfolio.sections.update(text="Something else.")
    assert snapshot_of(Snapshot.objects.get(pk=snapshot.pk)).sections[0].text == "I saw."


def test_handing_in_again_makes_the_next_version(council, portfolio):
    first = handed_in(portfolio, council.manager)
    second = handed_in_again(portfolio, council.manager, text="I heard.", at=LATER)
    assert (second.number, latest_snapshot(portfolio)) == (2, second)
    assert list(snapshots_of(portfolio, council.by)) == [second, first]
    assert list(snapshots_of(portfolio, as_actor(council.colleague))) == []
    both = compared(second, first)
    assert (both.before, both.after) == (first, second)
    (section,) = both.differences.sections
    assert [run.text for run in section.texts[0].runs] == ["I ", "saw.", "heard."]


def test_nothing_handed_in_has_no_latest_version(portfolio):
    assert latest_snapshot(portfolio) is None


def test_files_are_kept_once_by_their_bytes(council, portfolio):
    file = with_file(portfolio, is_cleared=True)
    other = ItemFactory(section=portfolio.sections.get())
    EvidenceFile.objects.create(evidence=other.evidence, file=file, added_at=NOW)
    snapshot = handed_in(portfolio, council.manager)
    kept = SnapshotFile.objects.get()
    assert (kept.snapshot, kept.file, kept.sha256, kept.caption) == (snapshot, file, file.sha256, "A room")
    assert not kept.is_cleared


@pytest.mark.parametrize("state", ["being_checked", "refused"])
def test_a_file_the_virus_check_has_not_passed_is_not_handed_in(council, portfolio, state):
    with_file(portfolio, name="plan.pdf", scan_state=state)
    with pytest.raises(Refused, match=r"has not passed “plan\.pdf” yet"):
        handed_in(portfolio, council.manager)
    assert not Snapshot.objects.exists()


def test_signatures_over_other_content_are_refused(council, portfolio):
    endorsed = signed_by(council.manager, asked(portfolio))
    portfolio.sections.update(text="Written past the services.")
    with pytest.raises(Refused, match=OTHER_CONTENT[:40]):
        submit(portfolio=endorsed, by=council.by, at=LATER)
    assert (Portfolio.objects.get().state, Snapshot.objects.count()) == ("endorsed", 0)


def test_a_signature_that_is_missing_is_refused(council, portfolio):
    endorsed = signed_by(council.manager, asked(portfolio))
    Signature.objects.filter(role="line_manager").delete()
    with pytest.raises(Refused, match="not signed by the line manager yet"):
        submit(portfolio=endorsed, by=council.by, at=LATER)


def test_what_lacks_something_by_now_is_refused(council, portfolio):
    endorsed = signed_by(council.manager, asked(portfolio))
    SectionReturnFactory(section=portfolio.sections.get())
    with pytest.raises(Refused, match="“Practice” was returned"):
        submit(portfolio=endorsed, by=council.by, at=LATER)


def test_only_its_author_hands_in_and_only_what_is_endorsed(council, portfolio):
    with pytest.raises(Refused, match="being gathered"):
        submit(portfolio=portfolio, by=council.by, at=LATER)
    endorsed = signed_by(council.manager, asked(portfolio))
    with pytest.raises(Refused, match=NOT_YOURS):
        submit(portfolio=endorsed, by=council.managing, at=LATER)


def test_a_snapshot_that_is_not_what_was_handed_in_is_not_read(council, portfolio):
    snapshot = handed_in(portfolio, council.manager)
    snapshot.content = snapshot.content.replace("I saw.", "I never.")
    with pytest.raises(Tampered, match="is not what was handed in"):
        snapshot_of(snapshot)


def test_a_fingerprint_is_read_in_groups_of_four():
    assert in_groups("3f9a12de77") == "3f9a 12de 77"
