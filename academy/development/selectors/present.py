"""The present stretch of the actor, and whether anything is kept in it."""

from dataclasses import dataclass

from academy.development.models import Entry
from academy.development.rules.stretches import Stretch, stretch_of
from academy.development.selectors.policies import rhythm_for
from academy.identity.actor import Actor


@dataclass(frozen=True)
class PresentStretch:
    """The stretch the actor's day lies in, how many weeks it has, and whether it is empty."""

    stretch: Stretch
    weeks: int
    is_empty: bool


def present_stretch(actor: Actor) -> PresentStretch:
    """Two queries."""
    rhythm = rhythm_for(actor.organisation_id, actor.on)
    stretch = stretch_of(actor.on, rhythm=rhythm)
    kept = Entry.objects.written_by(actor.person_id).kept().between(stretch.starts_on, stretch.ends_on)
    return PresentStretch(stretch, rhythm.weeks, is_empty=not kept.exists())
