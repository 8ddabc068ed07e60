"""The appeal against a decision, for its candidate, who hears it and who runs the panel; or until when to make one."""

from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppealState
from panels.models import Appeal, Case
from panels.models.appeal import Hearer
from panels.rules.appeals import can_answer, can_appeal
from panels.rules.days import appeal_by
from panels.rules.visibility import As, Sight
from panels.selectors.appeals import WAITING, appealing_of, hearers_of, lacking
from panels.selectors.deciding import latest_decision
from panels.selectors.policies import rules_of
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees


@dataclass(frozen=True)
class Told:
    """One appeal as whoever looks sees it. `lacks` says to the academy lead whom it lacks; `may_answer` is None where
    it is not hers to answer."""

    appeal: Appeal
    hearers: tuple[Hearer, ...]
    lacks: str
    may_keep: bool
    may_withdraw: bool
    may_answer: Decision | None


def appeal_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case, for who sees its appeals; to the candidate also whether she can appeal. Seven queries at
    most, of a case that was appealed against once."""
    if Sight.APPEAL not in sees:
        return None
    rows = Appeal.objects.visible_to(actor).filter(decision__case=case).select_related("decision").order_by("-pk")
    appeals = list(rows)
    may = _may_appeal(case, actor, on=on) if not appeals or appeals[0].state == AppealState.CLOSED else None
    if not appeals and may is None:
        return None
    last = appeal_by(rules_of(case.policy), released_on=may[1]).on if may else None
    context = {"appeals": appeals, "may": may[0] if may else None, "last": last}
    return Section("panels/case/_appeal.html", context, order=85)


def told_of(appeal: Appeal, *, actor: Actor, sees: Sees) -> Told:
    """The appeal for its page. Two queries."""
    hearers, waits = hearers_of(appeal), appeal.state in WAITING
    hears = As.HEARER in sees.acts_as and appeal.state == AppealState.HEARD
    ids = [each.person_id for each in hearers]
    policy = rules_of(appeal.decision.case.policy)
    judged = can_answer(appeal.standing, by_id=actor.person_id or 0, hearers=ids, rules=policy) if hears else None
    keeps = As.LEAD in sees.acts_as and waits
    return Told(
        appeal=appeal,
        hearers=tuple(hearers),
        lacks=lacking(appeal) if keeps else "",
        may_keep=keeps,
        may_withdraw=As.CANDIDATE in sees.acts_as and waits,
        may_answer=judged,
    )


def _may_appeal(case: Case, actor: Actor, *, on: date) -> tuple[Decision, date] | None:
    """May the candidate appeal now, and since when does she know; None where it is not hers or nothing is told."""
    if case.person_id != actor.person_id or case.state != CaseState.RELEASED:
        return None
    facts = appealing_of(case, latest_decision(case), actor)
    if facts.released_on is None or facts.has_appeal:
        return None
    return can_appeal(facts, rules=rules_of(case.policy), on=on), facts.released_on
