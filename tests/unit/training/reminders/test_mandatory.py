from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from academy.engines.notify.models import Mail, Notice
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.models import Reminder
from academy.engines.reminders.sweeping import sweep
from academy.training.choices import EventState
from tests.factories.completions import CompletionFactory, matrix_of
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.factories.reminders import AT
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
ENDS = date(2027, 3, 1)
YEARLY = {"code": "law", "requires": {"course": {"code": "law", "within_months": 12}}}


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def law(council):
    return CourseFactory(organisation=council, code="law", title="Legal framework")


@pytest.fixture
def her(council):
    return staff_of(council)


def done(law, her, **values):
    return CompletionFactory(course=law, organisation=law.organisation, person=her, **{"valid_until": ENDS, **values})


def noted(on):
    note_due(on=on, at=NOW)
    rows = Reminder.objects.filter(kind="training.mandatory").order_by("due_on", "days")
    return list(rows.values_list("recipient_id", "due_on", "days"))


@pytest.mark.parametrize(("days", "number"), [(91, 0), (90, 1), (30, 1), (7, 1), (1, 1), (0, 1)])
def test_she_hears_three_months_a_month_and_a_week_before_it_runs_out(council, law, her, days, number):
    matrix_of(council, {"code": "law"})
    done(law, her)
    account_of(her)

    sweep(on=ENDS - timedelta(days=days), at=AT)

    said = {"body__contains": "Mandatory training: “Legal framework” runs out on 1 March"}
    assert Notice.objects.filter(person=her, **said).count() == number
    mails = [mail.text.count("“Legal framework” runs out on 1 March") for mail in Mail.objects.filter(person=her)]
    assert sum(mails) == number


def test_what_ran_out_while_the_portal_was_down_is_told_in_the_past(council, law, her):
    matrix_of(council, {"code": "law"})
    done(law, her)
    account_of(her)

    sweep(on=ENDS + timedelta(days=2), at=AT)

    assert "“Legal framework” ran out on 1 March, 2 days ago." in Notice.objects.get(person=her).body


def test_nobody_hears_of_what_no_matrix_asks_of_her(council, law, her):
    matrix_of(council, {"code": "law", "audiences": [{"who": "providers"}]}, {"code": "moving"})
    done(law, her)
    done(law, staff_of(OrganisationFactory()))

    assert noted(ENDS - timedelta(days=7)) == []


@pytest.mark.parametrize(
    ("completed_on", "valid_until", "due_on"),
    [
        (date(2026, 3, 1), None, ENDS),
        (date(2026, 3, 1), date(2028, 1, 1), ENDS),
        (date(2026, 6, 1), ENDS, ENDS),
        # it counts no longer than the twelve months of the matrix, so it ran out long before its own last day
        (date(2025, 12, 1), ENDS, None),
    ],
)
def test_months_of_the_matrix_count_beside_its_own_last_day(council, law, her, completed_on, valid_until, due_on):
    matrix_of(council, YEARLY)
    done(law, her, completed_on=completed_on, valid_until=valid_until)

    assert noted(ENDS - timedelta(days=7)) == ([(her.pk, due_on, -7)] if due_on else [])


def test_who_has_done_it_again_or_booked_it_hears_nothing(council, law, her):
    matrix_of(council, {"code": "law"})
    done(law, her)
    done(law, her, completed_on=date(2026, 11, 16), valid_until=date(2027, 11, 16))
    booked = staff_of(council)
    done(law, booked)
    on_the_list(event_of(council, course=law), person=booked)
    waits = staff_of(council)
    done(law, waits)
    on_the_list(event_of(council, course=law), person=waits, waiting=True)
    cancelled = event_of(council, course=law, state=EventState.CANCELLED, cancelled_because="Too few.")
    left = staff_of(council)
    done(law, left)
    on_the_list(cancelled, person=left)

    assert {recipient for recipient, _, _ in noted(ENDS - timedelta(days=90))} == {waits.pk, left.pk}


def test_completion_taken_back_counts_for_nothing(council, law, her):
    matrix_of(council, {"code": "law"})
    done(law, her, withdrawn_at=NOW, withdrawn_because="Another person's.")

    assert noted(ENDS - timedelta(days=7)) == []


def queries_of(on):
    with CaptureQueriesContext(connection) as asked:
        note_due(on=on, at=NOW)
    return len(asked)


def test_sweep_asks_as_often_for_three_people_as_for_one(council, law, her):
    matrix_of(council, YEARLY)
    done(law, her)
    one = queries_of(ENDS - timedelta(days=7))
    for _ in range(2):
        done(law, staff_of(council))

    assert queries_of(ENDS - timedelta(days=7)) == one
    assert Reminder.objects.filter(kind="training.mandatory", days=-7).count() == 3
