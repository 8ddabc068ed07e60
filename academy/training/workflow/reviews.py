"""A planned review of the workforce: held with findings, or dropped with a reason."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.training.choices import ReviewState

QUALITY_REVIEW = declare(
    Workflow(
        model_label="training.QualityReview",
        choices=ReviewState,
        initial=ReviewState.PLANNED,
        terminal=(ReviewState.HELD, ReviewState.DROPPED),
        organisation="organisation_id",
        transitions=(
            Transition(
                name="hold",
                source=(ReviewState.PLANNED,),
                target=ReviewState.HELD,
                permission="training.review.keep",
            ),
            Transition(
                name="drop",
                source=(ReviewState.PLANNED,),
                target=ReviewState.DROPPED,
                permission="training.review.keep",
                note_required=True,
            ),
        ),
    )
)
