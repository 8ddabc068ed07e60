"""Who books, sees, changes, gives and marks places: each permission against each standing.

She belongs to one council and comes to an event another council holds, so that the two academies are told apart.
"""

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from academy.training.models import Booking, EventTeaching
from academy.training.services.places import portal
from tests.factories.events import event_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import as_actor, holder_of, member_of, staff_of
from tests.factories.training import BookingFactory

pytestmark = pytest.mark.django_db
WHO = (
    "herself",
    "manager",
    "colleague",
    "home_lead",
    "home_staff",
    "home_hr",
    "host_lead",
    "host_staff",
    "host_auditor",
    "teacher",
    "stranger_lead",
    "member",
    "portal",
)
HER_SIDE = {"manager", "home_lead", "home_staff"}
HOST = {"host_lead", "host_staff"}
MAY = {
    ("training.booking.make", "person"): {"herself", *HER_SIDE},
    ("training.booking.make_for_others", "nothing"): {*HER_SIDE, *HOST, "stranger_lead"},
    ("training.booking.see", "booking"): {"herself", *HER_SIDE, *HOST, "teacher"},
    ("training.booking.take_along", "booking"): {"herself"},
    ("training.booking.change", "booking"): {"herself", *HER_SIDE, *HOST, "portal"},
    ("training.place.give", "booking"): {*HOST, "portal"},
    ("training.place.give", "event"): {*HOST, "portal"},
    ("training.attendance.keep", "booking"): {*HOST, "teacher"},
    ("training.attendance.keep", "event"): {*HOST, "teacher"},
    ("training.attendance.keep", "nothing"): set(),
    ("training.booking.make", "nothing"): set(),
    ("training.booking.see", "nothing"): set(),
    ("training.booking.take_along", "nothing"): set(),
    ("training.booking.change", "nothing"): {"portal"},
}


@pytest.fixture
def world():
    home, host = OrganisationFactory(), OrganisationFactory()
    manager, teacher = staff_of(home), staff_of(host)
    her = staff_of(home, line_manager=manager)
    event = event_of(host)
    EventTeaching.objects.create(event=event, person=teacher)
    people = {
        "herself": her,
        "manager": manager,
        "colleague": staff_of(home),
        "home_lead": holder_of(RoleCode.ACADEMY_LEAD, home),
        "home_staff": holder_of(RoleCode.ACADEMY_STAFF, home),
        "home_hr": holder_of(RoleCode.HR, home),
        "host_lead": holder_of(RoleCode.ACADEMY_LEAD, host),
        "host_staff": holder_of(RoleCode.ACADEMY_STAFF, host),
        "host_auditor": holder_of(RoleCode.AUDITOR, host),
        "teacher": teacher,
        "stranger_lead": holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()),
        "member": member_of(host),
    }
    actors = {name: as_actor(person) for name, person in people.items()}
    booking = BookingFactory(event=event, person=her, organisation=home)
    things = {"person": her, "booking": booking, "event": event, "nothing": None}
    return {**actors, "portal": portal(TODAY)}, things


@pytest.mark.parametrize(("code", "thing"), MAY)
def test_permission_is_given_to_those_it_is_for_and_nobody_else(world, code, thing):
    actors, things = world

    assert {who for who in WHO if allows(code, actors[who], things[thing])} == MAY[code, thing]


@pytest.mark.parametrize("who", [each for each in WHO if each != "portal"])
def test_bookings_found_are_those_that_may_be_seen(world, who):
    actors, things = world

    assert Booking.objects.visible_to(actors[who]).exists() is allows(
        "training.booking.see", actors[who], things["booking"]
    )
