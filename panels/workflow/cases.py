"""How a case goes from its candidate to the panel and back, and how an item that was asked for is settled."""

from academy.engines.workflow.definitions import Transition, Workflow, declare
from panels.choices.cases import UNDECIDED, AskedState, CaseState

IN_CHECK = (CaseState.RECEIVED, CaseState.CHANGES_MADE)
# Candidates may still change their minds before the panel has decided; a clerk never puts off what is not handed in.
PUT_OFF = tuple(state for state in UNDECIDED if state != CaseState.DRAFT)

CASE = declare(
    Workflow(
        model_label="panels.Case",
        choices=CaseState,
        initial=CaseState.DRAFT,
        terminal=(CaseState.WITHDRAWN,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="hand_in",
                source=(CaseState.DRAFT,),
                target=CaseState.RECEIVED,
                permission="panels.case.hand_in",
                stamps=("handed_in_at", "declared_at", "moved_at"),
            ),
            Transition(
                name="ask_for_changes",
                source=IN_CHECK,
                target=CaseState.CHANGES_ASKED,
                permission="panels.case.check",
                stamps=("moved_at",),
            ),
            Transition(
                name="hand_in_changes",
                source=(CaseState.CHANGES_ASKED,),
                target=CaseState.CHANGES_MADE,
                permission="panels.case.hand_in",
                stamps=("moved_at",),
            ),
            Transition(
                name="stop_waiting",
                source=(CaseState.CHANGES_ASKED,),
                target=CaseState.CHANGES_MADE,
                permission="panels.case.check",
                stamps=("moved_at",),
            ),
            Transition(
                name="accept",
                source=IN_CHECK,
                target=CaseState.ACCEPTED,
                permission="panels.case.check",
                stamps=("accepted_at", "moved_at"),
            ),
            Transition(
                name="give_to_review",
                source=(CaseState.ACCEPTED, CaseState.REVIEWS_IN),
                target=CaseState.IN_REVIEW,
                permission="panels.case.assign",
                stamps=("moved_at",),
            ),
            Transition(
                name="gather_reviews",
                source=(CaseState.IN_REVIEW,),
                target=CaseState.REVIEWS_IN,
                permission="panels.case.judge",
                stamps=("reviews_in_at", "moved_at"),
            ),
            Transition(
                name="close_reviews",
                source=(CaseState.IN_REVIEW,),
                target=CaseState.REVIEWS_IN,
                permission="panels.case.close_reviews",
                stamps=("reviews_in_at", "moved_at"),
            ),
            Transition(
                name="open_review_again",
                source=(CaseState.REVIEWS_IN, CaseState.ON_AGENDA),
                target=CaseState.IN_REVIEW,
                permission="panels.review.open_again",
                note_required=True,
                stamps=("moved_at",),
            ),
            Transition(
                name="look_again",
                source=(CaseState.REVIEWS_IN,),
                target=CaseState.LOOKED_AGAIN,
                permission="panels.case.assign",
                stamps=("moved_at",),
            ),
            Transition(
                name="have_looked",
                source=(CaseState.LOOKED_AGAIN,),
                target=CaseState.REVIEWS_IN,
                permission="panels.case.look",
                stamps=("moved_at",),
            ),
            Transition(
                name="put_on_agenda",
                source=(CaseState.REVIEWS_IN,),
                target=CaseState.ON_AGENDA,
                permission="panels.case.assign",
                stamps=("moved_at",),
            ),
            Transition(
                name="take_off_agenda",
                source=(CaseState.ON_AGENDA,),
                target=CaseState.REVIEWS_IN,
                permission="panels.case.assign",
                stamps=("moved_at",),
            ),
            Transition(
                name="decide",
                source=(CaseState.ON_AGENDA,),
                target=CaseState.DECIDED,
                permission="panels.case.decide",
                stamps=("decided_at", "moved_at"),
            ),
            Transition(
                name="reopen",
                source=(CaseState.DECIDED, CaseState.RELEASED),
                target=CaseState.ON_AGENDA,
                permission="panels.case.reopen",
                note_required=True,
                stamps=("moved_at",),
            ),
            Transition(
                name="judge_afresh",
                source=(CaseState.RELEASED,),
                target=CaseState.ACCEPTED,
                permission="panels.appeal.decide",
                note_required=True,
                stamps=("moved_at",),
            ),
            Transition(
                name="release",
                source=(CaseState.DECIDED,),
                target=CaseState.RELEASED,
                permission="panels.case.release",
                stamps=("released_at", "moved_at"),
            ),
            Transition(
                name="settle_interview",
                source=(CaseState.ACCEPTED,),
                target=CaseState.RELEASED,
                permission="panels.appointment.decide",
                stamps=("released_at", "moved_at"),
            ),
            Transition(
                name="put_off",
                source=PUT_OFF,
                target=CaseState.DEFERRED,
                permission="panels.case.put_off",
                note_required=True,
                stamps=("moved_at",),
            ),
            Transition(
                name="take_up",
                source=(CaseState.DEFERRED,),
                target=CaseState.RECEIVED,
                permission="panels.case.put_off",
                stamps=("moved_at",),
            ),
            Transition(
                name="withdraw",
                source=(*UNDECIDED, CaseState.DEFERRED),
                target=CaseState.WITHDRAWN,
                permission="panels.case.withdraw",
                stamps=("moved_at",),
            ),
        ),
    )
)

ASKED = declare(
    Workflow(
        model_label="panels.AskedItem",
        choices=AskedState,
        initial=AskedState.ASKED,
        terminal=(AskedState.SETTLED,),
        about="person_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="mend",
                source=(AskedState.ASKED,),
                target=AskedState.MENDED,
                permission="panels.case.hand_in",
                stamps=("mended_at",),
            ),
            Transition(
                name="settle",
                source=(AskedState.ASKED, AskedState.MENDED),
                target=AskedState.SETTLED,
                permission="panels.case.check",
                stamps=("settled_at",),
            ),
        ),
    )
)
