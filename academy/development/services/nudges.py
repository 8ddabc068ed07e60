"""Reminding a colleague of her renewal."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from academy.development.models import RenewalNudge
from academy.development.notices.entries import RENEWAL_NUDGE, NudgeContext
from academy.development.rules.nudges import can_nudge
from academy.development.rules.requirements import Requirement, missing_acts
from academy.development.selectors.renewals import requirement_on
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services.notices import send
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_person, require


@command("development.season.nudge")
def nudge(*, person: Person, regulator: str, by: Actor, at: datetime) -> RenewalNudge:
    """Remind a colleague once of what she has not noted; she is told who sent it, what is missing and until when.

    Refuses anybody who does not answer for her, a day outside the window, nothing missing, and a second reminder within
    a week, whoever sent the first.
    """
    if not allows("development.season.nudge", by, person):
        raise Refused("Only somebody who answers for this colleague can remind her.")
    lock_person(person.pk)
    requirement = requirement_on(person.pk, regulator, on=by.on)
    if requirement is None:
        raise Refused(f"{person.short_name} is not registered with this regulator.")
    last = RenewalNudge.objects.filter(person=person, regulator=regulator).first()
    last_on = timezone.localdate(last.sent_at) if last else None
    require(can_nudge(requirement, last_on=last_on, on=by.on, name=person.short_name))
    return _remind(person, requirement, by=by, at=at)


def _remind(person: Person, requirement: Requirement, *, by: Actor, at: datetime) -> RenewalNudge:
    sent = RenewalNudge.objects.create(
        person=person,
        regulator=requirement.asks.regulator,
        closes_on=requirement.cycle.closes_on,
        sent_by_id=by.person_id,
        sent_at=at,
    )
    context = NudgeContext(
        url=reverse("development:renewal"),
        who=by.label,
        regulator=requirement.asks.name,
        closes=in_words(requirement.cycle.closes_on),
        missing=tuple(act.what for act in missing_acts(requirement)),
    )
    send(kind=RENEWAL_NUDGE, to=person, context=context, by=by, at=at)
    record(sent, moved=("", "sent"), changed=("sent_at",), about=person.pk)
    return sent
