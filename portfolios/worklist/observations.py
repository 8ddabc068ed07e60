"""What waits among observations: for who observes, for the practitioner, and of the practitioner's with others."""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.selectors.observations import asked_of, observer_name, own_open


def _to_observe(actor: Actor, on: date) -> list[Item]:
    return [_judge(each) if each.state == EvidenceState.REFLECTED else _observe(each, on) for each in asked_of(actor)]


def _observe(evidence: Evidence, on: date) -> Item:
    day, name = evidence.observation.planned_on, evidence.person.full_name
    is_ahead = day > on
    return Item(
        what=f"Observe {name} on {in_words(day)}" if is_ahead else f"Write what you saw when you observed {name}",
        why="Read what you are asked to look at." if is_ahead else f"It was planned for {in_words(day)}.",
        url=reverse("portfolios:write-observation", args=[evidence.pk]),
        action="Read it" if is_ahead else "Write",
        due_on=day if is_ahead else None,
        waiting_since=None if is_ahead else day,
    )


def _judge(evidence: Evidence) -> Item:
    return Item(
        what=f"Say what you make of what you saw of {evidence.person.full_name}",
        why="There is a reflection now. Your judgement completes the observation.",
        url=reverse("portfolios:judge-observation", args=[evidence.pk]),
        action="Read and judge",
        waiting_since=_day(evidence.observation.reflected_at),
    )


def _own(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    turns = own_open(actor).filter(state__in=[EvidenceState.DRAFT, EvidenceState.ANSWERED])
    return [_reflect(each) if each.state == EvidenceState.ANSWERED else _ask_again(each) for each in turns]


def _reflect(evidence: Evidence) -> Item:
    return Item(
        what=f"Write your reflection on “{evidence.title}”",
        why=f"{observer_name(evidence.observation)} wrote what they saw.",
        url=reverse("portfolios:reflect-on-observation", args=[evidence.pk]),
        action="Read and write",
        waiting_since=_day(evidence.observation.seen_at),
    )


def _ask_again(evidence: Evidence) -> Item:
    name = observer_name(evidence.observation)
    return Item(
        what=f"Ask somebody to observe “{evidence.title}”",
        why=f"{name} cannot do it." if evidence.returned_because else "You took it back.",
        url=evidence.get_absolute_url(),
        action="Open it",
        waiting_since=_day(evidence.changed_at),
    )


def _awaited(actor: Actor, on: date) -> list[Item]:
    """What waits with the observer: the writing once the day is there, and the judgement."""
    if actor.person_id is None:
        return []
    waiting = own_open(actor).filter(state__in=[EvidenceState.ASKED, EvidenceState.REFLECTED])
    return [_with_observer(each) for each in waiting if _is_due(each, on)]


def _is_due(evidence: Evidence, on: date) -> bool:
    return evidence.state == EvidenceState.REFLECTED or evidence.observation.planned_on <= on


def _with_observer(evidence: Evidence) -> Item:
    observation = evidence.observation
    is_judged = evidence.state == EvidenceState.REFLECTED
    return Item(
        what=f"{observer_name(observation)} to {'judge' if is_judged else 'write down'} “{evidence.title}”",
        why="An observation is complete once the observer has judged it.",
        url=evidence.get_absolute_url(),
        action="See it",
        waiting_since=_day(observation.reflected_at) if is_judged else observation.planned_on,
    )


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment is not None else None


declare(Provider("portfolios.observe", _to_observe))
declare(Provider("portfolios.observation", _own))
declare(Provider("portfolios.observation_awaited", _awaited, waits_on_others=True))
