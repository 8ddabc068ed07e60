"""Writing a request, submitting it, answering questions about it, and withdrawing it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.training.choices import (
    MOST_NOTE,
    OPEN_REQUESTS,
    AgreedIn,
    AwardType,
    BookingState,
    Outcome,
    RequestState,
    StageState,
)
from academy.training.models import Booking, RequestCost, RequestQuestion, RequestStage, TrainingRequest
from academy.training.notices.requests import ANSWERED, WITHDRAWN
from academy.training.rules.requests import Words, faults, missing_for_submission
from academy.training.rules.stages import Wanted, stages_needed
from academy.training.selectors.deciders import deciders_for
from academy.training.selectors.outside_courses import outside_course
from academy.training.selectors.policies import policy_for, terms_of
from academy.training.selectors.request_links import wrong_link
from academy.training.selectors.requests import words_of
from academy.training.services.request_notices import tell_deciders, tell_present_deciders
from academy.training.services.stages import answer_at, open_stage, portal, present_stage, void_all
from academy.training.workflow import REQUEST

NOBODY_DECIDES = (
    "Nobody is there for one of the decisions it needs: your record names no line manager, or nobody holds the role. "
    "Ask your academy to add who decides."
)


@dataclass(frozen=True, kw_only=True)
class PlaceWords:
    """Why somebody wants a place of the offer, and where it was agreed."""

    need: str
    agreed_in: str = AgreedIn.NOT_YET


@command("training.request.write")
def write(
    *,
    words: Words,
    by: Actor,
    at: datetime,
    request: TrainingRequest | None = None,
    token: UUID | None = None,
) -> TrainingRequest:
    """Begin a draft, or change one. It is private until it is submitted. `token` names the form of a new one, so that
    a form sent twice is one request.

    Refuses a request that was submitted, one of somebody else, what is wrong even with a draft, a course that is not
    taught outside or that she may not know of, and a goal or supervision that is not hers.
    """
    if request is None:
        request = _begun(token, by=by, at=at)
    if not allows("training.request.write" if request.pk else "training.request.start", by, request):
        raise Refused("Only the person who asks writes a request.")
    if request.pk:
        request = _locked(request)
    if request.state != RequestState.DRAFT:
        raise Refused("It is submitted and stays as it is. Withdraw it and ask again to say something else.")
    for fault in faults(words, on=by.on):
        raise Refused(fault.reason, field=fault.field)
    if words.course_id not in (None, request.course_id) and outside_course(by, str(words.course_id)) is None:
        raise Refused("Choose a course of your offer that is taught outside.", field="course")
    wrong = wrong_link(words, before=request, by=by)
    if wrong:
        raise Refused("Choose one of your own, or none.", field=wrong)
    return _written(request, words, at=at)


@command("training.request.submit")
def submit(*, request: TrainingRequest, by: Actor, at: datetime) -> TrainingRequest:
    """Hand a request to whoever decides first. The policy of the day stays with it.

    Refuses what does not say everything a decision rests on, and a request that nobody is there to decide.
    """
    request = _locked(request)
    if allows("training.request.submit", by, request) and request.event_id is None:
        for fault in missing_for_submission(words_of(request), on=by.on):
            raise Refused(fault.reason, field=fault.field)
    return _submitted(request, by=by, at=at)


@command("training.request.ask_for_place")
def ask_for_place(*, booking: Booking, words: PlaceWords, by: Actor, at: datetime) -> TrainingRequest:
    """Make and submit the request a place needs, for the person the place is for.

    A place in the queue and a held one are independent of it; a held one is kept until the policy's days are over. Who
    asked for the same event before and has not been declined does not ask again: her request goes with the new place.
    Refuses a place that has its request, and what `submit` refuses.
    """
    if booking.request_id is not None:
        raise Refused("This place has its request already. You find it among your requests.")
    if not words.need.strip():
        raise Refused("Say why you would like to take part.", field="need")
    before = TrainingRequest.objects.select_for_update().filter(person_id=booking.person_id, event_id=booking.event_id)
    standing = before.filter(state__in=[*OPEN_REQUESTS, RequestState.APPROVED]).first()
    if standing is not None:
        Booking.objects.filter(request=standing).update(request=None)
        record(standing, about=standing.person_id, organisation=standing.organisation_id)
        return _with_place(standing, booking, at=at)
    request = TrainingRequest(
        person=booking.person,
        organisation=booking.organisation,
        course=booking.event.course,
        event=booking.event,
        started_at=at,
    )
    _written(request, _words_for(booking, words), at=at, recorded=False)
    return _with_place(_submitted(request, by=by, at=at), booking, at=at)


@command("training.request.answer")
def answer(*, request: TrainingRequest, text: str, by: Actor, at: datetime) -> TrainingRequest:
    """Answer the question that is open. The clock goes on from where it stood.

    Refuses nothing written and more than 1,000 characters.
    """
    text = text.strip().replace("\r\n", "\n")
    if not text:
        raise Refused("Write an answer.", field="answer")
    if len(text) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE:,} characters.", field="answer")
    answered = apply(REQUEST, "answer", _locked(request), by=by, at=at)
    stage = RequestStage.objects.select_for_update().get(request=answered, state=StageState.ASKED)
    question = RequestQuestion.objects.get(stage=stage, answered_at=None)
    question.answer, question.answered_at = text, at
    question.save(update_fields=["answer", "answered_at"])
    stood_still = at - question.asked_at
    TrainingRequest.objects.filter(pk=answered.pk).update(asked_since=F("asked_since") + stood_still)
    answered.refresh_from_db()
    tell_present_deciders(answer_at(stage=stage, by=by, at=at), ANSWERED, who=by.label, by=by, at=at)
    return answered


@command("training.request.withdraw")
def withdraw(*, request: TrainingRequest, by: Actor, at: datetime) -> TrainingRequest:
    """Take a request back; whoever was asked to decide is told. Its place is another act: see `giving_up`."""
    request = _locked(request)
    stage = present_stage(request)
    withdrawn = apply(REQUEST, "withdraw", request, by=by, at=at)
    withdrawn.changed_at = at
    withdrawn.save(update_fields=["changed_at"])
    if stage is not None:
        tell_present_deciders(stage, WITHDRAWN, who=withdrawn.person.full_name, by=by, at=at)
    void_all(withdrawn, on=by.on, at=at)
    return withdrawn


def withdraw_with_place(booking: Booking, *, by: Actor, at: datetime) -> None:
    """Withdraw the open request of a place that is given back: by the person herself, else by the portal."""
    request = TrainingRequest.objects.open().filter(booking=booking).first()
    if request is not None:
        withdraw(request=request, by=by if by.person_id == request.person_id else portal(by.on), at=at)


def hand_in(
    *,
    words: Words,
    by: Actor,
    at: datetime,
    request: TrainingRequest | None = None,
    token: UUID | None = None,
) -> TrainingRequest:
    """Write a request and submit it, both or neither."""
    with transaction.atomic():
        written = write(words=words, by=by, at=at, request=request, token=token)
        return submit(request=written, by=by, at=at)


def _begun(token: UUID | None, *, by: Actor, at: datetime) -> TrainingRequest:
    """The request a form became when it was sent before, else a new one."""
    before = TrainingRequest.objects.select_for_update().filter(token=token).first() if token else None
    return before or TrainingRequest(
        person_id=by.person_id, organisation_id=by.organisation_id, started_at=at, token=token
    )


def _locked(request: TrainingRequest) -> TrainingRequest:
    return TrainingRequest.objects.select_for_update().get(pk=request.pk)


def _written(request: TrainingRequest, words: Words, *, at: datetime, recorded: bool = True) -> TrainingRequest:
    values = _columns(words)
    for name, value in values.items():
        setattr(request, name, value)
    request.changed_at = at
    is_new = request.pk is None
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError as twice:
        raise Refused("This was sent a moment ago. You find it among your requests.") from twice
    request.costs.all().delete()
    RequestCost.objects.bulk_create(
        RequestCost(request=request, kind=kind, pounds=pounds) for kind, pounds in words.costs.items() if pounds
    )
    if recorded:
        moved = ("", RequestState.DRAFT) if is_new else ("", "")
        changed = [name.removesuffix("_id") for name in values]
        record(request, moved=moved, changed=changed, about=request.person_id, organisation=request.organisation_id)
    return request


def _columns(words: Words) -> dict[str, Any]:
    texts = {name: getattr(words, name).strip() for name in ("title", "provider")}
    texts |= {
        name: getattr(words, name).strip().replace("\r\n", "\n") for name in ("need", "role_relevance", "benefit")
    }
    others = ("course_id", "award_type", "starts_on", "ends_on", "days", "agreed_in", "agreed_on")
    come_from = ("goal_id", "supervision_id")
    said = {name: getattr(words, name) for name in (*others, *come_from)}
    return {**texts, **said, "support": sorted(words.support)}


def _words_for(booking: Booking, words: PlaceWords) -> Words:
    """Everything a request says of a place: her words, and the facts of course and event."""
    event, course = booking.event, booking.event.course
    return Words(
        title=event.title or course.title,
        course_id=course.pk,
        provider=course.provider,
        award_type=AwardType.CERTIFICATE if course.outcome == Outcome.AWARD else AwardType.NONE,
        need=words.need,
        agreed_in=words.agreed_in,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        days=course.days,
        costs=dict(course.costs.values_list("kind", "pounds")),
    )


def _with_place(request: TrainingRequest, booking: Booking, *, at: datetime) -> TrainingRequest:
    """Join the two; a held place waits until the policy's days are over, unless it is approved already."""
    booking.request = request
    if booking.state == BookingState.HELD and request.is_open:
        booking.kept_until = at + timedelta(days=terms_of(request.policy).hold_days)
    booking.save(update_fields=["request", "kept_until"])
    return request


def _submitted(request: TrainingRequest, *, by: Actor, at: datetime) -> TrainingRequest:
    """Submit as the one act of a command: policy, stages, the first of them opened, and its deciders told."""
    request.policy = policy_for(request.organisation_id, on=by.on)
    if request.policy.pk is None:
        raise Refused("Your organisation has no training policy yet. Ask your academy lead.")
    wanted = Wanted(cost=words_of(request).cost, days=request.days or Decimal(0), award_type=request.award_type)
    deciders = deciders_for(request.person_id, request.organisation_id, on=by.on)
    needed = stages_needed(wanted, terms_of(request.policy), there_are=deciders.there_are)
    if not needed:
        raise Refused(NOBODY_DECIDES)
    request.asked_since = at
    request.save(update_fields=["policy", "asked_since"])
    submitted = apply(REQUEST, "submit", request, by=by, at=at)
    for order, each in enumerate(needed, start=1):
        RequestStage.objects.create(request=submitted, order=order, decider=each.decider, because=each.because)
    first = RequestStage.objects.get(request=submitted, order=1)
    tell_deciders(open_stage(stage=first, by=portal(by.on), at=at), by=by, at=at)
    return submitted
