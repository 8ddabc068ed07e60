"""Telling people how a request goes on: who decides next, and the person herself."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from academy.engines.notify.kinds import NoticeContext, NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.training.models import RequestStage, TrainingRequest
from academy.training.notices.requests import WAITING, OnwardContext, RequestContext, WaitingContext
from academy.training.selectors.deciders import Deciders, asker_of, deciders_of
from academy.training.selectors.higher import higher_of
from academy.training.selectors.policies import terms_of
from academy.training.services.decision_links import decision_url


def tell_deciders(stage: RequestStage, *, by: Actor, at: datetime) -> list[Person]:
    """Ask everybody who can decide at a stage that has just opened; returns them, the deputies last."""
    request, on = stage.request, timezone.localdate(at)
    deciders = deciders_of([asker_of(stage)], on=on)
    higher = higher_of([stage], deciders, on=on)
    context = WaitingContext(
        what=request.title,
        who=request.person.full_name,
        goes_up=in_words(terms_of(request.policy).escalates_on(on)) if higher else "",
        url=decision_url(stage),
    )
    people = _can_decide(stage, deciders[asker_of(stage)])
    _send(WAITING, people, context=context, by=by, at=at)
    return people


def tell_present_deciders(stage: RequestStage, kind: NoticeKind, *, who: str, by: Actor, at: datetime) -> None:
    """Tell everybody who can decide at a stage what has come of it."""
    context = RequestContext(what=stage.request.title, who=who, url=decision_url(stage))
    _send(kind, asked_of(stage, on=timezone.localdate(at)), context=context, by=by, at=at)


def tell_person(
    request: TrainingRequest, kind: NoticeKind, *, by: Actor, at: datetime, following: str | None = None
) -> None:
    """Tell the person herself what somebody did with her request; `following` names who decides next."""
    said = {"what": request.title, "who": by.label, "url": request.get_absolute_url()}
    context = RequestContext(**said) if following is None else OnwardContext(**said, following=following)
    notices.send(kind=kind, to=request.person, context=context, by=by, at=at)


def asked_of(stage: RequestStage, *, on: date) -> list[Person]:
    """Everybody who can decide at a stage on a day: who does, her deputies, and whom it went up to."""
    return _can_decide(stage, deciders_of([asker_of(stage)], on=on)[asker_of(stage)])


def _can_decide(stage: RequestStage, deciders: Deciders) -> list[Person]:
    people = [*deciders.of(stage.decider), *deciders.deputies_of(stage.decider)]
    higher = [] if stage.escalated_to is None else [stage.escalated_to]
    return list({person.pk: person for person in [*people, *higher]}.values())


def _send(kind: NoticeKind, people: Iterable[Person], *, context: NoticeContext, by: Actor, at: datetime) -> None:
    for person in people:
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
