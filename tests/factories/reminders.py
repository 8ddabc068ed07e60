"""Reminders, digests and preferences for tests; `deadline` makes one that exists in tests only."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import factory

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told
from academy.engines.reminders.models import Digest, Reminder, ReminderPreferences
from academy.people.models import Registration
from academy.people.querysets import holds_on
from tests.factories.identity import TODAY, PersonFactory

# A Tuesday, at a time when mail may go.
AT = datetime(2026, 11, 17, 9, 0, tzinfo=ZoneInfo("Europe/London"))
DUE_ON = date(2026, 11, 30)


class DigestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Digest

    person = factory.SubFactory(PersonFactory)
    on = TODAY
    made_at = AT


class ReminderFactory(factory.django.DjangoModelFactory):
    """One that waits; `told=True` makes it one of a digest."""

    class Meta:
        model = Reminder

    class Params:
        told = factory.Trait(
            status="told",
            decided_at=AT,
            digest=factory.SubFactory(DigestFactory, person=factory.SelfAttribute("..recipient")),
        )

    kind = "tests.thing"
    subject_id = factory.Sequence(lambda number: number + 1)
    recipient = factory.SubFactory(PersonFactory)
    about = factory.SelfAttribute("recipient")
    due_on = DUE_ON
    days = -14
    found_at = AT


class PreferencesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReminderPreferences

    person = factory.SubFactory(PersonFactory)
    changed_at = AT


def registrations(asked: Asked) -> Iterable[Found]:
    """Finds every registration that is held, by the day it runs out."""
    return [Found(rows=Registration.objects.filter(holds_on(asked.on)), due="expires_on")]


def deadline(
    *offsets: Offset,
    key: str = "tests.thing",
    find: Callable[[Asked], Iterable[Found]] = registrations,
    **said: Any,
) -> Deadline:
    """A deadline of registrations that is reminded of 14 days before, unless something else is said."""
    return Deadline(key=key, title="A thing", find=find, offsets=offsets or (Offset(-14),), line=_line, **said)


def _line(told: Told) -> Line:
    whose = "yours" if told.is_own else told.about.full_name
    return Line(f"Thing {told.subject_id} of {whose}, {told.days_left} days left.", f"/things/{told.subject_id}/")
