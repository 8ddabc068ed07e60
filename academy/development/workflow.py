"""The states of own writing and the ways between them."""

from academy.development.choices import EntryState
from academy.development.rules.entries import Writing, can_keep
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _is_complete(entry: Writing, facts: object, by: Actor) -> Decision:
    return can_keep(entry)


ENTRY = declare(
    Workflow(
        model_label="development.Entry",
        choices=EntryState,
        initial=EntryState.DRAFT,
        about="author_id",
        organisation="organisation_id",
        transitions=(
            Transition(
                name="keep",
                source=(EntryState.DRAFT,),
                target=EntryState.KEPT,
                permission="development.entry.write",
                guard=_is_complete,
                stamps=("kept_at",),
            ),
            Transition(
                name="withdraw",
                source=(EntryState.DRAFT, EntryState.KEPT),
                target=EntryState.WITHDRAWN,
                permission="development.entry.withdraw",
                stamps=("withdrawn_at",),
            ),
            Transition(
                name="bring_back",
                source=(EntryState.WITHDRAWN,),
                target=EntryState.DRAFT,
                permission="development.entry.withdraw",
            ),
        ),
    )
)
