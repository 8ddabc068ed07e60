"""A direct observation as the observer acts on it, signed in or by her link: written, declined, judged."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.links.models import Link
from academy.engines.links.services.links import spend
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.selectors.line_management import absent_manager
from academy.people.services.judging import worded
from portfolios.choices.evidence import MOST_REASON, Judgement, Observer
from portfolios.models import Evidence, Observation
from portfolios.notices import observations as told
from portfolios.rules.observations import can_have_been, is_not_her_manager
from portfolios.selectors.observations import is_line_manager
from portfolios.services.observation_letters import forget_outsider, tell_practitioner
from portfolios.workflow import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the observer writes: the day, what she saw, and that the people present agreed to her being there."""

    happened_on: date
    seen: str
    strengths: str = ""
    to_develop: str = ""
    people_agreed: bool = False


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What the observer makes of it, in one of three words and her own; no outcome is worked out of it (D1-54)."""

    judgement: str
    reason: str


def observe(*, evidence: Evidence, seen: Seen, by: Actor, at: datetime, link: Link | None = None) -> Evidence:
    """Write what was seen; the practitioner is asked to reflect. Somebody outside uses up her link with it.

    Refuses a day to come, nothing seen, people who did not agree, and as the line manager's one of a day on which she
    was not.
    """
    return _observe(evidence=evidence, seen=seen, by=_observing(evidence, by), at=at, link=link)


def judge(*, evidence: Evidence, judged: Judged, by: Actor, at: datetime, link: Link | None = None) -> Evidence:
    """Say what one makes of what one saw, after the reflection; the observation is complete with it.

    Somebody outside uses up her second link, and her address is deleted. Refuses an unknown judgement and no reason.
    """
    return _judge(evidence=evidence, judged=judged, by=_observing(evidence, by), at=at, link=link)


@command("portfolios.observation.decline")
def decline(*, evidence: Evidence, reason: str, by: Actor, at: datetime, link: Link | None = None) -> Evidence:
    """Say that one cannot observe, and why; the practitioner is told and can ask somebody else. Refuses no reason."""
    said = worded(reason, field="reason", missing="Say in a few words why. They read it.", most=MOST_REASON)
    values = {"returned_because": said, "changed_at": at}
    sent_back = apply(EVIDENCE, "send_back", evidence, by=by, at=at, values=values)
    _spend(link, by=by, at=at)
    tell_practitioner(told.DECLINED, sent_back, by=by, at=at)
    return sent_back


@command("portfolios.observation.observe")
def _observe(*, evidence: Evidence, seen: Seen, by: Actor, at: datetime, link: Link | None) -> Evidence:
    decision = can_have_been(seen.happened_on, on=by.on)
    if not decision.allowed:
        raise Refused(decision.reason, field="happened_on")
    if not seen.people_agreed:
        raise Refused("It can be written only if the people present agreed. If not, say that you cannot do it.")
    written = {
        "seen": worded(seen.seen, field="seen", missing="Write what you saw."),
        "strengths": worded(seen.strengths, field="strengths"),
        "to_develop": worded(seen.to_develop, field="to_develop"),
        "people_agreed": True,
        "seen_at": at,
    }
    values = {"happened_on": seen.happened_on, "changed_at": at}
    answered = apply(EVIDENCE, "observe", evidence, by=by, at=at, values=values)
    _judge_manager(answered)
    _spend(link, by=by, at=at)
    Observation.objects.filter(pk=answered.pk).update(**written)
    tell_practitioner(told.WRITTEN, answered, by=by, at=at)
    return answered


@command("portfolios.observation.judge")
def _judge(*, evidence: Evidence, judged: Judged, by: Actor, at: datetime, link: Link | None) -> Evidence:
    if judged.judgement not in Judgement.values:
        raise Refused("Choose one of the answers shown.", field="judgement")
    reason = worded(judged.reason, field="reason", missing="Say why: what of what you saw shows it.")
    values: dict[str, object] = {"changed_at": at}
    if by.person_id is not None:
        values |= {"signed_by": by.person_id, "signed_at": at, "signed_for": by.on_behalf_of_id}
    complete = apply(EVIDENCE, "judge", evidence, by=by, at=at, values=values)
    _spend(link, by=by, at=at)
    Observation.objects.filter(pk=complete.pk).update(judgement=judged.judgement, judgement_reason=reason, judged_at=at)
    tell_practitioner(told.JUDGED, complete, by=by, at=at)
    forget_outsider(complete, by=by, at=at)
    return complete


def _spend(link: Link | None, *, by: Actor, at: datetime) -> None:
    if link is not None:
        spend(link=link, by=by, at=at)


def _judge_manager(answered: Evidence) -> None:
    """The relation decides what it counts as, so it has to hold on the day it was (S2-76)."""
    observation = Observation.objects.select_related("observer").get(pk=answered.pk)
    observer, day = observation.observer, answered.happened_on
    if observation.relation != Observer.LINE_MANAGER or observer is None or day is None:
        return
    if not is_line_manager(observer.pk, answered, on=day):
        whose = f"{answered.person.short_name}’s"
        why = is_not_her_manager(observer.full_name, whose=whose, day=day)
        raise Refused(f"{why} Say that you cannot do it, and they ask you as a colleague.", field="happened_on")


def _observing(evidence: Evidence, by: Actor) -> Actor:
    """The observer as she acts: on behalf of the line manager she stands in for, so that both names stay."""
    if by.person_id is None or evidence.observation.relation != Observer.LINE_MANAGER:
        return by
    absent = absent_manager(evidence.person_id, evidence.organisation_id, by=by.person_id, on=by.on)
    return replace(by, on_behalf_of_id=absent) if absent is not None else by
