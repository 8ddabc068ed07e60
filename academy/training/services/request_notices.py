"""Telling people how a request goes on: who decides next, and the person herself."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from academy.engines.notify.kinds import NoticeContext, NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.training.choices import Decider
from academy.training.models import RequestStage, TrainingRequest
from academy.training.notices.requests import WAITING, OnwardContext, RequestContext, WaitingContext
from academy.training.selectors.deciders import deciders_for
from academy.training.selectors.policies import terms_of
from academy.training.services.decision_links import decision_url


def tell_deciders(stage: RequestStage, *, by: Actor, at: datetime) -> list[Person]:
    """Ask everybody who can decide at a stage that has just opened; returns them, the deputies last."""
    request = stage.request
    terms = terms_of(request.policy)
    context = WaitingContext(
        what=request.title,
        who=request.person.full_name,
        goes_up=in_words(terms.escalates_on(timezone.localdate(at))),
        url=decision_url(stage),
    )
    people = asked_of(stage, on=timezone.localdate(at))
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


def in_a_row(people: Iterable[Person]) -> str:
    """Names as a sentence has them: "Helen Prosser or Ruth Adeyemi"."""
    names = [person.full_name for person in people]
    return " or ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} or {names[-1]}"


def asked_of(stage: RequestStage, *, on: date) -> list[Person]:
    """Everybody who can decide at a stage on a day: who does, her deputies, and whom it went up to."""
    request = stage.request
    deciders = deciders_for(request.person_id, request.organisation_id, on=on)
    people = list(deciders.of(stage.decider))
    if stage.decider == Decider.LINE_MANAGER:
        people += [each.deputy for each in deciders.deputies]
    if stage.escalated_to is not None:
        people.append(stage.escalated_to)
    return list({person.pk: person for person in people}.values())


def _send(kind: NoticeKind, people: Iterable[Person], *, context: NoticeContext, by: Actor, at: datetime) -> None:
    for person in people:
        notices.send(kind=kind, to=person, context=context, by=by, at=at)
