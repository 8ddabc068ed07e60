from datetime import UTC, date, datetime

import pytest

from academy.engines.access.permissions import allows
from academy.engines.drafts.models import Draft, ParkedPost
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, UserFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
FIELDS = {"form": "sample.form", "key": "1", "payload": {}, "expires_on": date(2027, 5, 16)}
pytestmark = pytest.mark.django_db


def actor_with(user):
    return Actor(kind="user", on=TODAY, label="Somebody", user_id=user.pk, person_id=user.person_id)


@pytest.mark.parametrize("kind", ["draft", "parked"])
def test_unsent_words_are_written_and_seen_by_their_owner_only(kind):
    owner, other = UserFactory(), UserFactory()
    if kind == "draft":
        words = Draft.objects.create(owner=owner, revision=1, saved_at=AT, **FIELDS)
    else:
        words = ParkedPost.objects.create(owner=owner, path="/", parked_at=AT, **FIELDS)
    for user, is_theirs in ((owner, True), (other, False)):
        actor = actor_with(user)
        assert allows("drafts.draft.write", actor, words) is is_theirs
        assert type(words).objects.visible_to(actor).filter(pk=words.pk).exists() is is_theirs


def test_unsent_words_are_begun_by_anybody_signed_in():
    assert allows("drafts.draft.write", actor_of()) is True


def test_unsent_words_are_nothing_to_somebody_without_an_account():
    Draft.objects.create(owner=UserFactory(), revision=1, saved_at=AT, **FIELDS)
    system = Actor.system("test", on=TODAY)
    assert allows("drafts.draft.write", system) is False
    assert list(Draft.objects.visible_to(system)) == []


def test_unsent_words_permission_does_not_reach_other_things():
    assert allows("drafts.draft.write", actor_of(), PersonFactory()) is False
