from dataclasses import replace
from datetime import time

import pytest

from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reminders.models import ReminderPreferences
from academy.engines.reminders.rules.quiet import QuietHours
from academy.engines.reminders.selectors.preferences import preferences_of, preferences_of_all
from academy.engines.reminders.services.preferences import Wishes, keep_preferences
from tests.factories.identity import PersonFactory, UserFactory, actor_of
from tests.factories.people import TODAY
from tests.factories.reminders import AT, PreferencesFactory, deadline

pytestmark = pytest.mark.django_db
WISHES = Wishes(
    by_mail=False,
    quiet_from=time(18, 0),
    quiet_until=time(9, 0),
    quiet_at_weekends=False,
    pauses_when_away=False,
    off=["tests.optional"],
)


@pytest.fixture(autouse=True)
def _kinds(declared):
    declared(deadline(), deadline(key="tests.optional", is_optional=True))


@pytest.fixture
def by():
    return actor_of()


def test_kept_preferences_are_what_was_wished(by):
    kept = keep_preferences(wishes=WISHES, by=by, at=AT)

    kept.refresh_from_db()
    assert (kept.person_id, kept.by_mail, kept.pauses_when_away, kept.off, kept.changed_at) == (
        by.person_id,
        False,
        False,
        ["tests.optional"],
        AT,
    )
    assert kept.quiet == QuietHours(time(18, 0), time(9, 0), at_weekends=False)


def test_event_names_the_fields_and_not_the_wishes(by):
    keep_preferences(wishes=WISHES, by=by, at=AT)

    event = Event.objects.get()
    assert (event.act, event.about_id) == ("reminders.preferences.keep", by.person_id)
    assert event.changed == [
        "by_mail",
        "off",
        "pauses_when_away",
        "quiet_at_weekends",
        "quiet_from",
        "quiet_until",
    ]


def test_preferences_kept_again_replace_the_first(by):
    keep_preferences(wishes=WISHES, by=by, at=AT)
    keep_preferences(wishes=replace(WISHES, by_mail=True, off=[]), by=by, at=AT)

    assert ReminderPreferences.objects.values_list("by_mail", "off").get() == (True, [])


@pytest.mark.parametrize("key", ["tests.thing", "tests.unknown"])
def test_what_must_be_told_cannot_be_turned_off(by, key):
    with pytest.raises(Refused, match="cannot be turned off") as refused:
        keep_preferences(wishes=replace(WISHES, off=[key]), by=by, at=AT)

    assert refused.value.field == "wanted"
    assert ReminderPreferences.objects.count() == 0


def test_account_without_a_record_has_no_preferences():
    stranger = actor_for(user=UserFactory(person=None), on=TODAY)

    with pytest.raises(Refused, match="Only somebody with a record is reminded"):
        keep_preferences(wishes=WISHES, by=stranger, at=AT)


def test_preferences_of_somebody_who_set_none_are_the_defaults():
    person = PersonFactory()

    held = preferences_of(person.pk)

    assert (held.pk, held.by_mail, held.pauses_when_away, held.off) == (None, True, True, [])
    assert held.quiet == QuietHours(time(19, 0), time(7, 30), at_weekends=True)


def test_preferences_of_many_are_found_in_one_query(django_assert_num_queries):
    first, second = PersonFactory(), PersonFactory()
    PreferencesFactory(person=first, by_mail=False)

    with django_assert_num_queries(1):
        held = preferences_of_all([first.pk, second.pk])

    assert {pk: each.by_mail for pk, each in held.items()} == {first.pk: False, second.pk: True}
    assert preferences_of(first.pk).by_mail is False
