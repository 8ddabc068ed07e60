"""Removing the names of peers outside when they are needed no more."""

from datetime import datetime

from django.utils import timezone

from academy.development.links import CONFIRM_TALK
from academy.development.models import PeerReflection
from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.services import links
from academy.identity.actor import Actor

NAMES = ("outside_name", "outside_role", "outside_email")


@command("development.reflection.scrub")
def scrub(*, reflection: PeerReflection, by: Actor, at: datetime) -> PeerReflection:
    """Remove a peer outside from a talk, from the links she was sent and from the audit, for good.

    What was learnt, the day, and why she counts as a peer stay. Refuses while the name is kept: for three years after
    the talk, or 90 days after it was withdrawn (UK GDPR Art 5(1)(e)).
    """
    held = PeerReflection.objects.naming_too_long(at).select_for_update(of=("self",)).filter(pk=reflection.pk).first()
    if held is None:
        raise Refused("The name of this peer is kept for three years after the talk, or was removed before.")
    held.outside_name = held.outside_role = held.outside_email = ""
    held.scrubbed_at = at
    held.save(update_fields=[*NAMES, "scrubbed_at"])
    links.scrub_all(purpose=CONFIRM_TALK, subject=held, by=by, at=at)
    record(held, changed=(*NAMES, "scrubbed_at"), about=held.entry.author_id, organisation=held.entry.organisation_id)
    return held


def scrub_outside_names(*, at: datetime) -> int:
    """Remove every peer outside whose name is needed no more, each by its own command; returns of how many talks.

    What was removed stays so if the next one fails. A second run finds none.
    """
    by = Actor.system("retention", on=timezone.localdate(at))
    return sum(_scrubbed(reflection, by=by, at=at) for reflection in PeerReflection.objects.naming_too_long(at))


def _scrubbed(reflection: PeerReflection, *, by: Actor, at: datetime) -> bool:
    try:
        scrub(reflection=reflection, by=by, at=at)
    except Refused:  # another worker was quicker
        return False
    return True
