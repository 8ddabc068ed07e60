"""Giving feedback on an event one attended."""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.training.choices import CAME, MOST_TEXT
from academy.training.models import Booking, Feedback
from academy.training.rules.feedback import USEFUL


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the form says: how useful from 1 to 4, and the words."""

    useful: int
    takes_along: str = ""
    better: str = ""


@command("training.feedback.give")
def give(*, booking: Booking, said: Said, by: Actor, at: datetime) -> Feedback:
    """Say what one takes along from an event. It is read without a name, so it is said once and not changed.

    Refuses anybody else, who did not attend, and a second time.
    """
    held = Booking.objects.select_for_update().get(pk=booking.pk)
    if not allows("training.feedback.give", by, held):
        raise Refused("Only who attended says what she takes along.")
    if held.state not in CAME:
        raise Refused("Feedback is asked of those who attended. If you did, tell whoever held the event.")
    if Feedback.objects.filter(booking=held).exists():
        raise Refused("You have said it already. Thank you.")
    if said.useful not in USEFUL:
        raise Refused("Choose one of the answers shown.", field="useful")
    for name in ("takes_along", "better"):
        if len(getattr(said, name)) > MOST_TEXT:
            raise Refused(f"Use at most {MOST_TEXT:,} characters.", field=name)
    made = Feedback.objects.create(
        booking=held,
        useful=said.useful,
        takes_along=said.takes_along.strip(),
        better=said.better.strip(),
        given_at=at,
    )
    record(made, moved=("", "given"), about=held.person_id, organisation=held.organisation_id)
    return made
