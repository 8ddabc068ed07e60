"""What was decided of a case, in the words that are told; for who is on the panel its reasons and what came before."""

from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import Decision as Judged
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.models import Case, Decision
from panels.rules.releasing import tells
from panels.rules.visibility import Sight
from panels.selectors.following import Follows, follows_of
from panels.selectors.outbox import can_tell_alone, goes_by, waits_alone
from panels.selectors.policies import rules_of
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees


@dataclass(frozen=True)
class Decided:
    """What the section shows. `reasons` and `before` are the panel's own; `outbox` is where the sitting is told, and
    `alone` whether this one may be told by itself, None where it goes with the others or is told; `is_late` that it was
    to go by an earlier day."""

    decision: Decision
    follows: Follows
    shows_reasons: bool
    before: tuple[Decision, ...]
    is_told: bool
    outbox: int | None
    alone: Judged | None
    is_late: bool


def decision_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case, for who sees its decision. Twelve queries at most."""
    if Sight.DECISION not in sees:
        return None
    beside = ("decided_by", "meeting__sitting", "case__journey__ladder", "case__policy", "case__grade", "letter")
    every = list(Decision.objects.filter(case=case).select_related(*beside).order_by("-number"))
    if not every:
        return None
    latest, reasons = every[0], Sight.REASONS in sees
    waits = case.state == CaseState.DECIDED and tells(rules_of(case.policy), sees.acts_as)
    by_itself = waits_alone(latest.meeting)
    part = Decided(
        decision=latest,
        follows=follows_of(latest),
        shows_reasons=reasons,
        before=tuple(every[1:]) if reasons else (),
        is_told=case.state == CaseState.RELEASED,
        outbox=latest.meeting_id if waits and not by_itself else None,
        alone=can_tell_alone(latest, actor) if waits and by_itself else None,
        is_late=on > goes_by([latest]),
    )
    return Section("panels/case/_decision.html", vars(part), order=70)
