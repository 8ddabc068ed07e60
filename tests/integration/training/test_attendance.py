"""The attendance sheet on a phone, without script: one press for each person."""

import pytest
import time_machine
from django.urls import reverse

from academy.training.choices import BookingState, Mark
from academy.training.models import AttendanceMark, EventTeaching
from tests.factories.events import DURING, event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import staff_of
from tests.factories.training import TrainingEventFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
SHEET = 6


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(DURING, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def event(council):
    return event_of(council, title="Mental Capacity Act")


@pytest.fixture
def teacher(council, event):
    person = staff_of(council)
    EventTeaching.objects.create(event=event, person=person)
    return window_of(person)


def sheet(event):
    return reverse("training:attendance", args=[event.pk])


def press(window, booking, given, *, day=None, **kwargs):
    data = {"mark": given, "day": (day or booking.event.days.first()).pk}
    return window.post(reverse("training:mark", args=[booking.pk]), data, **kwargs)


def test_press_is_kept_and_leads_back_to_the_person(event, teacher):
    booking = on_the_list(event, access_needs="Large print")
    assert "Needs: Large print" in shown(teacher.get(sheet(event)))

    response = press(teacher, booking, "late")

    day = event.days.get()
    assert (response.status_code, response["Location"]) == (302, f"{sheet(event)}?day={day.pk}#b{booking.pk}")
    assert AttendanceMark.objects.get().mark == Mark.LATE
    page = shown(teacher.get(sheet(event)))
    assert ("1 of 1 marked" in page, page.count('aria-pressed="true"')) == (True, 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [({"mark": "asleep"}, "Choose one of the four marks."), ({"day": "x"}, "Choose a day of this event.")],
)
def test_press_that_was_tampered_with_is_answered_with_a_sentence(event, teacher, data, sentence):
    booking = on_the_list(event)
    good = {"mark": "present", "day": event.days.get().pk}

    response = teacher.post(reverse("training:mark", args=[booking.pk]), good | data, follow=True)

    assert (sentence in shown(response), AttendanceMark.objects.count()) == (True, 0)


def test_everybody_else_was_there_then_the_sheet_is_closed(event, teacher):
    absent, came = on_the_list(event), on_the_list(event)
    press(teacher, absent, "absent")
    day = {"day": event.days.get().pk}

    teacher.post(reverse("training:mark-rest", args=[event.pk]), day)
    page = shown(teacher.post(reverse("training:close-sheet", args=[event.pk]), day, follow=True))

    absent.refresh_from_db()
    came.refresh_from_db()
    assert (absent.state, came.state) == (BookingState.NO_SHOW, BookingState.ATTENDED)
    assert ("The sheet is closed. A corrected mark counts at once." in page, "Close the sheet" in page) == (True, False)


def test_sheet_with_somebody_unmarked_is_not_closed(event, teacher):
    on_the_list(event)

    page = shown(teacher.post(reverse("training:close-sheet", args=[event.pk]), follow=True))

    assert "Mark everybody first. Still without a mark: 1 on 8 December 2026." in page


def test_sheet_of_several_days_opens_with_today(council):
    event = event_of(council, days=2)
    person = staff_of(council)
    EventTeaching.objects.create(event=event, person=person)
    on_the_list(event)
    first, second = event.days.all()
    window = window_of(person)

    assert f'name="day" value="{first.pk}"' in shown(window.get(sheet(event)))
    assert f'name="day" value="{second.pk}"' in shown(window.get(sheet(event), {"day": second.pk}))
    assert f'name="day" value="{first.pk}"' in shown(window.get(sheet(event), {"day": "99999999999999999999"}))


def test_event_without_a_day_has_no_sheet(council):
    event = TrainingEventFactory(course__organisation=council)
    person = staff_of(council)
    EventTeaching.objects.create(event=event, person=person)

    assert "This event has no day yet." in shown(window_of(person).get(sheet(event)))


def test_colleague_sees_no_sheet_and_no_name(council, event):
    booking = on_the_list(event)
    window = window_of(staff_of(council))

    response = window.get(sheet(event))

    assert (response.status_code, booking.person.family_name in shown(response)) == (403, False)
    assert press(window, booking, "present").status_code == 404


def test_who_comes_marks_nobody_herself_included(council, event):
    booking = on_the_list(event)

    assert press(window_of(booking.person), booking, "present").status_code == 403
    assert AttendanceMark.objects.count() == 0


def test_open_sheet_waits_for_who_holds_the_event(event, teacher):
    assert "Mark attendance: Mental Capacity Act" in shown(teacher.get("/"))


@pytest.mark.parametrize("number", [1, 3])
def test_sheet_asks_the_database_as_often_however_many_come(event, teacher, number):
    for _ in range(number):
        press(teacher, on_the_list(event), "present")

    assert own_queries(teacher, sheet(event)) == SHEET
