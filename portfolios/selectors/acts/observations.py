"""What can be done now with an observation: by the practitioner, and by who observes."""

from django.urls import reverse

from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.selectors.acts.act import Act


def acts(evidence: Evidence, actor: Actor) -> list[Act]:
    """The practitioner plans, moves, reflects and withdraws; the observer writes, declines and judges."""
    observation, state = evidence.observation, EvidenceState(evidence.state)
    if evidence.person_id == actor.person_id:
        offered = (OUTSIDERS if observation.is_by_outsider else COLLEAGUES).get(state, ())
        offered += () if state == EvidenceState.WITHDRAWN else (WITHDRAW,)
    else:
        offered = OBSERVERS.get(state, ()) if observation.observer_id == actor.person_id else ()
    return [_act(each, evidence) for each in offered]


# What the button says, the page it opens, and whether it is the one to do now.
Offered = tuple[tuple[str, str, bool], ...]
WITHDRAW = ("Withdraw this observation", "withdraw-observation", False)
ASKED: Offered = (("Move the day", "move-observation", False), ("Take it back", "call-back-observation", False))
SEND: Offered = (("Send the link again", "send-observation-again", False),)
AGAIN = "Ask again, or somebody else"
COLLEAGUES: dict[EvidenceState, Offered] = {
    EvidenceState.DRAFT: ((AGAIN, "plan-observation-again", True),),
    EvidenceState.ASKED: ASKED,
    EvidenceState.ANSWERED: (("Write your reflection", "reflect-on-observation", True),),
}
OUTSIDERS: dict[EvidenceState, Offered] = {
    **COLLEAGUES,
    EvidenceState.DRAFT: ((AGAIN, "plan-outside-observation-again", True),),
    EvidenceState.ASKED: (*SEND, *ASKED),
    EvidenceState.REFLECTED: SEND,
}
OBSERVERS: dict[EvidenceState, Offered] = {
    EvidenceState.ASKED: (
        ("Write what you saw", "write-observation", True),
        ("I cannot do this", "decline-observation", False),
    ),
    EvidenceState.REFLECTED: (("Say what you make of it", "judge-observation", True),),
}


def _act(offered: tuple[str, str, bool], evidence: Evidence) -> Act:
    words, url_name, is_primary = offered
    return Act(words=words, url=reverse(f"portfolios:{url_name}", args=[evidence.pk]), is_primary=is_primary)
