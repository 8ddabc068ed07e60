"""Reminding, by hand, whoever a year waits for: read before it is sent, and never two in a week."""

from collections.abc import Collection
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.people.services.judging import lock_person
from academy.training.selectors.occasions import Occasion
from asye.models import Nudge
from asye.notices.nudges import NUDGE, NudgeContext
from asye.rules.nudges import too_soon
from asye.selectors.invitations import invitations_of
from asye.selectors.nudges import Draft, Drafts, drafts_of, last_nudged

OTHER_NOW = "Something has changed since you read it. Read what will be sent now, and send it then."
NOBODY = "There is nobody to send it to."


def send_nudges(*, cases: Collection[int], seen: str, by: Actor, at: datetime) -> int:
    """Send each of the people these years wait for one nudge about all of them, as it was read. Gives back how many.

    Refuses whoever does not run the programme, what changed since it was read (`seen` is the fingerprint of that), and
    where nobody would get one.
    """
    if not allows("asye.cohort.run", by, None):
        raise Refused("Only who runs the programme sends nudges.")
    return _send(drafts_of(cases, by), seen=seen, by=by, at=at)


def send_invitations(*, cases: Collection[int], event: Occasion, seen: str, by: Actor, at: datetime) -> int:
    """Invite the NQSWs of these years to an event that counts in them, as it was read. Gives back how many; refuses
    as a nudge is refused, since an invitation is one (S2-109, S4-30)."""
    if not allows("asye.cohort.run", by, None):
        raise Refused("Only who runs the programme invites to workshops.")
    return _send(invitations_of(cases, event, by), seen=seen, by=by, at=at)


def _send(drafts: Drafts, *, seen: str, by: Actor, at: datetime) -> int:
    if drafts.sha256 != seen:
        raise Refused(OTHER_NOW)
    if not drafts.to_send:
        raise Refused(NOBODY)
    sent = [nudge(draft=draft, by=by, at=at) for draft in drafts.to_send]
    return sum(bool(each) for each in sent)


@command("asye.nudge.send")
def nudge(*, draft: Draft, by: Actor, at: datetime) -> bool:
    """Tell one person what waits for her. Sent twice at once, she gets one: whoever comes second sends nothing."""
    lock_person(draft.to.pk)
    is_free = not too_soon(last_nudged([draft.to.pk]).get(draft.to.pk), on=by.on)
    if is_free:
        Nudge.objects.bulk_create(
            Nudge(enrolment=line.enrolment, to=draft.to, words=line.words, sent_by_id=by.person_id, sent_at=at)
            for line in draft.lines
        )
        context = NudgeContext(
            who=by.label, what=draft.words, url=draft.leads_to or draft.lines[0].enrolment.get_absolute_url()
        )
        notices.send(kind=NUDGE, to=draft.to, context=context, by=by, at=at)
    first = draft.lines[0].enrolment
    record(first, about=first.person_id, organisation=first.organisation_id)
    return is_free
