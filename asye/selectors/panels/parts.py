"""Who is who in the year, who was before, and what they handed over."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.people.rules.spans import Span
from academy.ui.wording import beginning
from asye.choices.enrolments import ENDED, Role
from asye.models import Enrolment, Part
from asye.querysets.enrolments import RUNNERS
from asye.rules.documents_seen import seen_among, unseen_among
from asye.rules.parts import remarks
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.who import holdings_of, parts_of


@dataclass(frozen=True)
class Row:
    """A part: who has it today, who will or had it before, and what was handed over where the reader may read it."""

    role: Role
    now: Part | None
    others: tuple[Part, ...]
    handovers: tuple[Part, ...]

    @property
    def words(self) -> str:
        return beginning(self.role.label)


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel:
    """Everybody's part with its history. What was handed over is read by her and by who has the part. Three queries."""
    found: dict[Role, list[Part]] = {}
    for part in parts_of(enrolment):
        found.setdefault(Role(part.role), []).append(part)
    rules = rules_of(enrolment.policy)
    context = {
        "rows": [_row(role, parts, roles=roles, on=on) for role, parts in found.items()],
        "seen": seen_among(rules, enrolment.documents_seen),
        "unseen": unseen_among(rules, enrolment.documents_seen),
        "remarks": remarks(holdings_of([enrolment.pk], on=on).get(enrolment.pk, [])),
        "may_assign": enrolment.state not in ENDED and _runs(enrolment, actor, roles),
        "missing": [role for role in (Role.SUPERVISOR,) if role not in found],
    }
    return Panel("asye/_panel_parts.html", context, order=80)


def _row(role: Role, parts: list[Part], *, roles: frozenset[str], on: date) -> Row:
    now = next((part for part in parts if Span(part.from_on, part.until_on).holds_on(on)), None)
    reads = not roles.isdisjoint({role.value, Role.NQSW.value})
    said = tuple(part for part in parts if part.handover) if reads else ()
    return Row(role, now, tuple(part for part in parts if part != now), said)


def _runs(enrolment: Enrolment, actor: Actor, roles: frozenset[str]) -> bool:
    """Offered to the co-ordinator and to who runs the programme there; the page itself judges."""
    here = any(role.code in RUNNERS and role.organisation_id == enrolment.organisation_id for role in actor.roles)
    return Role.NQSW not in roles and (Role.COORDINATOR in roles or here)
