"""A breach of confidentiality: open until corrected; a major one is not accepted from the start."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from portfolios.choices.portfolios import BreachState

BREACH = declare(
    Workflow(
        model_label="portfolios.Breach",
        choices=BreachState,
        initial=BreachState.OPEN,
        terminal=(BreachState.CORRECTED, BreachState.REFUSED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="correct",
                source=(BreachState.OPEN,),
                target=BreachState.CORRECTED,
                permission="portfolios.breach.settle",
                stamps=("corrected_at",),
            ),
            Transition(
                name="refuse",
                source=(BreachState.OPEN,),
                target=BreachState.REFUSED,
                permission="portfolios.breach.settle",
                stamps=("refused_at",),
            ),
        ),
    )
)
