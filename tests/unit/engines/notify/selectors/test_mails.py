from datetime import UTC, datetime

import pytest

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.selectors import mails
from academy.engines.notify.selectors.mails import due_mail, failed_mail
from tests.factories.notify import MailFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("count", [1, 3])
def test_due_mail_is_found_in_one_query(count, django_assert_num_queries):
    due = [MailFactory().pk for _ in range(count)]

    with django_assert_num_queries(1):
        assert due_mail(AT) == due


def test_due_mail_is_no_more_than_one_run_manages(monkeypatch):
    monkeypatch.setattr(mails, "BATCH", 2)
    first, second, _ = (MailFactory().pk for _ in range(3))

    assert due_mail(AT) == [first, second]


def test_failed_mail_is_what_was_given_up():
    failed = MailFactory(status=MailStatus.FAILED)
    MailFactory()

    assert list(failed_mail()) == [failed]
