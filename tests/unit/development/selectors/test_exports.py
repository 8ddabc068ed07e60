import pytest

from academy.development.models import Discussion, EntryFile, PeerReflection, Use
from academy.development.selectors.exports import Alongside, exported_entries
from academy.development.services.files import attach
from academy.development.services.reflections import Talk, ask_colleague
from academy.development.services.sharing import share
from academy.development.services.versions import Citation, cite
from tests.factories.development import WORDS, EntryFactory, framework, kept_by
from tests.factories.files import PDF, upload
from tests.factories.people import NOW


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def full(council, number=0):
    """An entry with something of everything beside it."""
    statements = framework(f"pcf{number}")
    words = WORDS.__class__(**{**vars(WORDS), "statement_ids": frozenset(each.pk for each in statements[:2])})
    entry = kept_by(council.author, words=words)
    share(entry=entry, person=council.manager, note="", by=council.by, at=NOW)
    Discussion.objects.create(entry=entry, person=council.manager, on=NOW.date(), noted_by=council.author, noted_at=NOW)
    cite(entry=entry, citation=Citation(purpose="swe", label="Regulator's piece"), by=council.by, at=NOW)
    attach(entry=entry, upload=upload(PDF + str(number).encode(), name=f"notes-{number}.pdf"), by=council.by, at=NOW)
    return entry


def test_exported_entry_says_everything_that_stands_beside_it(council):
    entry = full(council)
    (found,) = exported_entries(council.author.pk)
    manager = council.manager.full_name
    assert (found.id, found.state, found.kind, found.way) == (
        entry.token,
        "kept",
        "Work with a person or family",
        "By experience",
    )
    assert found.standards == ("pcf0/2018/1", "pcf0/2018/2")
    assert (found.shared_with, found.discussed_on) == ((manager,), (f"2026-11-17 {manager}",))
    assert (found.used_in, found.files) == (("Regulator's piece",), ("notes-0.pdf",))


def test_exported_entries_are_the_persons_own_drafts_and_withdrawn_ones_too(council):
    mine = {"author": council.author, "organisation": council.organisation}
    draft = EntryFactory(**mine, draft=True, way="", title="")
    withdrawn = EntryFactory(**mine, withdrawn=True)
    EntryFactory(author=council.colleague, organisation=council.organisation, title="Somebody else's")
    found = list(exported_entries(council.author.pk))
    assert [each.id for each in found] == [draft.token, withdrawn.token]
    assert [(each.state, each.way, each.standards) for each in found] == [
        ("draft", "", ()),
        ("withdrawn", "By experience", ()),
    ]


def test_exported_entry_says_what_was_learnt_from_peers_unless_withdrawn(council):
    entry = kept_by(council.author)
    talk = Talk(talked_on=NOW.date(), learnt="That I ask first.")
    reflection = ask_colleague(entry=entry, peer=council.manager, talk=talk, by=council.by, at=NOW)
    said = (f"2026-11-17 {council.manager.full_name}: That I ask first.",)
    assert next(exported_entries(council.author.pk)).peer_reflections == said
    PeerReflection.objects.filter(pk=reflection.pk).update(state="withdrawn", withdrawn_at=NOW)
    assert next(exported_entries(council.author.pk)).peer_reflections == ()


def test_exported_entries_end_with_a_share(council):
    entry = full(council)
    entry.shares.update(ended_at=NOW)
    assert next(exported_entries(council.author.pk)).shared_with == ()


@pytest.mark.parametrize("number", [1, 3])
def test_exported_entries_take_seven_queries_whatever_there_is(council, number, django_assert_num_queries):
    for each in range(number):
        full(council, each)
    assert (Use.objects.count(), EntryFile.objects.count()) == (number, number)
    with django_assert_num_queries(7):
        assert len(list(exported_entries(council.author.pk))) == number


def test_alongside_gives_each_entry_its_words_and_drops_what_is_passed_over():
    words = Alongside([(1, "a"), (2, "b"), (2, "c"), (5, "d")])
    assert [words.of(number) for number in (2, 3, 5, 6)] == [("b", "c"), (), ("d",), ()]


def test_exported_entries_of_somebody_without_writing_are_none(council):
    assert list(exported_entries(council.author.pk)) == []
