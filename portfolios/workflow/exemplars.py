"""An example: offered by its owner, shown or put back by the academy, taken back by its owner at any time; removed by
the portal when a major breach is found in it.
"""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from portfolios.choices.portfolios import ExemplarState

EXEMPLAR = declare(
    Workflow(
        model_label="portfolios.Exemplar",
        choices=ExemplarState,
        initial=ExemplarState.OFFERED,
        terminal=(ExemplarState.TAKEN_BACK,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="show",
                source=(ExemplarState.OFFERED,),
                target=ExemplarState.SHOWN,
                permission="portfolios.exemplar.show",
                stamps=("shown_at", "shown_by"),
            ),
            Transition(
                name="put_back",
                source=(ExemplarState.OFFERED, ExemplarState.SHOWN),
                target=ExemplarState.TAKEN_BACK,
                permission="portfolios.exemplar.show",
                stamps=("taken_back_at",),
                note_required=True,
            ),
            Transition(
                name="remove",
                source=(ExemplarState.OFFERED, ExemplarState.SHOWN),
                target=ExemplarState.TAKEN_BACK,
                permission="portfolios.exemplar.remove",
                stamps=("taken_back_at",),
                note_required=True,
            ),
            Transition(
                name="take_back",
                source=(ExemplarState.OFFERED, ExemplarState.SHOWN),
                target=ExemplarState.TAKEN_BACK,
                permission="portfolios.exemplar.offer",
                stamps=("taken_back_at",),
            ),
        ),
    )
)
