"""Deciding at a stage of a request: yes, a question, or no. Locked and judged, so that two presses are one decision."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.training.choices import MOST_NOTE, BookingState
from academy.training.models import Booking, RequestQuestion, RequestStage, TrainingEvent, TrainingRequest
from academy.training.notices.requests import AGREED, APPROVED, DECLINED, QUESTION
from academy.training.rules.decisions import Made, can_decide
from academy.training.selectors.deciders import deciders_for
from academy.training.services.places import release
from academy.training.services.request_notices import tell_deciders, tell_person
from academy.training.services.stages import (
    approve_at,
    ask_at,
    decline_at,
    next_stage,
    open_stage,
    portal,
    void_all,
)
from academy.training.workflow import REQUEST
from academy.ui.wording import in_a_row


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What a yes rests on, both recorded (S0-65). Left out, it is what the person wrote."""

    job_role: str = ""
    benefit: str = ""


def deciding(by: Actor, stage: RequestStage) -> Actor:
    """The actor as she decides: on behalf of the absent decider she stands in for, so that both names stay."""
    if by.person_id is None or stage.escalated_to_id == by.person_id:
        return by
    request = stage.request
    deciders = deciders_for(request.person_id, request.organisation_id, on=by.on)
    absent = deciders.stood_in_for(by.person_id, stage.decider)
    return by if absent is None else replace(by, on_behalf_of_id=absent.pk)


def approve(
    *, stage: RequestStage, by: Actor, at: datetime, grounds: Grounds = Grounds(), reason: str = ""
) -> TrainingRequest:
    """Agree at a stage, as herself or for whom she stands in: see `_approve`."""
    return _approve(stage=stage, by=deciding(by, stage), at=at, grounds=grounds, reason=reason)


def ask(*, stage: RequestStage, by: Actor, at: datetime, question: str) -> TrainingRequest:
    """Ask the person something before deciding: see `_ask`."""
    return _ask(stage=stage, by=deciding(by, stage), at=at, question=question)


def decline(*, stage: RequestStage, by: Actor, at: datetime, reason: str) -> TrainingRequest:
    """Say no at a stage: see `_decline`."""
    return _decline(stage=stage, by=deciding(by, stage), at=at, reason=reason)


def approve_several(*, stages: Iterable[RequestStage], by: Actor, at: datetime) -> list[str]:
    """Agree to several requests, each by a command of its own; returns a sentence for each that was refused."""
    refusals = []
    for stage in stages:
        try:
            approve(stage=stage, by=by, at=at)
        except Refused as refused:
            refusals.append(f"{stage.request.title}: {refused.reason}")
    return refusals


@command("training.request.approve")
def _approve(*, stage: RequestStage, by: Actor, at: datetime, grounds: Grounds, reason: str) -> TrainingRequest:
    """Agree. The next decision opens; after the last one the request is approved and its place is kept for good.

    Refuses who does not decide here, what is decided, asked back or withdrawn, and texts over 1,000 characters.
    """
    request, stage = _taken(stage, by=by)
    stage.job_role = _noted(grounds.job_role or (request.role_relevance or request.need)[:MOST_NOTE], field="job_role")
    stage.benefit = _noted(grounds.benefit or (request.benefit or request.need)[:MOST_NOTE], field="benefit")
    stage.reason = _noted(reason, field="reason")
    stage.save(update_fields=["job_role", "benefit", "reason"])
    approve_at(stage=stage, by=by, at=at)
    following = next_stage(request)
    if following is None:
        return _approved(request, by=by, at=at)
    request.asked_since = at
    request.save(update_fields=["asked_since"])
    record(request, changed=("asked_since",), about=request.person_id, organisation=request.organisation_id)
    asked = tell_deciders(open_stage(stage=following, by=portal(by.on), at=at), by=by, at=at)
    tell_person(request, AGREED, by=by, at=at, following=in_a_row((person.full_name for person in asked), last="or"))
    return request


@command("training.request.ask")
def _ask(*, stage: RequestStage, by: Actor, at: datetime, question: str) -> TrainingRequest:
    """Ask something. Until it is answered the clock stands still, and the person keeps her place."""
    request, stage = _taken(stage, by=by)
    said = _noted(question, field="reason")
    if not said:
        raise Refused("Write your question.", field="reason")
    ask_at(stage=stage, by=by, at=at)
    RequestQuestion.objects.create(stage=stage, asked_by_id=by.person_id, asked_at=at, question=said)
    asked = apply(REQUEST, "ask", request, by=by, at=at)
    tell_person(asked, QUESTION, by=by, at=at)
    return asked


@command("training.request.decline")
def _decline(*, stage: RequestStage, by: Actor, at: datetime, reason: str) -> TrainingRequest:
    """Say no, with a reason the person reads. Her place with an event goes to the next; later decisions are void."""
    request, stage = _taken(stage, by=by, is_no=True)
    said = _noted(reason, field="reason")
    if not said:
        raise Refused("Give a reason. It is read by the person who asks.", field="reason")
    stage.reason = said
    stage.save(update_fields=["reason"])
    decline_at(stage=stage, by=by, at=at)
    declined = apply(REQUEST, "decline", request, by=by, at=at)
    void_all(declined, on=by.on, at=at)
    tell_person(declined, DECLINED, by=by, at=at)
    booking = Booking.objects.live().filter(request=declined).first()
    if booking is not None:
        release(booking=booking, by=portal(by.on), at=at)
    return declined


def _approved(request: TrainingRequest, *, by: Actor, at: datetime) -> TrainingRequest:
    approved = apply(REQUEST, "approve", request, by=by, at=at)
    Booking.objects.filter(request=approved, state=BookingState.HELD).update(kept_until=None)
    tell_person(approved, APPROVED, by=by, at=at)
    return approved


def _taken(stage: RequestStage, *, by: Actor, is_no: bool = False) -> tuple[TrainingRequest, RequestStage]:
    """Request and stage as they stand, locked in the order in which bookings lock: event, request, stage."""
    if stage.request.event_id is not None:
        TrainingEvent.objects.select_for_update().get(pk=stage.request.event_id)
    request = TrainingRequest.objects.select_for_update().get(pk=stage.request_id)
    current = RequestStage.objects.select_for_update().get(pk=stage.pk)
    if not allows("training.stage.decide", by, current):
        raise Refused("This is for somebody else to decide.")
    decided_by = current.decided_by.full_name if current.decided_by else ""
    decision = can_decide(Made(request.state, current.state, decided_by, current.decided_at), is_no=is_no)
    if not decision.allowed:
        raise Refused(decision.reason)
    return request, current


def _noted(text: str, *, field: str) -> str:
    said = text.strip().replace("\r\n", "\n")
    if len(said) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE:,} characters.", field=field)
    return said
