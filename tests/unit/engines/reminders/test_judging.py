from datetime import date, timedelta

import pytest

from academy.engines.reminders import judging
from academy.engines.reminders.deadlines import Offset
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.judging import due_digests
from academy.engines.reminders.models import Reminder
from academy.people.models import Absence, Post, Registration
from academy.people.reminders.records import LINE_MANAGER
from tests.factories.identity import TODAY
from tests.factories.people import AbsenceFactory, staff_of
from tests.factories.reminders import AT, DUE_ON, DigestFactory, PreferencesFactory, deadline

pytestmark = pytest.mark.django_db
THREE = (Offset(-14), Offset(-7), Offset(0))


def told(on=TODAY):
    """Who would be told of which offsets on the day, after everything due was noted."""
    note_due(on=on, at=AT)
    return [(due.person.pk, [row.days for row in due.reminders]) for due in due_digests(on=on, at=AT)]


def statuses():
    return dict(Reminder.objects.values_list("days", "status"))


def test_person_with_something_due_is_to_hear_it(registered):
    person = registered().person

    assert told() == [(person.pk, [-14])]


def test_person_with_nothing_due_hears_nothing(registered):
    registered(expires_on=TODAY + timedelta(days=15))

    assert told() == []


def test_everything_one_person_is_to_hear_is_one_digest_soonest_first(registered, declared):
    chief = registered(expires_on=DUE_ON).person
    registered(expires_on=DUE_ON - timedelta(days=2), line_manager=chief)
    registered(expires_on=DUE_ON - timedelta(days=1), line_manager=chief)

    declared(deadline(Offset(-14), Offset(-13, to=(LINE_MANAGER,))))
    note_due(on=TODAY, at=AT)

    digest = next(due for due in due_digests(on=TODAY, at=AT) if due.person == chief)
    assert [(row.due_on, row.about == chief) for row in digest.reminders] == [
        (date(2026, 11, 28), False),
        (date(2026, 11, 29), False),
        (DUE_ON, True),
    ]
    assert digest.kinds == ["tests.thing"] * 3


def test_missed_days_tell_only_the_latest_offset_and_note_the_others(registered, declared):
    declared(deadline(*THREE))
    person = registered(expires_on=TODAY + timedelta(days=3)).person

    assert told() == [(person.pk, [-7])]
    assert statuses() == {-14: "overtaken", -7: "waiting"}


def test_deadline_met_before_the_digest_is_not_told(registered):
    registration = registered()
    note_due(on=TODAY, at=AT)
    Registration.objects.filter(pk=registration.pk).update(until_on=TODAY - timedelta(days=1))

    assert list(due_digests(on=TODAY, at=AT)) == []
    assert Reminder.objects.values_list("status", "decided_at").get() == ("withdrawn", AT)


def test_moved_day_moves_its_reminder(registered):
    registration = registered()
    note_due(on=TODAY, at=AT)
    later = DUE_ON + timedelta(days=30)
    Registration.objects.filter(pk=registration.pk).update(expires_on=later)

    assert told() == []
    assert told(on=later - timedelta(days=14)) == [(registration.person_id, [-14])]
    assert dict(Reminder.objects.values_list("due_on", "status")) == {DUE_ON: "withdrawn", later: "waiting"}


def test_day_moved_there_and_back_is_told(registered):
    registration = registered()
    note_due(on=TODAY, at=AT)
    Registration.objects.filter(pk=registration.pk).update(expires_on=DUE_ON + timedelta(days=30))
    assert told() == []
    Registration.objects.filter(pk=registration.pk).update(expires_on=DUE_ON)

    assert told() == [(registration.person_id, [-14])]


def test_who_left_after_it_was_noted_hears_nothing(registered):
    registration = registered()
    note_due(on=TODAY, at=AT)
    Post.objects.filter(person=registration.person).update(until_on=TODAY - timedelta(days=1))

    assert list(due_digests(on=TODAY, at=AT)) == []
    assert statuses() == {-14: "withdrawn"}


def test_manager_who_left_hears_nothing_of_others(registered, declared, here):
    declared(deadline(Offset(-14, to=(LINE_MANAGER,))))
    chief = staff_of(here)
    registered(line_manager=chief)
    note_due(on=TODAY, at=AT)
    Post.objects.filter(person=chief).update(until_on=TODAY - timedelta(days=1))

    assert list(due_digests(on=TODAY, at=AT)) == []
    assert statuses() == {-14: "withdrawn"}


def test_digest_of_the_day_that_was_sent_leaves_the_rest_for_tomorrow(registered):
    person = registered().person
    DigestFactory(person=person)

    assert told() == []
    assert told(on=TODAY + timedelta(days=1)) == [(person.pk, [-14])]


class TestAway:
    def test_who_is_away_hears_it_on_her_return(self, registered):
        person = registered().person
        AbsenceFactory(person=person, from_on=TODAY - timedelta(days=5), until_on=TODAY + timedelta(days=20))

        assert told() == []
        assert told(on=TODAY + timedelta(days=20)) == []
        assert told(on=TODAY + timedelta(days=21)) == [(person.pk, [-14])]

    def test_returned_hears_only_what_still_counts_and_only_the_latest(self, registered, declared):
        declared(deadline(*THREE))
        first, second = registered(), registered()
        for each in (first, second):
            AbsenceFactory(person=each.person, until_on=DUE_ON - timedelta(days=1))
        for day in range(14):
            assert told(on=DUE_ON - timedelta(days=14 - day)) == []
        Registration.objects.filter(pk=first.pk).update(until_on=TODAY)

        assert told(on=DUE_ON) == [(second.person_id, [0])]

    def test_absence_without_an_end_holds_everything(self, registered):
        person = registered().person
        AbsenceFactory(person=person, from_on=TODAY, until_on=None)

        assert told() == []
        assert told(on=TODAY + timedelta(days=14)) == []
        Absence.objects.update(until_on=TODAY + timedelta(days=14))
        assert told(on=TODAY + timedelta(days=15)) == [(person.pk, [-14])]

    def test_who_does_not_want_a_pause_hears_it_at_once(self, registered):
        person = registered().person
        PreferencesFactory(person=person, pauses_when_away=False)
        AbsenceFactory(person=person, from_on=TODAY, until_on=DUE_ON)

        assert told() == [(person.pk, [-14])]


def test_kind_that_was_turned_off_is_noted_and_not_told(registered):
    person = registered().person
    PreferencesFactory(person=person, off=["tests.thing"])

    assert told() == []
    assert statuses() == {-14: "unwanted"}


def test_people_beyond_a_batch_are_told_too(registered, monkeypatch):
    monkeypatch.setattr(judging, "BATCH", 2)
    people = [registered().person.pk for _ in range(5)]

    assert told() == [(pk, [-14]) for pk in people]


@pytest.mark.parametrize("count", [1, 3])
def test_batch_takes_as_many_queries_for_one_person_as_for_three(count, registered, django_assert_num_queries):
    for _ in range(count):
        registered()
    note_due(on=TODAY, at=AT)

    with django_assert_num_queries(6):
        assert len(list(due_digests(on=TODAY, at=AT))) == count
