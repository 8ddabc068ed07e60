"""Decisions nobody makes go up, by the portal itself, once a day."""

from datetime import datetime

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.training.choices import StageState
from academy.training.models import RequestStage
from academy.training.notices.requests import PASSED_ON, WENT_UP, OnwardContext, RequestContext
from academy.training.selectors.higher import higher_than
from academy.training.selectors.policies import terms_of
from academy.training.services.decision_links import decision_url
from academy.training.services.request_notices import asked_of
from academy.training.services.stages import portal


def send_up_due(*, at: datetime) -> int:
    """Send up every decision that has waited as long as its policy lets it; returns how many went.

    While a question is open a request stands still. Where nobody is above, it stays where it is.
    """
    on = timezone.localdate(at)
    waiting = RequestStage.objects.waiting().filter(escalated_at=None).select_related("request__policy")
    return sum(_sent(stage, by=portal(on), at=at) for stage in waiting.order_by("pk") if _is_due(stage, at=at))


@command("training.stage.send_up")
def send_up(*, stage: RequestStage, to: Person, by: Actor, at: datetime) -> RequestStage:
    """Let somebody above decide, too, and tell her and those who were asked before.

    Refuses anybody but the portal, and a decision that was made, asked back or sent up in the meantime.
    """
    current = RequestStage.objects.select_for_update().get(pk=stage.pk)
    if not by.is_system or not allows("training.stage.open", by, current):
        raise Refused("Decisions go up by themselves.")
    if current.state != StageState.OPEN or current.escalated_at is not None:
        raise Refused("This decision does not wait any more, or has gone up before.")
    before = asked_of(current, on=by.on)
    current.escalated_to, current.escalated_at = to, at
    current.save(update_fields=["escalated_to", "escalated_at"])
    request = current.request
    record(
        current,
        changed=("escalated_at", "escalated_to"),
        about=request.person_id,
        organisation=request.organisation_id,
    )
    said = {"what": request.title, "who": request.person.full_name, "url": decision_url(current)}
    notices.send(kind=WENT_UP, to=to, context=RequestContext(**said), by=by, at=at)
    for person in before:
        context = OnwardContext(**said, following=to.full_name)
        notices.send(kind=PASSED_ON, to=person, context=context, by=by, at=at)
    return current


def _is_due(stage: RequestStage, *, at: datetime) -> bool:
    asked_on = timezone.localdate(stage.request.asked_since or at)
    return terms_of(stage.request.policy).escalates_on(asked_on) <= timezone.localdate(at)


def _sent(stage: RequestStage, *, by: Actor, at: datetime) -> bool:
    higher = higher_than(stage, on=by.on)
    if higher is None:
        return False
    try:
        send_up(stage=stage, to=higher, by=by, at=at)
    except Refused:  # decided at the last moment, or sent up by another worker
        return False
    return True
