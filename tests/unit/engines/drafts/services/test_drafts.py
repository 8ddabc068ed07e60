from datetime import UTC, date, datetime

import pytest

from academy.engines.audit.models import Event
from academy.engines.drafts.models import Draft, DraftCopy
from academy.engines.drafts.services.drafts import Conflict, Sent, choose, delete, save
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
LATER = datetime(2026, 11, 17, 10, 35, tzinfo=UTC)
KEY = "new-0f0e0d0c-0b0a-4908-8706-050403020100"
pytestmark = pytest.mark.django_db


def saved(owner, words, *, revision=0, tab="", at=AT):
    return save(
        owner=owner, form="sample.form", key=KEY, sent=Sent(revision, payload={"text": [words]}, tab=tab), at=at
    )


def test_save_first_words_makes_revision_one():
    owner = UserFactory()
    draft = saved(owner, "First")
    assert (draft.revision, draft.payload, draft.saved_at) == (1, {"text": ["First"]}, AT)
    assert draft.expires_on == date(2027, 5, 16)


def test_save_from_the_revision_kept_replaces_the_words():
    owner = UserFactory()
    saved(owner, "First")
    draft = saved(owner, "Second", revision=1, at=LATER)
    kept = Draft.objects.get()
    assert (draft.revision, kept.revision, kept.payload, kept.saved_at) == (2, 2, {"text": ["Second"]}, LATER)
    assert DraftCopy.objects.count() == 0


def test_save_the_same_words_again_changes_nothing():
    owner = UserFactory()
    saved(owner, "First")
    draft = saved(owner, "First", revision=0, at=LATER)
    assert (draft.revision, draft.saved_at) == (1, AT)
    assert DraftCopy.objects.count() == 0


def test_save_from_an_older_revision_keeps_both_texts_and_says_so():
    owner = UserFactory()
    saved(owner, "First", tab="a")
    saved(owner, "Second", revision=1, tab="a")
    with pytest.raises(Conflict) as conflict:
        saved(owner, "From the other tab", revision=1, tab="b", at=LATER)
    assert Draft.objects.get().payload == {"text": ["Second"]}
    copy = DraftCopy.objects.get()
    assert (copy.payload, copy.began_from, copy.tab, copy.sent_at) == ({"text": ["From the other tab"]}, 1, "b", LATER)
    assert (conflict.value.copy, conflict.value.draft.revision) == (copy, 2)


def test_save_again_from_the_same_losing_tab_keeps_only_its_newest_text():
    owner = UserFactory()
    saved(owner, "First", tab="a")
    for words in ("Other", "Other and more"):
        with pytest.raises(Conflict):
            saved(owner, words, tab="b")
    assert [copy.payload for copy in DraftCopy.objects.all()] == [{"text": ["Other and more"]}]


def test_save_from_the_tab_that_saved_last_is_no_conflict():
    """Its answer was lost on the way: it still believes in revision 0."""
    owner = UserFactory()
    saved(owner, "First", tab="a")
    draft = saved(owner, "First and more", revision=0, tab="a")
    assert (draft.revision, draft.payload) == (2, {"text": ["First and more"]})
    assert DraftCopy.objects.count() == 0


def test_save_after_the_draft_went_begins_anew_past_the_old_revision():
    owner = UserFactory()
    saved(owner, "First")
    delete(owner=owner, form="sample.form", key=KEY)
    assert saved(owner, "Still writing", revision=1).revision == 2


def test_save_of_two_people_does_not_meet():
    one, other = UserFactory(), UserFactory()
    saved(one, "Mine")
    saved(other, "Hers")
    assert sorted(draft.payload["text"][0] for draft in Draft.objects.all()) == ["Hers", "Mine"]


@pytest.mark.parametrize("before", [1, 3])
def test_save_takes_the_same_queries_whatever_is_kept_already(before, django_assert_num_queries):
    owner = UserFactory()
    for number in range(before):
        save(owner=owner, form="sample.form", key=str(number + 1), sent=Sent(0, payload={"text": ["a"]}), at=AT)
    with django_assert_num_queries(4):
        save(owner=owner, form="sample.form", key="1", sent=Sent(1, payload={"text": ["b"]}), at=LATER)


def test_save_writes_no_audit_event():
    saved(UserFactory(), "First")
    assert Event.objects.count() == 0


def test_choose_the_copy_makes_it_the_draft_and_forgets_the_copies():
    owner = UserFactory()
    draft = saved(owner, "First", tab="a")
    with pytest.raises(Conflict) as conflict:
        saved(owner, "Other", tab="b")
    chosen = choose(draft=draft, copy=conflict.value.copy, at=LATER)
    assert (chosen.revision, chosen.payload, chosen.saved_at) == (2, {"text": ["Other"]}, LATER)
    assert DraftCopy.objects.count() == 0


def test_choose_the_kept_text_leaves_the_draft_as_it_is():
    owner = UserFactory()
    draft = saved(owner, "First", tab="a")
    with pytest.raises(Conflict):
        saved(owner, "Other", tab="b")
    chosen = choose(draft=draft, copy=None, at=LATER)
    assert (chosen.revision, chosen.payload, chosen.saved_at) == (1, {"text": ["First"]}, AT)
    assert DraftCopy.objects.count() == 0


def test_delete_takes_only_the_draft_named():
    owner, other = UserFactory(), UserFactory()
    saved(owner, "Mine")
    saved(other, "Hers")
    delete(owner=owner, form="sample.form", key=KEY)
    assert [draft.owner for draft in Draft.objects.all()] == [other]
