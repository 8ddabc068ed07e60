"""What happens in a year: agreements, reviews, changes, concerns and signals, each with its own way."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from asye.choices.year import AgreementState, ChangeState, ConcernState, ReviewState, SignalState

AGREEMENT = declare(
    Workflow(
        model_label="asye.Agreement",
        choices=AgreementState,
        initial=AgreementState.DRAFT,
        terminal=(AgreementState.REPLACED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="send",
                source=(AgreementState.DRAFT,),
                target=AgreementState.SIGNING,
                permission="asye.agreement.write",
                stamps=("changed_at",),
            ),
            Transition(
                name="reopen",
                source=(AgreementState.SIGNING,),
                target=AgreementState.DRAFT,
                permission="asye.agreement.write",
                note_required=True,
                stamps=("changed_at",),
            ),
            Transition(
                name="complete",
                source=(AgreementState.SIGNING,),
                target=AgreementState.SIGNED,
                permission="asye.agreement.sign",
                stamps=("changed_at", "signed_at"),
            ),
            Transition(
                name="replace",
                source=(AgreementState.SIGNED,),
                target=AgreementState.REPLACED,
                permission="asye.agreement.sign",
                stamps=("changed_at",),
            ),
        ),
    )
)

REVIEW = declare(
    Workflow(
        model_label="asye.Review",
        choices=ReviewState,
        initial=ReviewState.SCHEDULED,
        terminal=(ReviewState.LOCKED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="hold",
                source=(ReviewState.SCHEDULED,),
                target=ReviewState.WRITING,
                permission="asye.review.run",
                stamps=("changed_at",),
            ),
            Transition(
                name="waive",
                source=(ReviewState.SCHEDULED,),
                target=ReviewState.WAIVED,
                permission="asye.review.run",
                stamps=("changed_at",),
            ),
            Transition(
                name="hold_after_all",
                source=(ReviewState.WAIVED,),
                target=ReviewState.SCHEDULED,
                permission="asye.review.run",
                stamps=("changed_at",),
            ),
            Transition(
                name="send",
                source=(ReviewState.WRITING,),
                target=ReviewState.SIGNING,
                permission="asye.review.run",
                stamps=("changed_at",),
            ),
            Transition(
                name="reopen",
                source=(ReviewState.SIGNING,),
                target=ReviewState.WRITING,
                permission="asye.review.write",
                note_required=True,
                stamps=("changed_at",),
            ),
            Transition(
                name="lock",
                source=(ReviewState.SIGNING,),
                target=ReviewState.LOCKED,
                permission="asye.review.sign",
                stamps=("changed_at", "locked_at"),
            ),
        ),
    )
)

CHANGE = declare(
    Workflow(
        model_label="asye.Change",
        choices=ChangeState,
        initial=ChangeState.PROPOSED,
        terminal=(ChangeState.AGREED, ChangeState.REFUSED, ChangeState.WITHDRAWN),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="agree",
                source=(ChangeState.PROPOSED,),
                target=ChangeState.AGREED,
                permission="asye.change.consent",
                stamps=("settled_at",),
            ),
            Transition(
                name="refuse",
                source=(ChangeState.PROPOSED,),
                target=ChangeState.REFUSED,
                permission="asye.change.consent",
                stamps=("settled_at",),
            ),
            Transition(
                name="withdraw",
                source=(ChangeState.PROPOSED,),
                target=ChangeState.WITHDRAWN,
                permission="asye.change.withdraw",
                stamps=("settled_at",),
            ),
        ),
    )
)

CONCERN = declare(
    Workflow(
        model_label="asye.Concern",
        choices=ConcernState,
        initial=ConcernState.OPEN,
        terminal=(ConcernState.CLOSED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="close",
                source=(ConcernState.OPEN,),
                target=ConcernState.CLOSED,
                permission="asye.concern.raise",
                stamps=("closed_at",),
            ),
        ),
    )
)

SIGNAL = declare(
    Workflow(
        model_label="asye.Signal",
        choices=SignalState,
        initial=SignalState.OPEN,
        terminal=(SignalState.ANSWERED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="answer",
                source=(SignalState.OPEN,),
                target=SignalState.ANSWERED,
                permission="asye.signal.answer",
                stamps=("answered_at", "answered_by"),
            ),
        ),
    )
)
