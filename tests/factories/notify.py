"""Notices and mails for tests."""

from datetime import UTC, datetime

import factory

from academy.engines.notify.models import Mail, Notice
from tests.factories.identity import PersonFactory

WRITTEN_AT = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    person = factory.SubFactory(PersonFactory)
    kind = "tests.entry.shared"
    subject = factory.Sequence(lambda number: f"Notice {number}")
    body = "Please read it."
    created_at = WRITTEN_AT


class MailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Mail

    person = factory.SubFactory(PersonFactory)
    kind = "tests.entry.shared"
    address = factory.SelfAttribute("person.work_email")
    subject = "Something to read"
    text = "Please read it."
    message_id = factory.Sequence(lambda number: f"<{number}@portal.example>")
    queued_at = WRITTEN_AT
    due_at = WRITTEN_AT
