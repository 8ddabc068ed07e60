"""Why somebody leaves, as she says it herself or in an exit interview (S2-07). The words are read by HR only."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.choices.leaving import LeavingReason
from academy.people.models import Leaving
from academy.people.rules.leaving import can_be_said, can_have_been_held
from academy.people.services.judging import require
from academy.people.workflow import LEAVING

SAID = ("reasons", "destination", "words")


@dataclass(frozen=True, kw_only=True)
class Said:
    """Reasons and destination as codes, and what she says in words."""

    reasons: tuple[str, ...]
    destination: str = ""
    words: str = ""


@command("people.leaving.answer")
def answer(*, leaving: Leaving, said: Said, by: Actor, at: datetime) -> Leaving:
    """Say it oneself, as often as one likes until the interview is held. Refuses anybody else, and later."""
    held = _written(leaving, said)
    if not allows("people.leaving.answer", by, held):
        raise Refused("Only the person who leaves says this here.")
    if not held.is_open:
        raise Refused("The exit interview was held, or you stay. Nothing more is asked.")
    held.save(update_fields=SAID)
    record(held, changed=SAID, about=held.person_id, organisation=held.organisation_id)
    return held


@command("people.leaving.interview")
def interview(*, leaving: Leaving, said: Said, held_on: date, by: Actor, at: datetime) -> Leaving:
    """Write down an interview that was held. Refuses who is not human resources, and her own."""
    if by.person_id == leaving.person_id:
        raise Refused("Somebody else holds your exit interview.")
    require(can_have_been_held(held_on, today=by.on))
    held = _written(leaving, said)
    held.interviewed_on = held_on
    held.save(update_fields=[*SAID, "interviewed_on"])
    return apply(LEAVING, "interview", held, by=by, at=at)


@command("people.leaving.decline")
def decline(*, leaving: Leaving, by: Actor, at: datetime) -> Leaving:
    """No exit interview is wanted. What she said herself stays."""
    return apply(LEAVING, "decline", leaving, by=by, at=at)


def _written(leaving: Leaving, said: Said) -> Leaving:
    """The event as it is now, locked, with what was said."""
    require(can_be_said(reasons=said.reasons, destination=said.destination, words=said.words))
    held = Leaving.objects.select_for_update().get(pk=leaving.pk)
    held.reasons = [code for code in LeavingReason.values if code in said.reasons]
    held.destination, held.words = said.destination, said.words.strip()
    return held
