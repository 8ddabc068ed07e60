"""Digests made while no mail may go: each is in the inbox at once, and one mail says what is still true of them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from academy.engines.notify.models import Mail, Notice
from academy.engines.reminders.deadlines import Offset
from academy.engines.reminders.models import Digest
from academy.engines.reminders.services import digests
from academy.engines.reminders.sweeping import sweep
from tests.factories.identity import PersonFactory
from tests.factories.people import RegistrationFactory, staff_of
from tests.factories.reminders import PreferencesFactory, deadline

pytestmark = pytest.mark.django_db
SATURDAY = date(2026, 11, 21)
SUNDAY, MONDAY = SATURDAY + timedelta(days=1), SATURDAY + timedelta(days=2)
MAIL_GOES_AT = datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def person(here):
    return staff_of(here, person=PersonFactory())


def runs_out(person, day, *, regulator="swe"):
    """A registration of which its owner is reminded on that day."""
    return RegistrationFactory(person=person, regulator=regulator, expires_on=day + timedelta(days=14))


def swept(day, hour=1):
    at = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/London"))
    return sweep(on=day, at=at).sent


def waiting():
    """The mails that will go, by what they say: the numbers of the things in them."""
    return [
        (mail.due_at, [line.split()[1] for line in mail.text.splitlines() if line.startswith("Thing")])
        for mail in Mail.objects.filter(status="queued")
    ]


def test_digests_of_a_weekend_go_as_one_mail_on_monday(person):
    first, second = runs_out(person, SATURDAY), runs_out(person, SUNDAY, regulator="hcpc")

    assert [swept(day) for day in (SATURDAY, SUNDAY, MONDAY)] == [1, 1, 0]

    assert waiting() == [(MAIL_GOES_AT, [str(second.pk), str(first.pk)])]
    assert [notice.body.count("Thing") for notice in Notice.objects.all()] == [1, 1]
    assert list(Digest.objects.values_list("mail", flat=True)) == [Mail.objects.get(status="queued").pk] * 2


def test_three_digests_go_as_one_mail_too(person, declared):
    declared(deadline(), deadline(Offset(-13), key="tests.later"), deadline(Offset(-12), key="tests.last"))
    thing = runs_out(person, SATURDAY)

    assert [swept(day) for day in (SATURDAY, SUNDAY, MONDAY)] == [1, 1, 1]

    assert waiting() == [(MAIL_GOES_AT, [str(thing.pk)] * 3)]
    assert Mail.objects.filter(status="taken_back", text="").count() == 2


def test_what_was_done_at_the_weekend_is_not_in_the_mail(person):
    done = runs_out(person, SATURDAY)
    left = runs_out(person, SUNDAY, regulator="hcpc")
    swept(SATURDAY)
    done.delete()
    swept(SUNDAY)

    assert waiting() == [(MAIL_GOES_AT, [str(left.pk)])]


def test_thing_reminded_of_on_both_days_is_in_the_mail_once_with_its_latest_days(person, declared):
    declared(deadline(Offset(-14), Offset(-13)))
    runs_out(person, SATURDAY)
    swept(SATURDAY)
    swept(SUNDAY)

    [mail] = Mail.objects.filter(status="queued")
    assert (mail.subject, "13 days left" in mail.text, "14 days left" in mail.text) == (
        "1 thing has a date",
        True,
        False,
    )


def test_mail_of_saturday_goes_as_it_is_when_sunday_has_nothing_to_tell(person):
    thing = runs_out(person, SATURDAY)
    swept(SATURDAY)
    swept(SUNDAY)

    assert waiting() == [(MAIL_GOES_AT, [str(thing.pk)])]


def test_mail_a_worker_is_sending_is_left_to_it(person):
    runs_out(person, SATURDAY)
    second = runs_out(person, SUNDAY, regulator="hcpc")
    swept(SATURDAY)
    Mail.objects.update(status="claimed", claimed_at=MAIL_GOES_AT)
    swept(SUNDAY)

    assert waiting() == [(MAIL_GOES_AT, [str(second.pk)])]
    assert Mail.objects.filter(status="claimed").count() == 1


def test_mail_claimed_in_the_very_moment_is_left_to_its_worker(person, monkeypatch):
    runs_out(person, SATURDAY)
    second = runs_out(person, SUNDAY, regulator="hcpc")
    swept(SATURDAY)
    take_back = digests.take_back

    def late(**said):
        Mail.objects.update(status="claimed", claimed_at=MAIL_GOES_AT)
        return take_back(**said)

    monkeypatch.setattr(digests, "take_back", late)
    swept(SUNDAY)

    assert waiting() == [(MAIL_GOES_AT, [str(second.pk)])]
    assert Mail.objects.filter(status="claimed").exclude(text="").count() == 1


def test_mails_of_other_people_and_other_kinds_are_left_alone(person, here):
    other = staff_of(here, person=PersonFactory())
    for each in (person, other):
        runs_out(each, SATURDAY)
    swept(SATURDAY)
    Mail.objects.filter(person=other).update(kind="tests.other")
    runs_out(person, SUNDAY, regulator="hcpc")
    swept(SUNDAY)

    assert sorted(len(things) for _, things in waiting()) == [1, 2]


def test_who_wants_no_mail_any_more_keeps_the_one_on_its_way(person):
    thing = runs_out(person, SATURDAY)
    runs_out(person, SUNDAY, regulator="hcpc")
    swept(SATURDAY)
    PreferencesFactory(person=person, by_mail=False)
    swept(SUNDAY)

    assert waiting() == [(MAIL_GOES_AT, [str(thing.pk)])]
