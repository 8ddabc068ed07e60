"""Who may book, move and mark places."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from academy.people.givers import HERSELF, LINE_MANAGER, holder_for_person
from academy.training.models import Booking, TrainingEvent
from academy.training.permissions.offer import ACADEMY


def _event_of(thing: object) -> TrainingEvent | None:
    if isinstance(thing, Booking):
        return thing.event
    return thing if isinstance(thing, TrainingEvent) else None


@giver("the portal itself, when time is over or a place is free")
def _portal(actor: Actor, thing: object) -> bool:
    return actor.is_system


@giver("the academy that holds the event")
def _host(actor: Actor, thing: object) -> bool:
    event = _event_of(thing)
    return event is not None and ACADEMY.judge(actor, event)


@giver("a colleague who holds the event")
def _teacher(actor: Actor, thing: object) -> bool:
    event = _event_of(thing)
    if event is None or actor.person_id is None:
        return False
    return event.teaching.filter(person_id=actor.person_id).exists()


@giver("who manages somebody, or belongs to the academy of an organisation")
def _books_for_others(actor: Actor, thing: object) -> bool:
    return bool(actor.manages) or bool(actor.organisations_where(*ACADEMY_ROLES))


PORTAL = _portal
BOOKS_FOR_OTHERS = _books_for_others
HOST = _host
TEACHER = _teacher
HER_ACADEMY = holder_for_person("the academy of her organisation", *ACADEMY_ROLES)

PERMISSIONS = declare(
    Permission("training.booking.make", "Book a place for a person", (HERSELF, LINE_MANAGER, HER_ACADEMY)),
    Permission("training.booking.make_for_others", "Choose people to book places for", (BOOKS_FOR_OTHERS,)),
    Permission("training.booking.see", "See a booking", (HERSELF, LINE_MANAGER, HER_ACADEMY, HOST, TEACHER)),
    Permission("training.booking.take_along", "Put one's own place into a calendar", (HERSELF,)),
    Permission(
        "training.booking.change",
        "Take an offered place, and cancel a booking",
        (HERSELF, LINE_MANAGER, HER_ACADEMY, HOST, PORTAL),
    ),
    Permission("training.place.give", "Offer, give and end places", (PORTAL, HOST)),
    Permission("training.attendance.keep", "See who comes, and mark attendance", (HOST, TEACHER)),
)
