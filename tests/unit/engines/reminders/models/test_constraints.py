import pytest
from django.db import IntegrityError

from tests.factories.identity import PersonFactory
from tests.factories.reminders import AT, DigestFactory, PreferencesFactory, ReminderFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": ""}, "reminder_has_kind"),
        ({"status": "lost", "decided_at": AT}, "reminder_status_known"),
        ({"status": "told", "decided_at": AT}, "reminder_told_in_a_digest"),
        ({"told": True, "status": "withdrawn"}, "reminder_told_in_a_digest"),
        ({"decided_at": AT}, "reminder_decided_at_a_time"),
        ({"status": "withdrawn"}, "reminder_decided_at_a_time"),
    ],
)
def test_reminder_against_a_constraint_is_refused(values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        ReminderFactory(**values)


def test_same_reminder_is_in_the_ledger_once():
    first = ReminderFactory()
    same = {"subject_id": first.subject_id, "recipient": first.recipient}
    ReminderFactory(**same, days=-7)

    with pytest.raises(IntegrityError, match=r"reminder_once|subject_id"):
        ReminderFactory(**same)


def test_person_has_one_digest_a_day():
    digest = DigestFactory()

    with pytest.raises(IntegrityError, match=r"digest_once_a_day|person_id"):
        DigestFactory(person=digest.person)


def test_person_has_one_set_of_preferences():
    person = PersonFactory()
    PreferencesFactory(person=person)

    with pytest.raises(IntegrityError, match="person_id"):
        PreferencesFactory(person=person)


def test_rows_say_what_they_are_without_a_name():
    person = PersonFactory()
    reminder = ReminderFactory(recipient=person, subject_id=7)

    assert str(reminder) == f"tests.thing 7, -14 days, to person {person.pk}"
    assert str(DigestFactory(person=person)) == f"digest of 2026-11-17 for person {person.pk}"
    assert str(PreferencesFactory(person=person)) == f"preferences of person {person.pk}"
