"""A year that starts later, or ends before its time. Both keep the record, and neither is an outcome (D1-60, D1-75)."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.notices import ending as told
from asye.rules.leaving import LaterStart, reason_faults, start_faults
from asye.selectors.audience import coordinators_of, in_part
from asye.selectors.policies import policy_for, rules_of
from asye.services.milestones import set_dates
from asye.services.portfolio_day import keep_day
from asye.services.refusing import require_faultless
from asye.services.sight import let_see
from asye.services.telling import tell
from asye.workflow import ENROLMENT

AHEAD_DAYS = 28


@command("asye.enrolment.defer")
def defer(*, enrolment: Enrolment, later: LaterStart, by: Actor, at: datetime) -> Enrolment:
    """Let a year whose agreement is not signed start on a later day, under the edition that holds then. Every date is
    worked out anew; she and those who have a part are told.

    Refuses who does not run the programme, a year that has begun, no reason, a day that is not later, and more years
    since she qualified than usual without what keeps her knowledge current.
    """
    require_faultless(reason_faults("because", later.because))
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("policy").get(pk=enrolment.pk)
    there = {"service": held.policy.service, "programme": held.policy.programme}
    holds = policy_for(held.organisation_id, on=later.starts_on, **there) or held.policy
    values: dict[str, object] = {"starts_on": later.starts_on, "policy": holds.pk}
    if later.knowledge_current.strip():
        values["knowledge_current"] = later.knowledge_current.strip()
    moved = apply(ENROLMENT, "defer", held, by=by, at=at, note=later.because.strip(), values=values)
    days = {"qualified_on": held.qualified_on, "planned_on": held.starts_on}
    require_faultless(start_faults(later, rules=rules_of(holds), **days))
    moved.periods.filter(until_on=None).update(from_on=later.starts_on, policy=holds)
    set_dates(moved, by=by, at=at)
    keep_day(moved, by=by, at=at)
    tell(told.STARTS_LATER, moved, to=_concerned(moved, by), url=moved.get_absolute_url(), by=by, at=at)
    return moved


@command("asye.enrolment.take_up")
def take_up(*, enrolment: Enrolment, by: Actor, at: datetime) -> Enrolment:
    """Take a deferred year up: its agreement is due again. Refuses who does not run the programme, and a first day that
    lies more than four weeks ahead."""
    moved = apply(ENROLMENT, "take_up", enrolment, by=by, at=at)
    if (moved.starts_on - by.on).days > AHEAD_DAYS:
        raise Refused("It starts more than four weeks from now. Take it up nearer to that day.")
    tell(told.STARTS, moved, to=_concerned(moved, by), url=moved.get_absolute_url(), by=by, at=at)
    return moved


@command("asye.enrolment.withdraw")
def withdraw(*, enrolment: Enrolment, because: str, by: Actor, at: datetime) -> Enrolment:
    """End a year before its time: she leaves, or does not go on. What was held stays hers, and there is no outcome.

    Refuses who does not run the programme, no reason, and a year that was recommended or has ended.
    """
    require_faultless(reason_faults("because", because))
    said = because.strip()
    ended = apply(ENROLMENT, "withdraw", enrolment, by=by, at=at, note=said, values={"ended_because": said})
    let_see(ended, by=by, at=at)
    tell(told.WITHDRAWN, ended, to=_concerned(ended, by), url=ended.get_absolute_url(), by=by, at=at)
    return ended


def _concerned(enrolment: Enrolment, by: Actor) -> list[Person]:
    parts = in_part(enrolment, Role.ASSESSOR, Role.MANAGER, on=by.on)
    return [enrolment.person, *parts, *coordinators_of(enrolment, on=by.on)]
