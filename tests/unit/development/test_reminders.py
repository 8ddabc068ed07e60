"""The end of an empty stretch: when it is reminded of (S2-84), and in which words."""

from datetime import date, timedelta

import pytest

from academy.development.reminders import STRETCH
from academy.engines.notify.models import Notice
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from tests.factories.development import EntryFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db
ENDS = date(2026, 12, 6)


@pytest.fixture
def worker():
    person = staff_of(OrganisationFactory())
    account_of(person)
    return person


@pytest.mark.parametrize(
    ("days_left", "offsets"), [(29, []), (28, [-28]), (14, [-28]), (13, []), (7, [-7]), (0, [-7]), (-1, [])]
)
def test_empty_stretch_is_reminded_of_28_and_7_days_before_its_end(worker, days_left, offsets):
    note_due(on=ENDS - timedelta(days=days_left), at=AT)

    assert list(Reminder.objects.values_list("days", flat=True)) == offsets


def test_reminder_says_when_it_ends_and_leads_to_a_new_entry(worker):
    sweep(on=ENDS - timedelta(days=7), at=AT)

    notice = Notice.objects.get(person=worker)
    assert notice.body.startswith(
        "Nothing is kept yet in your present stretch. It ends on 6 December, in 7 days. A small, true piece is enough."
    )
    assert notice.url == "/cpd/new/"


def test_entry_kept_between_noting_and_telling_is_answer_enough(worker):
    on = ENDS - timedelta(days=7)
    note_due(on=on, at=AT)
    EntryFactory(author=worker, started_on=on)

    assert sweep(on=on, at=AT).sent == 0
    assert Reminder.objects.get().status == "withdrawn"


def test_entry_withdrawn_again_brings_the_reminder_back(worker):
    on = ENDS - timedelta(days=7)
    note_due(on=on, at=AT)
    entry = EntryFactory(author=worker, started_on=on)
    sweep(on=on, at=AT)
    entry.delete()

    assert sweep(on=on, at=AT + timedelta(hours=1)).sent == 1


def test_empty_stretch_may_be_turned_off():
    assert STRETCH.is_optional is True
