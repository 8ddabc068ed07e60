"""Which ways are open in which state of an event and of a booking, to the person, both academies and the portal."""

import pytest

from academy.engines.workflow.moves import available
from academy.engines.workflow.soundness import faults
from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState
from academy.training.models import Booking, EventTeaching, TrainingEvent
from academy.training.services.places import portal
from academy.training.workflow import BOOKING, EVENT
from tests.factories.events import event_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import BookingFactory

pytestmark = pytest.mark.django_db
MARKS = {"mark_attended": "attended", "mark_part": "part", "mark_no_show": "no_show"}
SHEET = {
    "held": list(MARKS),
    **{state: [name for name, target in MARKS.items() if target != state] for state in MARKS.values()},
}
HERS = {"waiting": ["cancel"], "offered": ["take", "cancel"], "held": ["cancel", "cancel_late"]}
PORTALS = {
    "waiting": ["offer", "seat", "cancel"],
    "offered": ["take", "lapse", "cancel"],
    "held": ["lapse", "cancel", "cancel_late"],
}
HOSTS = {**PORTALS, **SHEET, "held": [*PORTALS["held"], *SHEET["held"]]}
BOOKING_OPEN = {
    "herself": HERS,
    "manager": HERS,
    "home_lead": HERS,
    "host_lead": HOSTS,
    "host_staff": HOSTS,
    "teacher": SHEET,
    "portal": PORTALS,
    "colleague": {},
    "stranger_lead": {},
}
ACADEMYS = {"planned": ["open", "cancel"], "open": ["close", "cancel"]}
EVENT_OPEN = {
    "host_lead": ACADEMYS,
    "host_staff": ACADEMYS,
    "teacher": {"open": ["close"]},
    "herself": {},
    "manager": {},
    "home_lead": {},
    "colleague": {},
    "stranger_lead": {},
    "portal": {},
}


@pytest.fixture
def booking():
    home = OrganisationFactory()
    return BookingFactory(event=event_of(OrganisationFactory()), person=staff_of(home), organisation=home)


@pytest.fixture
def actor_called(booking):
    """The actor of a name, made when she is asked for."""

    def made(who):
        event, her = booking.event, booking.person
        home, host = booking.organisation, event.organisation
        if who == "portal":
            return portal(TODAY)
        if who == "herself":
            return as_actor(her)
        if who == "manager":
            manager = staff_of(home)
            her.posts.get().terms.update(line_manager=manager)
            return as_actor(manager)
        if who == "teacher":
            return as_actor(EventTeaching.objects.create(event=event, person=staff_of(host)).person)
        if who == "colleague":
            return as_actor(staff_of(home))
        place, _, role = who.partition("_")
        where = {"home": home, "host": host}.get(place) or OrganisationFactory()
        return as_actor(holder_of(RoleCode[f"ACADEMY_{role.upper()}"], where))

    return made


def open_to(workflow, thing, by):
    return [choice.transition.name for choice in available(workflow, thing, by) if choice.is_open]


def test_workflows_of_events_and_bookings_are_sound():
    assert (faults(EVENT), faults(BOOKING)) == ([], [])


@pytest.mark.parametrize("state", EventState.values)
@pytest.mark.parametrize("who", EVENT_OPEN)
def test_transitions_of_an_event(booking, actor_called, who, state):
    TrainingEvent.objects.update(state=state, cancelled_because="Too few came.")
    event = TrainingEvent.objects.get()

    assert open_to(EVENT, event, actor_called(who)) == EVENT_OPEN[who].get(state, [])


@pytest.mark.parametrize("state", BookingState.values)
@pytest.mark.parametrize("who", BOOKING_OPEN)
def test_transitions_of_a_booking(booking, actor_called, who, state):
    Booking.objects.update(state=state, kept_until=NOW, ended_at=NOW)
    booking.refresh_from_db()

    assert open_to(BOOKING, booking, actor_called(who)) == BOOKING_OPEN[who].get(state, [])


def test_workflows_name_whose_booking_it_is_and_whose_event(booking):
    event = booking.event

    assert event.organisation_id != booking.organisation_id
    assert BOOKING.person_of(booking) == booking.person_id
    assert BOOKING.organisation_of(booking) == booking.organisation_id
    assert (EVENT.person_of(event), EVENT.organisation_of(event)) == (None, event.organisation_id)
