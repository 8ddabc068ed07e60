from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from academy.engines.drafts.services.drafts import Sent, save
from academy.engines.drafts.services.parked import LatePost, discard, park, put_back
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
LATER = datetime(2026, 11, 17, 11, 0, tzinfo=UTC)
KEY = "new-0f0e0d0c-0b0a-4908-8706-050403020100"
pytestmark = pytest.mark.django_db


def parked_for(owner, words, *, at=AT):
    post = LatePost("sample.form", KEY, path="/cpd/new/", payload={"text": [words]}, had_files=False)
    return park(owner_id=owner.pk, post=post, at=at)


def test_park_the_same_words_twice_keeps_them_once():
    owner = UserFactory()
    parked_for(owner, "Late")
    parked_for(owner, "Late", at=LATER)
    assert [(post.payload, post.parked_at) for post in ParkedPost.objects.all()] == [({"text": ["Late"]}, LATER)]


def test_park_different_words_keeps_both():
    owner = UserFactory()
    parked_for(owner, "Late")
    parked_for(owner, "Later", at=LATER)
    assert [post.payload["text"] for post in ParkedPost.objects.all()] == [["Later"], ["Late"]]


def test_park_more_than_twenty_forgets_the_oldest_of_this_person_only():
    owner, other = UserFactory(), UserFactory()
    parked_for(other, "Hers", at=AT - timedelta(days=9))
    for number in range(22):
        parked_for(owner, f"Text {number}", at=AT + timedelta(minutes=number))
    kept = ParkedPost.objects.filter(owner=owner)
    assert [post.payload["text"][0] for post in kept] == [f"Text {number}" for number in range(21, 1, -1)]
    assert ParkedPost.objects.filter(owner=other).count() == 1


def test_put_back_without_a_draft_makes_one():
    owner = UserFactory()
    draft = put_back(parked=parked_for(owner, "Late"), owner=owner, at=LATER)
    assert (draft.payload, draft.revision) == ({"text": ["Late"]}, 1)
    assert ParkedPost.objects.count() == 0


def test_put_back_over_a_draft_keeps_the_draft_beside_it():
    owner = UserFactory()
    save(owner=owner, form="sample.form", key=KEY, sent=Sent(0, payload={"text": ["Autosaved"]}), at=AT)
    draft = put_back(parked=parked_for(owner, "Late"), owner=owner, at=LATER)
    assert (draft.payload, draft.revision) == ({"text": ["Late"]}, 2)
    assert [(copy.payload, copy.sent_at) for copy in DraftCopy.objects.all()] == [({"text": ["Autosaved"]}, AT)]


def test_put_back_of_words_the_draft_has_already_leaves_it():
    owner = UserFactory()
    save(owner=owner, form="sample.form", key=KEY, sent=Sent(0, payload={"text": ["Late"]}), at=AT)
    draft = put_back(parked=parked_for(owner, "Late"), owner=owner, at=LATER)
    assert (draft.revision, DraftCopy.objects.count(), ParkedPost.objects.count()) == (1, 0, 0)


def test_discard_forgets_the_words_and_leaves_the_draft():
    owner = UserFactory()
    save(owner=owner, form="sample.form", key=KEY, sent=Sent(0, payload={"text": ["Autosaved"]}), at=AT)
    discard(parked=parked_for(owner, "Late"))
    assert (ParkedPost.objects.count(), Draft.objects.get().payload) == (0, {"text": ["Autosaved"]})
