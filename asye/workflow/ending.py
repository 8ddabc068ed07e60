"""A part of the employer's grant: due, claimed, paid or not."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from asye.choices.ending import ClaimState

CLAIM = declare(
    Workflow(
        model_label="asye.GrantClaim",
        choices=ClaimState,
        initial=ClaimState.DUE,
        terminal=(ClaimState.PAID, ClaimState.REFUSED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="claim",
                source=(ClaimState.DUE,),
                target=ClaimState.CLAIMED,
                permission="asye.grant.claim",
                stamps=("claimed_on",),
            ),
            Transition(
                name="pay",
                source=(ClaimState.CLAIMED,),
                target=ClaimState.PAID,
                permission="asye.grant.claim",
                stamps=("paid_on",),
            ),
            Transition(
                name="refuse",
                source=(ClaimState.CLAIMED,),
                target=ClaimState.REFUSED,
                permission="asye.grant.claim",
            ),
        ),
    )
)
