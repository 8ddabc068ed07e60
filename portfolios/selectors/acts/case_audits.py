"""What can be done now with a case audit: by the practitioner, and by the auditor."""

from django.urls import reverse

from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.selectors.acts.act import Act


def acts(evidence: Evidence, actor: Actor) -> list[Act]:
    """The practitioner asks again, takes back and withdraws; the auditor grades or sends back."""
    is_own = evidence.person_id == actor.person_id
    offered = (OWN if is_own else AUDITORS).get(EvidenceState(evidence.state), ())
    return [
        Act(words=words, url=reverse(f"portfolios:{name}", args=[evidence.pk]), is_primary=is_primary)
        for words, name, is_primary in offered
    ]


# What the button says, the page it opens, and whether it is the one to do now.
Offered = tuple[tuple[str, str, bool], ...]
WITHDRAW = ("Withdraw it", "withdraw-audit", False)
OWN: dict[EvidenceState, Offered] = {
    EvidenceState.DRAFT: (("Ask again, or somebody else", "ask-audit-again", True), WITHDRAW),
    EvidenceState.ASKED: (("Take back what I asked", "call-back-audit", False), WITHDRAW),
    EvidenceState.COMPLETE: (WITHDRAW,),
}
AUDITORS: dict[EvidenceState, Offered] = {
    EvidenceState.ASKED: (("Grade this case", "grade-audit", True), ("Send it back", "send-back-audit", False)),
}
