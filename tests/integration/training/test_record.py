"""Training records: one's own, a colleague's, noting and taking back; feedback on an event."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from academy.engines.audit.choices import EventKind
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.training.models import Completion, Feedback
from tests.factories.completions import CompletionFactory, FeedbackFactory, attended_by, matrix_of
from tests.factories.identity import OrganisationFactory, UserFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.training import BookingFactory, CourseFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a record beyond those every page asks.
OWN_RECORD = 7


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def manager(council):
    return staff_of(council)


@pytest.fixture
def her(council, manager):
    return staff_of(council, line_manager=manager)


@pytest.fixture
def academy(council):
    return holder_of(RoleCode.ACADEMY_STAFF, council)


@pytest.fixture
def law(council):
    return CourseFactory(organisation=council, code="law", title="Legal framework")


def record_of(person):
    return f"/training/record/{person.pk}/"


class TestOwnRecord:
    def test_it_says_what_is_required_and_what_was_finished(self, council, her, law):
        matrix_of(council, {"code": "law", "source": "Career progression policy"}, {"code": "moving"})
        moving = CourseFactory(organisation=council, code="moving", title="Moving and handling")
        CompletionFactory(person=her, course=moving, valid_until=date(2026, 12, 3))
        CompletionFactory(person=her, course=moving, completed_on=date(2024, 2, 29), valid_until=date(2025, 2, 28))
        CompletionFactory(person=her, course=moving, withdrawn_at=NOW, withdrawn_because="It was her namesake.")

        page = shown(window_of(her).get("/training/record/"))

        for words in (
            "My training record",
            "Career progression policy",
            "Not done yet.",
            "Done on 10 November 2026; runs out on 3 December 2026.",
            "Until 3 December 2026",
            "29 February 2024",
            "On 28 February 2025",
            "Taken back",
            "It was her namesake.",
            "None yet",
        ):
            assert words in page
        assert ("Take back<" in page, "Note what she finished" in page) == (False, False)
        assert f'href="{law.get_absolute_url()}">Book it' in page

    def test_catalogue_leads_to_it(self, her):
        assert 'href="/training/record/">My training record</a>' in shown(window_of(her).get("/training/"))

    def test_empty_record_says_what_comes_by_itself(self, her):
        page = shown(window_of(her).get("/training/record/"))

        assert "No course is required by name." in page
        assert "Nothing yet. What you attend or finish on a platform comes here by itself." in page

    def test_reading_ones_own_is_not_noted(self, her):
        window_of(her).get("/training/record/")

        assert Event.objects.filter(kind=EventKind.READ).count() == 0

    def test_account_without_a_person_has_none(self):
        window = Client()
        window.force_login(UserFactory(person=None))

        assert window.get("/training/record/").status_code == 404

    @pytest.mark.parametrize("count", [1, 3])
    def test_it_costs_the_same_however_much_was_finished(self, council, her, count):
        matrix_of(council, *({"code": f"course-of-{number}"} for number in range(count)))
        for number in range(count):
            course = CourseFactory(organisation=council, code=f"course-of-{number}")
            CompletionFactory(person=her, course=course, organisation=council)

        assert own_queries(window_of(her), "/training/record/") == OWN_RECORD


class TestRecordOfAnother:
    def test_line_manager_and_academy_read_it_and_the_reading_is_noted(self, her, manager, academy, law):
        CompletionFactory(person=her, course=law, organisation=law.organisation)

        for reader in (manager, academy):
            page = shown(window_of(reader).get(record_of(her)))
            assert (f"Training record of {her.full_name}" in page, "Legal framework" in page) == (True, True)

        reads = Event.objects.filter(kind=EventKind.READ, about_id=her.pk)
        assert [event.actor.reference for event in reads.order_by("pk")] == [str(manager.pk), str(academy.pk)]

    def test_colleague_is_refused_and_stranger_finds_nothing(self, council, her):
        colleague, stranger = staff_of(council), staff_of(OrganisationFactory())

        assert window_of(colleague).get(record_of(her)).status_code == 403
        assert window_of(stranger).get(record_of(her)).status_code == 404

    def test_academy_of_another_employer_sees_neither_what_the_first_asks_nor_what_it_noted(self, council, her, law):
        elsewhere = OrganisationFactory()
        staff_of(elsewhere, person=her)
        matrix_of(council, {"code": "law", "source": "A policy of Bristol"})
        CompletionFactory(person=her, organisation=council, course__title="A course of Bristol")
        CompletionFactory(person=her, organisation=elsewhere, course__title="A course of ours")

        page = shown(window_of(holder_of(RoleCode.ACADEMY_LEAD, elsewhere)).get(record_of(her)))

        assert ("A course of ours" in page, "A course of Bristol" in page, "A policy of Bristol" in page) == (
            True,
            False,
            False,
        )


class TestNoting:
    def test_academy_notes_and_sees_it_in_the_record(self, her, academy, law):
        window = window_of(academy)
        said = {"course": law.pk, "completed_on": "29 February 2024"}

        answer = window.post(f"{record_of(her)}note/", said, follow=True)

        assert answer.redirect_chain == [(record_of(her), 302)]
        page = shown(answer)
        assert ("It is in her record." in page, "29 February 2024" in page) == (True, True)
        assert Completion.objects.get().person == her

    def test_wrong_day_is_told_at_the_field_and_nothing_typed_is_lost(self, her, academy, law):
        answer = window_of(academy).post(
            f"{record_of(her)}note/", {"course": law.pk, "completed_on": "18 November 2026"}
        )

        page = shown(answer)
        assert answer.status_code == 422
        assert ("Write a day that has been." in page, 'value="18 November 2026"' in page) == (True, True)

    def test_course_of_another_academy_is_no_choice(self, her, academy, law):
        other = CourseFactory(title="Of another")

        answer = window_of(academy).post(f"{record_of(her)}note/", {"course": other.pk, "completed_on": "9/11/2026"})

        assert ("Choose one of the answers shown." in shown(answer), "Of another" in shown(answer)) == (True, False)

    def test_manager_notes_nothing(self, her, manager):
        assert window_of(manager).get(f"{record_of(her)}note/").status_code == 403

    def test_academy_takes_back_with_a_reason(self, council, her, academy, law):
        held = CompletionFactory(person=her, course=law, organisation=council)
        window = window_of(academy)
        assert "Take back<" in shown(window.get(record_of(her)))
        url = f"/training/completions/{held.pk}/take-back/"

        assert window.post(url, {"reason": ""}).status_code == 422
        answer = window.post(url, {"reason": "It was her namesake."}, follow=True)

        page = shown(answer)
        assert ("It was her namesake." in page, "Take back<" in page) == (True, False)
        held.refresh_from_db()
        assert (held.withdrawn_at, held.withdrawn_because) == (NOW, "It was her namesake.")

    def test_she_does_not_take_back_her_own(self, her, council):
        held = CompletionFactory(person=her, organisation=council)

        assert window_of(her).get(f"/training/completions/{held.pk}/take-back/").status_code == 403


class TestFeedback:
    def test_who_attended_answers_once(self, council, her):
        booking = attended_by(her, course=CourseFactory(organisation=council, title="Legal framework"))
        window, url = window_of(her), f"/training/bookings/{booking.pk}/feedback/"
        assert "Say what you take along from “Legal framework”" in shown(window.get("/"))

        said = {"useful": "4", "takes_along": "I ask first.", "better": ""}
        answer = window.post(url, said, follow=True)

        assert "Thank you. It is with the academy, without your name." in shown(answer)
        assert Feedback.objects.get().useful == 4
        again = window.post(url, said)
        assert (again.status_code, "You have said it already." in shown(again)) == (422, True)
        assert "Say what you take along" not in shown(window.get("/"))

    def test_answer_left_out_is_asked_for_and_words_stay(self, council, her):
        booking = attended_by(her, course=CourseFactory(organisation=council))

        answer = window_of(her).post(f"/training/bookings/{booking.pk}/feedback/", {"takes_along": "I ask first."})

        assert (answer.status_code, "I ask first." in shown(answer), Feedback.objects.count()) == (422, True, 0)

    def test_academy_that_held_it_reads_totals_without_names(self, council, her, academy):
        booking = attended_by(her, course=CourseFactory(organisation=council))
        FeedbackFactory(booking=booking, takes_along="A thought of hers", better="A longer break")
        url, window = f"/training/events/{booking.event_id}/feedback/", window_of(academy)
        page = shown(window.get(url))
        assert ("1 of 1 who attended" in page, "A thought of hers" in page) == (True, False)

        for _ in range(2):
            FeedbackFactory(booking=BookingFactory(event=booking.event, state="attended"))

        page = shown(window.get(url))
        assert ("3 of 3 who attended" in page, "A thought of hers" in page, "A longer break" in page) == (
            True,
            True,
            True,
        )
        assert her.family_name not in page

    def test_event_that_was_held_leads_its_academy_there(self, council, academy):
        booking = attended_by(staff_of(council), course=CourseFactory(organisation=council))

        page = shown(window_of(academy).get(f"/training/events/{booking.event_id}/"))

        assert f'href="/training/events/{booking.event_id}/feedback/">Feedback</a>' in page

    def test_nobody_else_reads_or_gives_it(self, council, her):
        booking = attended_by(her, course=CourseFactory(organisation=council))
        colleague, manager = window_of(staff_of(council)), window_of(her)

        assert colleague.get(f"/training/events/{booking.event_id}/feedback/").status_code == 403
        assert manager.get(f"/training/events/{booking.event_id}/feedback/").status_code == 403
        assert colleague.get(f"/training/bookings/{booking.pk}/feedback/").status_code == 404


def test_persons_page_leads_who_may_see_it_to_her_training_record(council):
    person, colleague = staff_of(council), staff_of(council)
    academy = holder_of(RoleCode.ACADEMY_LEAD, council)
    way = f'href="/training/record/{person.pk}/">Training record</a>'
    shows = [way in shown(window_of(each).get(f"/people/{person.pk}/")) for each in (academy, colleague, person)]
    assert shows == [True, False, False]
