"""A direct observation as the practitioner acts on it: planned and asked for, moved, taken back, reflected on,
withdrawn (S2-76, S3-35, D1-40, D1-48).
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.links.services.links import withdraw_all
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongs_to
from academy.people.services.judging import lock_person, worded
from portfolios.choices.evidence import (
    MOST_REASON,
    MOST_TITLE,
    EvidenceKind,
    EvidenceState,
    Observer,
)
from portfolios.links.observations import JUDGE, OBSERVE
from portfolios.models import Evidence, Observation
from portfolios.notices import observations as told
from portfolios.rules.observations import called, can_be_planned, is_not_her_manager
from portfolios.selectors.observations import is_line_manager
from portfolios.selectors.policies import policy_for
from portfolios.services.observation_letters import forget_outsider, send_link, tell_observer
from portfolios.workflow import EVIDENCE

CHANGE = "portfolios.evidence.change"


@dataclass(frozen=True, kw_only=True)
class OutsideObserver:
    """Somebody without an account here: where the links go, and the number she gives on the register."""

    name: str
    email: str
    registration: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is to be observed, when, by whom and as what. One of `observer` and `outsider` is there."""

    setting: str
    relation: str
    planned_on: date
    title: str = ""
    focus: str = ""
    statement_ids: frozenset[int] = frozenset()
    observer: Person | None = None
    outsider: OutsideObserver | None = None


@command("portfolios.observation.plan")
def plan(*, plan: Plan, token: uuid.UUID, by: Actor, at: datetime) -> Evidence:
    """Plan an observation of oneself and ask the observer at once; somebody outside is sent a link.

    Refuses who has no post in the organisation acted in, a form sent twice, days a year off, oneself, a colleague of
    another organisation, a relation the evidence policy does not let observe, and as line manager anybody who is not,
    on that day, her line manager or the manager's deputy.
    """
    person_id, organisation_id = by.person_id, by.organisation_id
    is_staff = organisation_id is not None and organisation_id in by.staff_of
    if not allows("portfolios.evidence.begin", by) or person_id is None or not is_staff:
        raise Refused("Evidence is gathered where you have a post. Choose that organisation first.")
    lock_person(person_id)
    if Evidence.objects.filter(person_id=person_id, token=token).exists():
        raise Refused("This was sent already. You find it among your evidence.")
    planned = Evidence(
        person_id=person_id,
        organisation_id=organisation_id,
        token=token,
        kind=EvidenceKind.OBSERVATION,
        created_at=at,
        changed_at=at,
    )
    _judge(plan, planned, by=by)
    planned.title = called(plan.title, plan.setting)
    planned.save()
    Observation.objects.create(evidence=planned, **_said(plan))
    return _ask(planned, plan, by=by, at=at)


@command("portfolios.observation.plan_again")
def plan_again(*, evidence: Evidence, plan: Plan, by: Actor, at: datetime) -> Evidence:
    """Ask again, or somebody else, after the observer could not or one took it back. Refuses what `plan` refuses."""
    if not allows(CHANGE, by, evidence):
        raise Refused("Only the person whose practice it is plans it.")
    held = Evidence.objects.select_for_update().get(pk=evidence.pk)
    _judge(plan, held, by=by)
    held.title = called(plan.title, plan.setting)
    held.save(update_fields=["title"])
    forget_outsider(held, by=by, at=at)
    Observation.objects.filter(pk=held.pk).update(**_said(plan))
    return _ask(held, plan, by=by, at=at)


@command("portfolios.observation.move")
def move(*, evidence: Evidence, planned_on: date, by: Actor, at: datetime) -> Observation:
    """Move the planned day; the observer is told, and a link for the new day takes the place of the one before.

    Refuses the day it is planned for, one a year off, what no longer waits to be observed, and a day on which who is
    to observe as line manager is not.
    """
    if not allows(CHANGE, by, evidence):
        raise Refused("Only the person whose practice it is moves it.")
    held = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if held.state != EvidenceState.ASKED:
        raise Refused("Only an observation that waits to be written can be moved.")
    observation = held.observation
    if planned_on == observation.planned_on:
        raise Refused("It is planned for this day already.", field="planned_on")
    _judge_day(planned_on, by=by)
    _judge_manager(held, observation.observer, relation=observation.relation, day=planned_on)
    observation.planned_on = planned_on
    observation.save(update_fields=["planned_on"])
    record(observation, changed=("planned_on",), about=held.person_id, organisation=held.organisation_id)
    if observation.is_by_outsider:
        send_link(evidence=held, by=by, at=at)
    else:
        tell_observer(told.MOVED, held, by=by, at=at)
    return observation


@command("portfolios.observation.call_back")
def call_back(*, evidence: Evidence, by: Actor, at: datetime) -> Evidence:
    """Take back what one asked before it is written; it can be asked again, of somebody else or for another day."""
    called_back = apply(EVIDENCE, "call_back", evidence, by=by, at=at, values={"changed_at": at})
    withdraw_all(purpose=OBSERVE, subject=called_back, by=by, at=at)
    tell_observer(told.CALLED_OFF, called_back, by=by, at=at)
    return called_back


@command("portfolios.observation.reflect")
def reflect(*, evidence: Evidence, words: str, statement_ids: frozenset[int], by: Actor, at: datetime) -> Evidence:
    """Write what one takes from what was seen, and which standards it speaks to; the observer is asked to judge.

    Somebody outside is sent her second link. Refuses no words, too many, and what is not written yet.
    """
    said = worded(words, field="reflection", missing="Write what you take from it.")
    values = {"reflection": said, "changed_at": at}
    reflected = apply(EVIDENCE, "reflect", evidence, by=by, at=at, values=values)
    reflected.statements.set(statement_ids)
    Observation.objects.filter(pk=reflected.pk).update(reflected_at=at)
    if reflected.observation.is_by_outsider:
        send_link(evidence=reflected, by=by, at=at)
    else:
        tell_observer(told.REFLECTED, reflected, by=by, at=at)
    return reflected


@command("portfolios.observation.withdraw")
def withdraw(*, evidence: Evidence, reason: str, by: Actor, at: datetime) -> Evidence:
    """Take the whole piece back: links end, the address of somebody outside is deleted, and who was still to do
    something is told. What was handed in with it stays as it was handed in."""
    waited = Evidence.objects.filter(pk=evidence.pk, state__in=WAITED_FOR).exists()
    values = {"withdrawn_because": reason.strip()[:MOST_REASON], "changed_at": at}
    withdrawn = apply(EVIDENCE, "withdraw", evidence, by=by, at=at, values=values)
    for purpose in (OBSERVE, JUDGE):
        withdraw_all(purpose=purpose, subject=withdrawn, by=by, at=at)
    if waited:
        tell_observer(told.CALLED_OFF, withdrawn, by=by, at=at)
    forget_outsider(withdrawn, by=by, at=at)
    return withdrawn


WAITED_FOR = (EvidenceState.ASKED, EvidenceState.ANSWERED, EvidenceState.REFLECTED)


def _ask(evidence: Evidence, plan: Plan, *, by: Actor, at: datetime) -> Evidence:
    """Send it on its way; the one event of the command that plans."""
    values = {"returned_because": "", "changed_at": at}
    asked = apply(EVIDENCE, "ask", evidence, by=by, at=at, values=values)
    asked.statements.set(plan.statement_ids)
    if plan.outsider is not None:
        send_link(evidence=asked, by=by, at=at)
    else:
        tell_observer(told.ASKED, asked, by=by, at=at)
    return asked


def _judge(plan: Plan, evidence: Evidence, *, by: Actor) -> None:
    _judge_day(plan.planned_on, by=by)
    if plan.relation not in policy_for(evidence.organisation_id, by.on).observers:
        raise Refused("Your evidence policy does not let them observe. Choose another observer.", field="relation")
    worded(plan.focus, field="focus")
    worded(plan.title, field="title", most=MOST_TITLE)
    if plan.outsider is not None:
        _judge_outsider(plan.outsider, plan.relation)
        return
    if plan.observer is None or plan.observer.pk == evidence.person_id:
        raise Refused("Choose somebody else: nobody observes herself.", field="person")
    if not belongs_to(plan.observer.pk, evidence.organisation_id, by.on):
        raise Refused("Choose somebody of your own organisation, or name an observer outside it.", field="person")
    _judge_manager(evidence, plan.observer, relation=plan.relation, day=plan.planned_on)


def _judge_day(day: date, *, by: Actor) -> None:
    decision = can_be_planned(day, on=by.on)
    if not decision.allowed:
        raise Refused(decision.reason, field="planned_on")


def _judge_manager(evidence: Evidence, observer: Person | None, *, relation: str, day: date) -> None:
    if relation != Observer.LINE_MANAGER or observer is None:
        return
    if not is_line_manager(observer.pk, evidence, on=day):
        why = is_not_her_manager(observer.full_name, whose="your", day=day)
        raise Refused(f"{why} Say what else they are to you, or choose your line manager.", field="relation")


def _judge_outsider(outsider: OutsideObserver, relation: str) -> None:
    if not outsider.name.strip():
        raise Refused("Write the name of who observes.", field="name")
    if not outsider.email.strip():
        raise Refused("Write their e-mail address: that is where the link goes.", field="email")
    if relation == Observer.LINE_MANAGER:
        raise Refused("Your line manager has an account here. Choose them among your colleagues.", field="relation")
    if relation == Observer.SOCIAL_WORKER and not outsider.registration.strip():
        raise Refused("Write their registration number, as they give it.", field="registration")


def _said(plan: Plan) -> dict[str, object]:
    outsider = plan.outsider
    return {
        "setting": plan.setting,
        "relation": plan.relation,
        "planned_on": plan.planned_on,
        "focus": worded(plan.focus, field="focus"),
        "observer": plan.observer,
        "outsider_name": outsider.name.strip() if outsider else "",
        "outsider_email": outsider.email.strip().lower() if outsider else "",
        "outsider_registration": outsider.registration.strip() if outsider else "",
    }
