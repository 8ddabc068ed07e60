"""What is expected of places and requests, and what of a request whose day is not sure."""

from datetime import date, timedelta

import pytest

from academy.engines.facts.facts import Fact
from academy.training.models import TrainingPolicy
from academy.training.selectors.expected_facts import expected_facts
from academy.training.selectors.request_facts import request_facts
from tests.factories.completions import CompletionFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW
from tests.factories.training import (
    BookingFactory,
    CourseFactory,
    TrainingPolicyFactory,
    TrainingRequestFactory,
)

pytestmark = pytest.mark.django_db
LAW = "training.completion:bristol/law"
JANUARY = date(2027, 1, 21)


@pytest.fixture
def law():
    return CourseFactory(organisation=OrganisationFactory(slug="bristol"), code="law", credits=15, credit_level=6)


def place(course, *, on=JANUARY, person=None, **said):
    event = {"event__course": course, "event__starts_on": on, "event__ends_on": on}
    return BookingFactory(person=person or PersonFactory(), **event, **said)


def request(course, *, state="submitted", **said):
    stands = {"submitted_at": NOW - timedelta(days=6), "asked_since": NOW - timedelta(days=6)}
    decided = {"decided_at": NOW - timedelta(days=1)} if state in ("approved", "declined") else {}
    return TrainingRequestFactory(
        course=course,
        organisation=course.organisation,
        state=state,
        policy=TrainingPolicy.objects.first() or TrainingPolicyFactory(organisation=course.organisation),
        **{**stands, **decided, **said},
    )


def expected(*people, keys=(LAW,)):
    return list(expected_facts([person.pk for person in people], on=TODAY, keys=keys))


def asked(*people, keys=("training.request",)):
    return list(request_facts([person.pk for person in people], on=TODAY, keys=keys))


def test_confirmed_place_is_expected_on_its_day_and_leads_to_the_booking(law):
    booking = place(law)

    assert expected(booking.person) == [
        Fact(
            key=LAW,
            person=booking.person_id,
            on=JANUARY,
            source="Place confirmed for 21 January 2027.",
            link=f"/training/bookings/{booking.pk}/",
            expected=True,
        )
    ]


@pytest.mark.parametrize("state", ["waiting", "offered", "attended", "no_show", "cancelled", "lapsed"])
def test_place_that_is_not_held_promises_nothing(law, state):
    booking = place(law, state=state, kept_until=NOW, ended_at=NOW)

    assert expected(booking.person) == []


@pytest.mark.parametrize("state", ["planned", "held", "cancelled"])
def test_event_that_is_not_open_promises_nothing(law, state):
    assert expected(place(law, event__state=state, event__cancelled_because="No tutor.").person) == []


@pytest.mark.parametrize(("ended_on", "days"), [(date(2026, 11, 10), [date(2026, 11, 10)]), (date(2026, 9, 17), [])])
def test_result_of_an_event_is_awaited_for_some_weeks(law, ended_on, days):
    assert [fact.on for fact in expected(place(law, on=ended_on).person)] == days


def test_place_that_somebody_has_to_agree_to_is_told_as_asked_for_until_it_is_approved(law):
    booking = place(law)
    booking.request = request(law, person=booking.person, event=booking.event)
    booking.save()
    waits = expected(booking.person)
    booking.request.state, booking.request.decided_at = "approved", NOW
    booking.request.save()
    agreed = expected(booking.person)

    assert [(fact.on, fact.source) for fact in (*waits, *agreed)] == [
        (JANUARY, "Asked for on 11 November 2026; waits for a decision for 6 days."),
        (JANUARY, "Place confirmed for 21 January 2027."),
    ]
    assert asked(booking.person) == []


def test_learning_outside_is_expected_on_its_last_day_and_leads_to_the_request(law):
    made = request(law, state="approved", starts_on=date(2027, 2, 1), ends_on=date(2027, 5, 28))

    assert [(fact.on, fact.source, fact.link) for fact in expected(made.person)] == [
        (date(2027, 5, 28), "Approved on 16 November 2026; ends on 28 May 2027.", f"/training/requests/{made.pk}/")
    ]
    assert asked(made.person) == []


def test_request_without_a_day_is_told_as_asked_for_and_expects_nothing(law):
    made = request(law)

    assert expected(made.person) == []
    assert asked(made.person) == [
        Fact(
            key="training.request:bristol/law",
            person=made.person_id,
            on=date(2026, 11, 11),
            source="Asked for on 11 November 2026; waits for a decision for 6 days.",
            link=f"/training/requests/{made.pk}/",
        )
    ]


def test_approved_request_without_a_place_yet_is_told_as_asked_for(law):
    booking = place(law, waiting=True)
    booking.request = request(law, state="approved", person=booking.person, event=booking.event)
    booking.save()

    assert expected(booking.person) == []
    assert [fact.source for fact in asked(booking.person)] == ["Approved on 16 November 2026; no day is sure yet."]


@pytest.mark.parametrize("state", ["draft", "declined", "withdrawn"])
def test_draft_and_what_came_to_nothing_tell_nothing(law, state):
    dated, undated = (request(law, state=state, ends_on=day, need="Her words") for day in (JANUARY, None))

    assert expected(dated.person) == []
    assert asked(undated.person) == []


@pytest.mark.parametrize(("state", "found"), [("approved", [date(2026, 11, 10)]), ("submitted", [])])
def test_learning_outside_that_ended_is_awaited_where_it_was_approved(law, state, found):
    made = request(law, state=state, starts_on=date(2026, 11, 10), submitted_at=NOW - timedelta(days=60))

    assert [fact.on for fact in expected(made.person)] == found


def test_what_was_finished_since_is_expected_no_more_and_its_credits_never_again(law):
    made = request(law, ends_on=JANUARY)
    CompletionFactory(person=made.person, course=law, completed_on=date(2026, 11, 11))
    held = place(law)
    CompletionFactory(person=held.person, course=law, completed_on=date(2020, 3, 2))

    assert expected(made.person) == []
    assert [fact.key for fact in expected(held.person, keys=[LAW, "training.credits"])] == [LAW]


def test_only_what_is_asked_for_is_told(law):
    her = place(law).person
    place(CourseFactory(organisation=law.organisation, code="bia", outcome="award"), person=her)
    request(law, person=her)

    keys = {
        asked_for: [fact.key for fact in expected(her, keys=[asked_for])]
        for asked_for in ("training.completion", "training.credits", "pathways.award", LAW.replace("bristol", "bexley"))
    }

    assert keys == {
        "training.completion": [LAW, "training.completion:bristol/bia"],
        "training.credits": ["training.credits"],
        "pathways.award": ["pathways.award:bia"],
        "training.completion:bexley/law": [],
    }
    assert asked(her, keys=["training.request:bexley/law", "training.request:bristol/bia"]) == []


@pytest.mark.parametrize("number", [1, 3])
def test_what_many_people_expect_is_read_in_three_queries(law, number, django_assert_num_queries):
    people = [place(law).person for _ in range(number)]
    for person in people:
        request(law, person=person, ends_on=JANUARY)
        request(law, person=person)

    with django_assert_num_queries(2):
        coming = [(fact.person, fact.source[:5]) for fact in expected(*people)]
    with django_assert_num_queries(1):
        wanted = [fact.person for fact in asked(*people)]

    ids = [person.pk for person in people]
    assert coming == [*((pk, "Place") for pk in ids), *((pk, "Asked") for pk in ids)]
    assert wanted == ids
