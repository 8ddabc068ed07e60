"""An event's page, booking, taking an offer, cancelling, one's bookings, the calendar file and booking for a team."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from academy.engines.notify.models import Mail
from academy.people.choices import RoleCode
from academy.training.choices import AudienceWho, BookingState, EventState
from academy.training.models import Booking, CourseAudience, EventTeaching
from tests.factories.events import event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.integration.training.windows import crumbs_in, own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
EVENT_PAGE = 10
OWN_BOOKINGS = 1


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def her(council):
    return staff_of(council)


@pytest.fixture
def event(council):
    return event_of(council, capacity=1, title="Mental Capacity Act", url="https://meet.example/room")


def at(name, *args):
    return reverse(f"training:{name}", args=args)


class TestEventPage:
    def test_free_event_says_when_where_and_how_many_places_are_left(self, event, her):
        page = shown(window_of(her).get(event.get_absolute_url()))

        for words in ("Tuesday 8 December 2026", "09:30 to 16:30", "Room 2, Civic Centre", "A place is free for you."):
            assert words in page
        assert "<strong>1</strong> of 1 left." in page
        assert "Cancelling is in time until 3 December 2026." in page
        assert ("Book a place" in page, "meet.example" in page, "Attendance sheet" in page) == (True, False, False)

    def test_full_event_offers_its_waiting_list_and_names_nobody(self, event, her):
        held = on_the_list(event)
        on_the_list(event, waiting=True)

        page = shown(window_of(her).get(event.get_absolute_url()))

        assert ("Join the waiting list" in page, "Book a place" in page) == (True, False)
        assert "<strong>0</strong> of 1 left, 1 waiting." in page
        assert held.person.family_name not in page

    def test_who_has_a_place_sees_the_link(self, event, her):
        on_the_list(event, person=her)

        page = shown(window_of(her).get(event.get_absolute_url()))

        assert ('href="https://meet.example/room"' in page, "Book a place" in page) == (True, False)

    def test_who_waits_sees_her_number(self, event, her):
        on_the_list(event)
        on_the_list(event, waiting=True, asked_at=NOW - timedelta(days=9))
        on_the_list(event, person=her, waiting=True)

        assert "You are number 2." in shown(window_of(her).get(event.get_absolute_url()))

    def test_cancelled_event_says_why(self, event, her):
        type(event).objects.update(state=EventState.CANCELLED, cancelled_because="The trainer is ill.")

        page = shown(window_of(her).get(event.get_absolute_url()))

        assert ("The trainer is ill." in page, "This event is cancelled." in page) == (True, True)

    def test_event_of_another_council_is_not_there(self, event):
        stranger = window_of(staff_of(OrganisationFactory()))

        answers = [stranger.get(at(name, event.pk)).status_code for name in ("event", "book", "attendance")]

        assert answers == [404, 404, 404]

    def test_way_back_leads_by_the_course(self, event, her):
        page = shown(window_of(her).get(event.get_absolute_url()))

        assert crumbs_in(page) == ["Training", event.course.title, "Mental Capacity Act"]

    def test_way_back_of_an_event_without_a_title_of_its_own_ends_with_its_day(self, council, her):
        event = event_of(council)

        page = shown(window_of(her).get(event.get_absolute_url()))

        assert crumbs_in(page) == ["Training", event.course.title, "8 December 2026"]

    def test_who_has_a_place_comes_back_to_her_bookings(self, event, her):
        on_the_list(event, person=her)

        page = shown(window_of(her).get(event.get_absolute_url()))

        assert crumbs_in(page) == ["My bookings", "Mental Capacity Act"]

    def test_who_holds_it_from_outside_reads_the_name_of_the_course_without_a_link(self, event):
        outsider = staff_of(OrganisationFactory())
        EventTeaching.objects.create(event=event, person=outsider)
        window = window_of(outsider)

        pages = [shown(window.get(url)) for url in (event.get_absolute_url(), at("attendance", event.pk))]

        assert [event.course.get_absolute_url() in page for page in pages] == [False, False]
        assert f'<p class="govuk-body">{event.course.title}</p>' in pages[0]
        assert [crumbs_in(page) for page in pages] == [
            ["Training", "Mental Capacity Act"],
            ["Training", "Mental Capacity Act", "Attendance"],
        ]

    def test_who_has_a_place_reads_the_event_of_a_council_she_left(self, event):
        gone = staff_of(OrganisationFactory())
        booking = on_the_list(event, person=gone)

        answers = [window_of(gone).get(thing.get_absolute_url()).status_code for thing in (booking, event)]

        assert answers == [200, 200]

    @pytest.mark.parametrize("number", [1, 3])
    def test_page_asks_the_database_as_often_however_many_come(self, event, her, number):
        for _ in range(number):
            on_the_list(event)
        on_the_list(event, person=her, waiting=True)

        assert own_queries(window_of(her), event.get_absolute_url()) == EVENT_PAGE


class TestBooking:
    def test_press_books_a_place_and_shows_it(self, event, her):
        response = window_of(her).post(at("book", event.pk), {"access_needs": "Large print"}, follow=True)

        booking = Booking.objects.get(person=her)
        assert (booking.state, booking.access_needs) == (BookingState.HELD, "Large print")
        assert response.redirect_chain == [(booking.get_absolute_url(), 302)]
        page = shown(response)
        assert ("Place held" in page, "Large print" in page, "Put it into your calendar" in page) == (True, True, True)

    def test_second_press_is_answered_with_a_sentence_and_keeps_what_was_written(self, event, her):
        window = window_of(her)
        window.post(at("book", event.pk), {"access_needs": ""})

        response = window.post(at("book", event.pk), {"access_needs": "Large print"})

        assert response.status_code == 422
        assert "You have a place with this event already" in shown(response)
        assert ("Large print" in shown(response), Booking.objects.count()) == (True, 1)

    def test_stranger_to_the_course_is_told_whom_it_is_for(self, council, her):
        event = event_of(council)
        CourseAudience.objects.create(course=event.course, organisation=council, who=AudienceWho.PROVIDERS)
        window = window_of(her)

        page = shown(window.get(event.get_absolute_url()))
        response = window.post(at("book", event.pk), {"access_needs": "Large print"})

        said = f"This is for: Providers and partner agencies ({council.short_name})."
        assert (said in page, "Book a place" in page) == (True, False)
        assert (response.status_code, said in shown(response), "Large print" in shown(response)) == (422, True, True)
        assert Booking.objects.count() == 0

    def test_colleague_sees_no_booking_of_hers(self, council, event, her):
        booking = on_the_list(event, person=her)

        answers = [
            window_of(staff_of(council)).get(at(name, booking.pk)).status_code for name in ("booking", "calendar")
        ]

        assert answers == [404, 404]

    def test_manager_sees_the_booking_without_what_she_needs(self, council, event):
        manager = staff_of(council)
        booking = on_the_list(event, person=staff_of(council, line_manager=manager), access_needs="Large print")

        page = shown(window_of(manager).get(booking.get_absolute_url()))

        assert (f"Booking of {booking.person.full_name}" in page, "Large print" in page) == (True, False)
        assert crumbs_in(page) == ["Training", "Mental Capacity Act", booking.person.full_name]

    def test_who_holds_the_event_reads_the_booking_and_cancels_nothing(self, council, event, her):
        teacher = staff_of(council)
        EventTeaching.objects.create(event=event, person=teacher)
        booking = on_the_list(event, person=her, access_needs="Large print")
        window = window_of(teacher)

        page = shown(window.get(booking.get_absolute_url()))

        assert ("Large print" in page, "Cannot come?" in page) == (True, False)
        assert window.post(at("cancel-place", booking.pk)).status_code == 403

    @pytest.mark.parametrize("number", [1, 3])
    def test_own_bookings_are_one_page_with_one_query(self, council, her, number):
        for each in range(number):
            on_the_list(event_of(council, title=f"Event {each}"), person=her)
        window = window_of(her)

        assert own_queries(window, at("bookings")) == OWN_BOOKINGS
        assert shown(window.get(at("bookings"))).count("Place held") == number

    def test_past_and_cancelled_places_stand_apart(self, council, her):
        on_the_list(event_of(council), person=her, state=BookingState.CANCELLED, ended_at=NOW)

        page = shown(window_of(her).get(at("bookings")))

        assert ("Nothing is booked." in page, "Past and cancelled" in page) == (True, True)


class TestOffer:
    def test_offer_is_taken_by_one_press(self, event, her):
        booking = offered_to(event, person=her)
        window = window_of(her)
        assert "A place is kept until <strong>19 November, 09:30</strong>" in shown(
            window.get(booking.get_absolute_url())
        )

        page = shown(window.post(at("take", booking.pk), follow=True))

        booking.refresh_from_db()
        assert (booking.state, "The place is taken." in page) == (BookingState.HELD, True)

    def test_offer_that_is_over_is_answered_with_a_sentence(self, event, her):
        booking = offered_to(event, person=her, kept_until=NOW)

        page = shown(window_of(her).post(at("take", booking.pk), follow=True))

        assert "The time of this offer is over" in page

    def test_offer_waits_among_what_is_hers_to_do(self, event, her):
        offered_to(event, person=her)

        page = shown(window_of(her).get("/"))

        assert "Take or leave your place: Mental Capacity Act" in page


class TestCancelling:
    def test_page_says_what_holds_and_one_press_gives_it_back(self, event, her):
        booking = on_the_list(event, person=her)
        window = window_of(her)
        assert "Somebody else may be waiting for it." in shown(window.get(at("cancel-place", booking.pk)))

        page = shown(window.post(at("cancel-place", booking.pk), follow=True))

        booking.refresh_from_db()
        assert (booking.state, "The place is cancelled." in page) == (BookingState.CANCELLED, True)

    def test_who_waits_leaves_the_list(self, event, her):
        booking, window = on_the_list(event, person=her, waiting=True), window_of(her)

        page = shown(window.get(at("cancel-place", booking.pk)))
        assert ("at the end of the list" in page, "Cancel this place" in page) == (True, False)
        answer = shown(window.post(at("cancel-place", booking.pk), follow=True))

        assert "The place on the waiting list is given up." in answer
        assert Mail.objects.get().subject == "You are off the waiting list: Mental Capacity Act"

    def test_who_is_offered_a_place_declines_it(self, event, her):
        booking, window = offered_to(event, person=her), window_of(her)
        assert "Decline the place" in shown(window.get(booking.get_absolute_url()))

        page = shown(window.get(at("cancel-place", booking.pk)))
        answer = shown(window.post(at("cancel-place", booking.pk), follow=True))

        assert ("It is offered to the next." in page, "Cancel this place" in page) == (True, False)
        assert "The place is declined and goes to the next." in answer

    def test_late_cancelling_is_said_before(self, event, her):
        booking = on_the_list(event, person=her)

        with time_machine.travel(NOW + timedelta(days=18), tick=False):
            page = shown(window_of(her).get(at("cancel-place", booking.pk)))

        assert "Today this counts as a late cancellation." in page


class TestCalendarFile:
    @pytest.mark.parametrize(
        ("values", "method"),
        [({}, "REQUEST"), ({"state": BookingState.CANCELLED, "ended_at": NOW}, "CANCEL")],
    )
    def test_file_is_for_calendars(self, event, her, values, method):
        booking = on_the_list(event, person=her, **values)

        response = window_of(her).get(at("calendar", booking.pk))

        assert response["Content-Type"] == f"text/calendar; method={method}; charset=utf-8"
        assert response["Content-Disposition"] == 'attachment; filename="training.ics"'
        text = response.content.decode().replace("\r\n ", "")
        assert (f"METHOD:{method}\r\n" in text, "meet.example/room" in text) == (True, True)

    def test_file_is_for_nobody_but_herself(self, council, event):
        manager, holder = staff_of(council), staff_of(council)
        booking = on_the_list(event, person=staff_of(council, line_manager=manager))
        EventTeaching.objects.create(event=event, person=holder)
        others = [window_of(person) for person in (manager, holder, holder_of(RoleCode.ACADEMY_STAFF, council))]

        pages = [window.get(booking.get_absolute_url()) for window in others]
        files = [window.get(at("calendar", booking.pk)) for window in others]

        assert [(page.status_code, "calendar" in shown(page)) for page in pages] == [(200, False)] * 3
        assert [file.status_code for file in files] == [403] * 3
        assert [b"BEGIN:VCALENDAR" in file.content for file in files] == [False] * 3


class TestTeam:
    def test_manager_books_for_her_people_and_reads_what_came_of_it(self, council, event):
        manager = staff_of(council)
        first, second = (staff_of(council, line_manager=manager) for _ in range(2))
        window = window_of(manager)
        assert "Book for your team" in shown(window.get(event.get_absolute_url()))

        response = window.post(at("book-team", event.pk), {"people": [first.pk, second.pk]})

        page = shown(response)
        assert (response.status_code, page.count("Place held"), page.count("On the waiting list")) == (200, 1, 1)
        assert set(Booking.objects.values_list("person_id", "booked_by_id")) == {
            (first.pk, manager.pk),
            (second.pk, manager.pk),
        }

    def test_nobody_chosen_is_told_at_the_question(self, council, event):
        manager = staff_of(council)
        staff_of(council, line_manager=manager)

        response = window_of(manager).post(at("book-team", event.pk), {})

        page = shown(response)
        assert (response.status_code, "Choose at least one person." in page) == (422, True)
        assert 'id="id_people_error' in page

    def test_nobody_outside_her_line_can_be_chosen(self, council, event, her):
        manager = staff_of(council)
        staff_of(council, line_manager=manager)

        response = window_of(manager).post(at("book-team", event.pk), {"people": [her.pk]})

        assert (response.status_code, Booking.objects.count()) == (422, 0)
        assert "Choose only from the answers shown." in shown(response)

    def test_academy_finds_anybody_of_its_organisation_by_name(self, council, event, her):
        neighbour = staff_of(OrganisationFactory())
        window = window_of(holder_of(RoleCode.ACADEMY_STAFF, council))
        assert "Find somebody by name." in shown(window.get(at("book-team", event.pk)))

        page = shown(window.get(at("book-team", event.pk), {"q": her.family_name}))
        other = shown(window.get(at("book-team", event.pk), {"q": neighbour.family_name}))

        assert (her.full_name in page, neighbour.full_name in other) == (True, False)
        assert "Nobody you can book for fits" in other

    def test_who_has_a_place_is_not_offered_again(self, council, event):
        manager = staff_of(council)
        placed = on_the_list(event, person=staff_of(council, line_manager=manager))

        page = shown(window_of(manager).get(at("book-team", event.pk)))

        assert placed.person.full_name not in page

    def test_who_manages_nobody_does_not_book_for_others(self, event, her):
        assert window_of(her).get(at("book-team", event.pk)).status_code == 403
