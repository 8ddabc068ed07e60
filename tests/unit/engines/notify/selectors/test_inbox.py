from datetime import timedelta

import pytest

from academy.engines.access.permissions import allows
from academy.engines.notify.selectors.inbox import inbox
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of
from tests.factories.notify import WRITTEN_AT, NoticeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_inbox_is_ones_own_newest_first_in_one_query(count, django_assert_num_queries):
    person = PersonFactory()
    mine = [NoticeFactory(person=person, created_at=WRITTEN_AT + timedelta(hours=hours)) for hours in range(count)]
    NoticeFactory()

    with django_assert_num_queries(1):
        seen = list(inbox(actor_of(person)))

    assert seen == list(reversed(mine))


def test_actor_without_a_person_has_no_inbox():
    NoticeFactory()
    portal = Actor.system("mail", on=TODAY)

    assert list(inbox(portal)) == []


def test_permission_and_visibility_of_a_notice_agree():
    notice = NoticeFactory()
    owner, other, portal = actor_of(notice.person), actor_of(), Actor.system("mail", on=TODAY)

    for actor, held in ((owner, True), (other, False), (portal, False)):
        assert allows("notify.notice.read", actor, notice) is held
        assert inbox(actor).filter(pk=notice.pk).exists() is held
    assert allows("notify.notice.read", owner, notice.person) is False
