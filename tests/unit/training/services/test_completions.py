from datetime import date
from decimal import Decimal

import pytest

from academy.development.models import Entry
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.training.choices import MOST_NOTE, BookingState
from academy.training.models import Booking, Completion, EventTeaching
from academy.training.services.completions import note, record_attendance, withdraw
from tests.factories.completions import HELD_ON, CompletionFactory, attended_by
from tests.factories.development import framework
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def her(council):
    return staff_of(council)


@pytest.fixture
def academy(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def course(council):
    return CourseFactory(organisation=council, title="Safeguarding Adults", valid_months=12)


def mark(booking, state):
    Booking.objects.filter(pk=booking.pk).update(state=state)
    booking.refresh_from_db()
    return booking


def test_attendance_makes_a_completion_that_counts_as_the_course_says(council, her, academy, course):
    booking = attended_by(her, course=course)

    completion = record_attendance(booking=booking, by=academy, at=NOW)

    assert (completion.person, completion.organisation, completion.course) == (her, council, course)
    assert (completion.completed_on, completion.valid_until) == (HELD_ON, date(2027, 11, 10))
    assert (completion.source, completion.booking, completion.noted_by_id, completion.noted_at) == (
        "attendance",
        booking,
        academy.person_id,
        NOW,
    )


def test_attendance_lays_a_draft_into_her_log(council, her, academy, course):
    [statement] = framework(lines=1)
    course.statements.add(statement)

    record_attendance(booking=attended_by(her, course=course), by=academy, at=NOW)

    draft = Entry.objects.get(author=her)
    assert (draft.state, draft.kind, draft.way, draft.title) == ("draft", "course", "formal", "Safeguarding Adults")
    assert (draft.started_on, draft.ended_on, draft.hours) == (HELD_ON, None, Decimal("7.00"))
    assert list(draft.statements.all()) == [statement]


def test_event_with_a_title_of_its_own_names_the_draft(her, academy, course):
    record_attendance(booking=attended_by(her, course=course, title="Forum in spring"), by=academy, at=NOW)

    assert Entry.objects.get(author=her).title == "Forum in spring"


def test_who_was_there_in_part_has_a_draft_and_no_completion(her, academy, course):
    booking = attended_by(her, course=course, state=BookingState.PART)

    assert record_attendance(booking=booking, by=academy, at=NOW) is None
    assert (Completion.objects.count(), Entry.objects.filter(author=her).count()) == (0, 1)


def test_who_did_not_come_has_neither(her, academy, course):
    booking = attended_by(her, course=course, state=BookingState.NO_SHOW)

    assert record_attendance(booking=booking, by=academy, at=NOW) is None
    assert (Completion.objects.count(), Entry.objects.count()) == (0, 0)


def test_recorded_twice_it_is_one_completion_and_one_draft(her, academy, course):
    booking = attended_by(her, course=course)

    first = record_attendance(booking=booking, by=academy, at=NOW)

    assert record_attendance(booking=booking, by=academy, at=NOW) == first
    assert (Completion.objects.count(), Entry.objects.count()) == (1, 1)


def test_corrected_attendance_takes_the_completion_back_and_brings_it_again(her, academy, course):
    booking = attended_by(her, course=course)
    made = record_attendance(booking=booking, by=academy, at=NOW)

    assert record_attendance(booking=mark(booking, BookingState.NO_SHOW), by=academy, at=NOW) is None
    made.refresh_from_db()
    assert (made.withdrawn_at, made.withdrawn_because) == (NOW, "The attendance was corrected.")
    assert record_attendance(booking=booking, by=academy, at=NOW) is None

    again = record_attendance(booking=mark(booking, BookingState.ATTENDED), by=academy, at=NOW)
    assert (again.pk, again.withdrawn_at, again.withdrawn_because) == (made.pk, None, "")


def test_completion_the_academy_took_back_is_not_brought_again_by_attendance(her, academy, course):
    booking = attended_by(her, course=course)
    made = record_attendance(booking=booking, by=academy, at=NOW)
    withdraw(completion=made, reason="She left at noon.", by=academy, at=NOW)

    assert record_attendance(booking=booking, by=academy, at=NOW) is None
    made.refresh_from_db()
    assert made.withdrawn_because == "She left at noon."


def test_attendance_is_recorded_by_the_host_or_who_teaches_it_only(council, her, course):
    booking = attended_by(her, course=course)
    tutor = staff_of(council)
    EventTeaching.objects.create(event=booking.event, person=tutor)

    with pytest.raises(Refused, match="Attendance is kept by the academy that holds the event"):
        record_attendance(booking=booking, by=as_actor(her), at=NOW)

    assert Completion.objects.count() == 0
    assert record_attendance(booking=booking, by=as_actor(tutor), at=NOW).noted_by == tutor


def test_attendance_is_audited_once_with_the_draft_below_it(her, academy, course):
    record_attendance(booking=attended_by(her, course=course), by=academy, at=NOW)

    attended, offered = Event.objects.filter(act__in=["training.completion.attend", "development.entry.offer"])
    if attended.act != "training.completion.attend":
        attended, offered = offered, attended
    assert (attended.about_id, offered.about_id, offered.parent) == (her.pk, her.pk, attended.uid)


def test_academy_notes_what_somebody_finished_elsewhere(council, her, academy, course):
    made = note(person=her, course=course, completed_on=date(2024, 2, 29), by=academy, at=NOW)

    assert (made.person, made.organisation, made.source, made.noted_by_id) == (her, council, "noted", academy.person_id)
    assert (made.completed_on, made.valid_until) == (date(2024, 2, 29), date(2025, 2, 28))


@pytest.mark.parametrize("day", [date(2026, 11, 18), date(1066, 10, 14)])
def test_impossible_days_are_refused_at_the_field(her, academy, course, day):
    with pytest.raises(Refused) as refused:
        note(person=her, course=course, completed_on=day, by=academy, at=NOW)

    assert (refused.value.field, Completion.objects.count()) == ("completed_on", 0)


def test_same_completion_is_not_noted_twice_unless_the_first_was_taken_back(her, academy, course):
    first = note(person=her, course=course, completed_on=HELD_ON, by=academy, at=NOW)
    with pytest.raises(Refused, match="for the same day"):
        note(person=her, course=course, completed_on=HELD_ON, by=academy, at=NOW)

    withdraw(completion=first, reason="Another person.", by=academy, at=NOW)

    assert note(person=her, course=course, completed_on=HELD_ON, by=academy, at=NOW).pk != first.pk


def test_nobody_but_her_academy_notes(council, her, course):
    stranger = as_actor(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()))

    for by in (as_actor(her), as_actor(staff_of(council)), stranger):
        with pytest.raises(Refused, match="Only the academy of her organisation"):
            note(person=her, course=course, completed_on=HELD_ON, by=by, at=NOW)


def test_completion_is_taken_back_with_a_reason_and_stays(council, academy):
    held = CompletionFactory(organisation=council)

    taken = withdraw(completion=held, reason="  It was her namesake. ", by=academy, at=NOW)

    assert (taken.withdrawn_at, taken.withdrawn_because) == (NOW, "It was her namesake.")
    assert Completion.objects.get() == held
    with pytest.raises(Refused, match="taken back already"):
        withdraw(completion=held, reason="Again.", by=academy, at=NOW)


@pytest.mark.parametrize("reason", ["", "   ", "x" * (MOST_NOTE + 1)])
def test_taking_back_needs_a_reason_that_fits(council, academy, reason):
    with pytest.raises(Refused) as refused:
        withdraw(completion=CompletionFactory(organisation=council), reason=reason, by=academy, at=NOW)

    assert refused.value.field == "reason"


def test_nobody_but_its_academy_takes_back(council, her, academy):
    elsewhere = CompletionFactory(person=her)

    for completion, by in ((elsewhere, academy), (CompletionFactory(person=her, organisation=council), as_actor(her))):
        with pytest.raises(Refused, match="Only the academy takes back"):
            withdraw(completion=completion, reason="No.", by=by, at=NOW)
