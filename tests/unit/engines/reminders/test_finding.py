from datetime import date, timedelta

import pytest

from academy.engines.reminders.deadlines import Found, Offset
from academy.engines.reminders.finding import note_due, still_found
from academy.engines.reminders.models import Reminder
from academy.people.models import Post, Registration
from academy.people.reminders.records import LINE_MANAGER
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.people import RegistrationFactory, staff_of
from tests.factories.reminders import AT, DUE_ON, deadline

pytestmark = pytest.mark.django_db
# The day on which something due on DUE_ON is reminded of 14 days before.
FIRST_DAY = DUE_ON - timedelta(days=14)


def ledger():
    return sorted(Reminder.objects.values_list("subject_id", "recipient_id", "due_on", "days", "status"))


def test_row_is_noted_with_everything_the_ledger_keeps(registered):
    registration = registered()

    assert note_due(on=TODAY, at=AT) == 1
    noted = Reminder.objects.get()
    assert (noted.kind, noted.subject_id, noted.about, noted.recipient) == (
        "tests.thing",
        registration.pk,
        registration.person,
        registration.person,
    )
    assert (noted.due_on, noted.days, noted.status, noted.found_at) == (DUE_ON, -14, "waiting", AT)
    assert (noted.decided_at, noted.digest) == (None, None)


def test_same_day_asked_again_notes_nothing_new(registered):
    registered()
    note_due(on=TODAY, at=AT)

    assert note_due(on=TODAY, at=AT + timedelta(hours=1)) == 0
    assert Reminder.objects.get().found_at == AT


@pytest.mark.parametrize(
    ("on", "noted"),
    [
        (FIRST_DAY - timedelta(days=1), 0),
        (FIRST_DAY, 1),
        (FIRST_DAY + timedelta(days=14), 1),
        (FIRST_DAY + timedelta(days=15), 0),
    ],
)
def test_reminder_is_noted_from_its_day_on_and_for_a_fortnight_of_silence(registered, on, noted):
    registered()

    assert note_due(on=on, at=AT) == noted


@pytest.mark.parametrize(
    ("due_on", "reminded_on"),
    [
        (date(2028, 3, 14), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 3, 17)),
        (date(2026, 11, 2), date(2026, 10, 19)),
    ],
)
def test_day_of_a_reminder_is_counted_in_whole_days(registered, due_on, reminded_on):
    registered(expires_on=due_on)

    assert note_due(on=reminded_on - timedelta(days=1), at=AT) == 0
    assert note_due(on=reminded_on, at=AT) == 1


def test_offset_after_the_day_is_noted_after_it(registered, declared):
    declared(deadline(Offset(7)))
    registered()

    assert note_due(on=DUE_ON + timedelta(days=6), at=AT) == 0
    assert note_due(on=DUE_ON + timedelta(days=7), at=AT) == 1


def test_later_offset_goes_to_its_other_recipient_too(registered, declared, here):
    declared(deadline(Offset(-14), Offset(-13, to=(LINE_MANAGER,))))
    chief = staff_of(here)
    registration = registered(line_manager=chief)

    note_due(on=FIRST_DAY + timedelta(days=1), at=AT)

    assert ledger() == sorted(
        [
            (registration.pk, registration.person_id, DUE_ON, -14, "waiting"),
            (registration.pk, chief.pk, DUE_ON, -13, "waiting"),
        ]
    )


def test_audience_that_is_nobody_is_not_reminded(registered, declared):
    declared(deadline(Offset(-14, to=(LINE_MANAGER,))))
    registered()

    assert note_due(on=TODAY, at=AT) == 0


def test_leaver_is_not_noted(registered):
    registration = registered()
    Post.objects.filter(person=registration.person).update(until_on=TODAY - timedelta(days=1))

    assert note_due(on=TODAY, at=AT) == 0


def test_somebody_who_never_belonged_is_not_noted():
    RegistrationFactory(person=PersonFactory(), expires_on=DUE_ON)

    assert note_due(on=TODAY, at=AT) == 0


def test_row_found_twice_in_one_statement_is_noted_once(registered, declared):
    def find(asked):
        both = Registration.objects.filter(person__posts__isnull=False)
        yield Found(rows=both, due=DUE_ON)

    declared(deadline(find=find))
    registration = registered()
    first = registration.person.posts.get()
    Post.objects.create(person=first.person, organisation=first.organisation, from_on=TODAY, is_primary=False)

    assert note_due(on=TODAY, at=AT) == 1


def test_finder_that_finds_nothing_at_all_notes_nothing(registered, declared):
    declared(deadline(find=lambda asked: [Found(rows=Registration.objects.none(), due="expires_on")]))
    registered()

    assert note_due(on=TODAY, at=AT) == 0


def test_withdrawn_row_that_is_found_again_waits_again(registered):
    registered()
    note_due(on=TODAY, at=AT)
    Reminder.objects.update(status="withdrawn", decided_at=AT)

    assert note_due(on=TODAY, at=AT) == 1
    assert Reminder.objects.values_list("status", "decided_at").get() == ("waiting", None)


@pytest.mark.parametrize("status", ["overtaken", "unwanted"])
def test_row_that_was_decided_stays_decided(registered, status):
    registered()
    note_due(on=TODAY, at=AT)
    Reminder.objects.update(status=status, decided_at=AT)

    assert note_due(on=TODAY, at=AT) == 0
    assert Reminder.objects.get().status == status


@pytest.mark.parametrize("count", [1, 3])
def test_noting_takes_one_statement_for_each_offset_whatever_the_number(
    count, registered, declared, django_assert_num_queries
):
    declared(deadline(Offset(-14), Offset(-7)))
    for _ in range(count):
        registered()

    with django_assert_num_queries(2):
        assert note_due(on=TODAY, at=AT) == count


class TestStillFound:
    def test_row_whose_deadline_stands_is_found_again(self, registered):
        registered()
        note_due(on=TODAY, at=AT)

        assert still_found(Reminder.objects.all(), on=TODAY) == {Reminder.objects.get().pk}

    def test_row_is_found_again_long_after_the_look_back(self, registered):
        registered()
        note_due(on=TODAY, at=AT)

        assert len(still_found(Reminder.objects.all(), on=TODAY + timedelta(days=60))) == 1

    def test_row_of_a_day_that_was_moved_is_not_found(self, registered):
        registration = registered()
        note_due(on=TODAY, at=AT)
        Registration.objects.filter(pk=registration.pk).update(expires_on=DUE_ON + timedelta(days=1))

        assert still_found(Reminder.objects.all(), on=TODAY) == set()

    def test_row_of_a_former_line_manager_is_not_found(self, registered, declared, here):
        declared(deadline(Offset(-14, to=(LINE_MANAGER,))))
        registration = registered(line_manager=staff_of(here))
        note_due(on=TODAY, at=AT)
        registration.person.posts.get().terms.update(line_manager=staff_of(here))

        assert still_found(Reminder.objects.all(), on=TODAY) == set()

    def test_row_of_a_kind_or_offset_no_longer_declared_is_not_found(self, registered, declared):
        registered()
        note_due(on=TODAY, at=AT)

        declared(deadline(Offset(-13)))
        assert still_found(Reminder.objects.all(), on=TODAY) == set()
        declared()
        assert still_found(Reminder.objects.all(), on=TODAY) == set()
