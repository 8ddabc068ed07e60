from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from academy.engines.drafts.models import Draft, ParkedPost
from academy.engines.drafts.services.drafts import Sent, save
from academy.engines.drafts.services.expiry import expire
from academy.engines.drafts.services.parked import LatePost, park
from academy.engines.drafts.tasks import expire_drafts
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
LAST_DAY = date(2027, 5, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def left_words():
    owner = UserFactory()
    save(owner=owner, form="sample.form", key="1", sent=Sent(0, payload={"text": ["Draft"]}), at=AT)
    park(owner_id=owner.pk, post=LatePost("sample.form", "1", path="/", payload={"a": ["b"]}, had_files=False), at=AT)


@pytest.mark.parametrize(("on", "gone", "left"), [(LAST_DAY, 0, 1), (LAST_DAY + timedelta(days=1), 2, 0)])
def test_expire_on_a_day_forgets_what_was_kept_to_the_day_before(left_words, on, gone, left):
    assert expire(on=on) == gone
    assert (Draft.objects.count(), ParkedPost.objects.count()) == (left, left)


def test_expire_twice_finds_nothing_the_second_time(left_words):
    expire(on=LAST_DAY + timedelta(days=1))
    assert expire(on=LAST_DAY + timedelta(days=1)) == 0


def test_expire_drafts_task_goes_by_the_local_day(left_words):
    with time_machine.travel(datetime(2027, 5, 16, 23, 30, tzinfo=UTC), tick=False):  # the 17th in London already
        assert expire_drafts() == 2
