"""The states of journeys, choices of a pathway and agreements, and the ways between them."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from pathways.choices import AgreementState, ChoiceState, JourneyState

JOURNEY = declare(
    Workflow(
        model_label="pathways.Journey",
        choices=JourneyState,
        initial=JourneyState.OPEN,
        terminal=(JourneyState.REACHED, JourneyState.LEFT),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="reach",
                source=(JourneyState.OPEN,),
                target=JourneyState.REACHED,
                permission="pathways.journey.finish",
                stamps=("ended_at",),
            ),
            Transition(
                name="leave",
                source=(JourneyState.OPEN,),
                target=JourneyState.LEFT,
                permission="pathways.journey.change",
                stamps=("ended_at",),
            ),
        ),
    )
)

CHOICE = declare(
    Workflow(
        model_label="pathways.Choice",
        choices=ChoiceState,
        initial=ChoiceState.ASKED,
        terminal=(ChoiceState.DECLINED, ChoiceState.TAKEN_BACK, ChoiceState.CHANGED),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="agree",
                source=(ChoiceState.ASKED,),
                target=ChoiceState.AGREED,
                permission="pathways.choice.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="decline",
                source=(ChoiceState.ASKED,),
                target=ChoiceState.DECLINED,
                permission="pathways.choice.decide",
                stamps=("decided_at", "decided_by", "ended_at"),
            ),
            Transition(
                name="take_back",
                source=(ChoiceState.ASKED,),
                target=ChoiceState.TAKEN_BACK,
                permission="pathways.choice.change",
                stamps=("ended_at",),
            ),
            Transition(
                name="change",
                source=(ChoiceState.AGREED,),
                target=ChoiceState.CHANGED,
                permission="pathways.choice.decide",
                stamps=("ended_at",),
            ),
        ),
    )
)

AGREEMENT = declare(
    Workflow(
        model_label="pathways.Agreement",
        choices=AgreementState,
        initial=AgreementState.ASKED,
        terminal=(AgreementState.AGREED, AgreementState.DECLINED, AgreementState.TAKEN_BACK),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="agree",
                source=(AgreementState.ASKED,),
                target=AgreementState.AGREED,
                permission="pathways.agreement.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="decline",
                source=(AgreementState.ASKED,),
                target=AgreementState.DECLINED,
                permission="pathways.agreement.decide",
                stamps=("decided_at", "decided_by"),
            ),
            Transition(
                name="take_back",
                source=(AgreementState.ASKED,),
                target=AgreementState.TAKEN_BACK,
                permission="pathways.agreement.take_back",
            ),
        ),
    )
)
