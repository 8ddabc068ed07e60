"""What waits among evidence somebody verifies and among case audits: for the second person, and hers that were sent
back or wait for others. Observations and feedback say theirs themselves.
"""

from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceKind, EvidenceState
from portfolios.models import Evidence
from portfolios.rules.pieces import PIECES
from portfolios.selectors.evidence import waiting_for
from portfolios.selectors.turns import BESIDE, row_of

KINDS = (*PIECES, EvidenceKind.AUDIT)


def _to_answer(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"{_asked(each)} {each.person.full_name}: {each.title}",
            why="It is complete once you say your part, or you send it back with a reason.",
            url=each.get_absolute_url(),
            action="Read it",
            waiting_since=row_of(each).since,
        )
        for each in waiting_for(actor)
        if each.kind in KINDS
    ]


def _sent_back(actor: Actor, on: date) -> list[Item]:
    drafts = Evidence.objects.filter(person_id=actor.person_id, kind__in=KINDS, state=EvidenceState.DRAFT)
    return [
        Item(
            what=f"Sent back to you: {each.title}",
            why=each.returned_because,
            url=each.get_absolute_url(),
            action="Read why",
            waiting_since=row_of(each).since,
        )
        for each in drafts.exclude(returned_because="").select_related(*BESIDE).order_by("changed_at", "pk")
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    asked = Evidence.objects.filter(person_id=actor.person_id, kind__in=KINDS, state=EvidenceState.ASKED)
    rows = [row_of(each) for each in asked.select_related(*BESIDE).order_by("asked_at", "pk")]
    return [
        Item(
            what=f"{row.second} to say their part: {row.evidence.title}",
            why="It is complete once they have.",
            url=row.evidence.get_absolute_url(),
            action="See it",
            waiting_since=row.since,
        )
        for row in rows
    ]


def _asked(evidence: Evidence) -> str:
    return "Audit a case of" if evidence.kind == EvidenceKind.AUDIT else "Verify the evidence of"


declare(Provider("portfolios.evidence", _to_answer))
declare(Provider("portfolios.evidence_sent_back", _sent_back))
declare(Provider("portfolios.evidence_awaited", _awaited, waits_on_others=True))
