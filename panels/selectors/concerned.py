"""Whom panels concern on a day: who sits on one, who has a case, may begin one from outside or is given one to
judge, who hears an appeal, who sees to an action of the year's plan, who reads a sample from outside."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from academy.people.choices import MembershipKind
from academy.people.models import Membership
from academy.people.querysets import holds_on
from academy.people.selectors.standing import marked
from panels.choices.cases import CaseKind
from panels.choices.judging import STANDING
from panels.models import Action, Assignment, Case, Hearer, Member
from panels.querysets.samples import READS_OUTSIDE

CONCERNED, READS_SAMPLES = "panels", "panels.samples"


def seats_held(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who has a seat on a panel on the day."""
    return marked(Member.objects.filter(holds_on(on), person_id=person_id), CONCERNED)


def own_cases_begun(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on whose own case there is, also when it is over. An ASYE under moderation is told of by its record."""
    return marked(Case.objects.filter(person_id=person_id).exclude(kind=CaseKind.MODERATION), CONCERNED)


def candidates_outside(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who belongs somewhere as an external candidate: her way to a case leads through panels (S2-89)."""
    return marked(_as_candidate(person_id, on), CONCERNED)


def candidate_at(actor: Actor) -> QuerySet[Any, Any]:
    """Does the actor belong where she acts as an external candidate?"""
    return _as_candidate(actor.person_id, actor.on).filter(organisation_id=actor.organisation_id)


def cases_given(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who is given a case to judge."""
    return marked(Assignment.objects.filter(person_id=person_id, state__in=STANDING), CONCERNED)


def appeals_heard(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who is named to hear an appeal."""
    return marked(Hearer.objects.filter(person_id=person_id, stood_down_at=None), CONCERNED)


def actions_seen_to(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who sees to an open action of the year's plan."""
    return marked(Action.objects.in_hand().filter(owner_id=person_id), CONCERNED)


def samples_read(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who was named to read a draw from outside, until her day."""
    held = Grant.objects.filter(person_id=person_id, purpose=READS_OUTSIDE, withdrawn_at=None, from_on__lte=on)
    return marked(held.filter(Q(until_on=None) | Q(until_on__gte=on)), READS_SAMPLES)


def _as_candidate(person_id: int | None, on: date) -> QuerySet[Any, Any]:
    return Membership.objects.filter(holds_on(on), person_id=person_id, kind=MembershipKind.CANDIDATE)
