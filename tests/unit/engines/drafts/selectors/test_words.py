from datetime import UTC, datetime

import pytest

from academy.engines.drafts.selectors.drafts import comparison, open_drafts
from academy.engines.drafts.selectors.words import words_for
from academy.engines.drafts.services.drafts import Conflict, Sent, save
from academy.engines.drafts.services.parked import LatePost, park
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def draft_of(owner, words, *, key="1", revision=0):
    return save(owner=owner, form="sample.form", key=key, sent=Sent(revision, payload={"text": words}), at=AT)


def parked_for(owner, words):
    late = LatePost("sample.form", "1", path="/cpd/1/", payload={"text": words}, had_files=True)
    return park(owner_id=owner.pk, post=late, at=AT)


def test_words_for_a_form_never_touched_are_none():
    other = UserFactory()
    draft_of(other, ["Hers"])
    parked_for(other, ["Hers, late"])
    assert words_for(user=UserFactory(), form="sample.form", key="1") is None


def test_words_for_a_draft_fill_a_form():
    owner = UserFactory()
    draft_of(owner, ["One", "Two"])
    words = words_for(user=owner, form="sample.form", key="1")
    assert (words.revision, words.saved_at, words.has_draft, words.has_copies, words.parked) == (1, AT, True, False, ())
    assert words.data.getlist("text") == ["One", "Two"]


def test_words_for_parked_posts_only_start_from_an_empty_form():
    owner = UserFactory()
    parked = parked_for(owner, ["Late"])
    words = words_for(user=owner, form="sample.form", key="1")
    assert (words.has_draft, words.revision, words.payload, words.parked) == (False, 0, {}, (parked,))


def test_words_for_two_tabs_say_there_are_copies():
    owner = UserFactory()
    draft_of(owner, ["One"])
    with pytest.raises(Conflict):
        draft_of(owner, ["Other"])
    assert words_for(user=owner, form="sample.form", key="1").has_copies is True


def test_words_for_one_and_three_parked_posts_take_the_same_queries(django_assert_num_queries):
    one, three = UserFactory(), UserFactory()
    for owner, count in ((one, 1), (three, 3)):
        draft_of(owner, ["Draft"])
        for number in range(count):
            parked_for(owner, [f"Late {number}"])
    for owner, count in ((one, 1), (three, 3)):
        with django_assert_num_queries(3):
            assert len(words_for(user=owner, form="sample.form", key="1").parked) == count


def test_open_drafts_are_the_owners_of_the_form_newest_first():
    owner = UserFactory()
    first, second = draft_of(owner, ["a"], key="1"), draft_of(owner, ["b"], key="2")
    elsewhere = save(owner=owner, form="other.form", key="1", sent=Sent(0, payload={}), at=AT)
    draft_of(UserFactory(), ["hers"])
    assert list(open_drafts(owner=owner, form="sample.form")) == [second, first]
    assert list(open_drafts(owner=owner)) == [elsewhere, second, first]


def test_comparison_shows_the_newest_other_text_and_counts_the_rest():
    owner = UserFactory()
    draft = draft_of(owner, ["Kept"])
    assert comparison(draft) is None
    for tab, minute in (("b", 35), ("c", 36)):
        with pytest.raises(Conflict):
            save(
                owner=owner,
                form="sample.form",
                key="1",
                sent=Sent(0, payload={"text": [f"Of {tab}"]}, tab=tab),
                at=AT.replace(minute=minute),
            )
    found = comparison(draft)
    assert [(line.kept, line.other) for line in found.lines] == [("Kept", "Of c")]
    assert found.more == 1
    (line,) = comparison(draft, read=lambda payload: {"What was said": payload["text"][0].upper()}).lines
    assert (line.words, line.kept, line.other) == ("What was said", "KEPT", "OF C")
