"""How a piece of evidence goes from being prepared to complete; each kind leaves out what it does not need."""

from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor
from portfolios.choices.evidence import EvidenceKind, EvidenceState

CHANGE, ANSWER = "portfolios.evidence.change", "portfolios.evidence.answer"


def _is_observation(thing: object, facts: object, actor: Actor) -> Decision:
    """Only an observation is reflected on and judged after it was written."""
    is_one = getattr(thing, "kind", "") == EvidenceKind.OBSERVATION
    return Decision(is_one, "" if is_one else "Only an observation is judged after a reflection.")


def _is_other(thing: object, facts: object, actor: Actor) -> Decision:
    """Everything else is complete as soon as the second person has said her part."""
    is_other = getattr(thing, "kind", "") != EvidenceKind.OBSERVATION
    return Decision(is_other, "" if is_other else "An observation is complete once it is judged.")


def _is_givers(thing: object, facts: object, actor: Actor) -> Decision:
    """Only whoever gave feedback by a link or a card takes it back; everybody else withdraws what is hers (D7-06)."""
    is_one = getattr(thing, "kind", "") == EvidenceKind.FEEDBACK and actor.link is not None
    return Decision(is_one, "" if is_one else "Only whoever gave feedback can take it back.")


EVIDENCE = declare(
    Workflow(
        model_label="portfolios.Evidence",
        choices=EvidenceState,
        initial=EvidenceState.DRAFT,
        terminal=(EvidenceState.WITHDRAWN,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="ask",
                source=(EvidenceState.DRAFT,),
                target=EvidenceState.ASKED,
                permission=CHANGE,
                stamps=("asked_at",),
            ),
            Transition(
                name="observe",
                source=(EvidenceState.ASKED,),
                target=EvidenceState.ANSWERED,
                permission=ANSWER,
                guard=_is_observation,
            ),
            Transition(
                name="reflect",
                source=(EvidenceState.ANSWERED,),
                target=EvidenceState.REFLECTED,
                permission=CHANGE,
                guard=_is_observation,
            ),
            Transition(
                name="judge",
                source=(EvidenceState.REFLECTED,),
                target=EvidenceState.COMPLETE,
                permission=ANSWER,
                guard=_is_observation,
                stamps=("completed_at",),
            ),
            Transition(
                name="answer",
                source=(EvidenceState.ASKED,),
                target=EvidenceState.COMPLETE,
                permission=ANSWER,
                guard=_is_other,
                stamps=("completed_at",),
            ),
            Transition(
                name="keep",
                source=(EvidenceState.DRAFT,),
                target=EvidenceState.COMPLETE,
                permission=CHANGE,
                guard=_is_other,
                stamps=("completed_at",),
            ),
            Transition(
                name="send_back",
                source=(EvidenceState.ASKED,),
                target=EvidenceState.DRAFT,
                permission=ANSWER,
            ),
            Transition(
                name="call_back",
                source=(EvidenceState.ASKED,),
                target=EvidenceState.DRAFT,
                permission=CHANGE,
            ),
            Transition(
                name="take_back",
                source=(EvidenceState.COMPLETE,),
                target=EvidenceState.WITHDRAWN,
                permission=ANSWER,
                guard=_is_givers,
                stamps=("withdrawn_at",),
            ),
            Transition(
                name="withdraw",
                source=(
                    EvidenceState.DRAFT,
                    EvidenceState.ASKED,
                    EvidenceState.ANSWERED,
                    EvidenceState.REFLECTED,
                    EvidenceState.COMPLETE,
                ),
                target=EvidenceState.WITHDRAWN,
                permission=CHANGE,
                stamps=("withdrawn_at",),
            ),
        ),
    )
)
