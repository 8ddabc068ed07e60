"""The states of own writing and the ways between them."""

from academy.development.choices import TALKED, EntryState, ReflectionState
from academy.development.rules.entries import Writing, can_keep
from academy.development.rules.peers import Talk, can_go_on
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.definitions import Transition, Workflow, declare
from academy.identity.actor import Actor


def _is_of_an_open_entry(talk: Talk, facts: object, by: Actor) -> Decision:
    return can_go_on(talk)


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

REFLECTION = declare(
    Workflow(
        model_label="development.PeerReflection",
        choices=ReflectionState,
        initial=ReflectionState.NOTED,
        terminal=(ReflectionState.WITHDRAWN,),
        about="entry.author_id",
        organisation="entry.organisation_id",
        transitions=(
            Transition(
                name="ask",
                source=(ReflectionState.NOTED,),
                target=ReflectionState.ASKED,
                permission="development.reflection.keep",
                guard=_is_of_an_open_entry,
                stamps=("asked_at",),
            ),
            Transition(
                name="confirm",
                source=(ReflectionState.ASKED,),
                target=ReflectionState.CONFIRMED,
                permission="development.reflection.answer",
                guard=_is_of_an_open_entry,
                stamps=("answered_at",),
            ),
            Transition(
                name="decline",
                source=(ReflectionState.ASKED,),
                target=ReflectionState.DECLINED,
                permission="development.reflection.answer",
                guard=_is_of_an_open_entry,
                stamps=("answered_at",),
            ),
            Transition(
                name="withdraw",
                source=(*TALKED, ReflectionState.DECLINED),
                target=ReflectionState.WITHDRAWN,
                permission="development.reflection.keep",
                stamps=("withdrawn_at",),
            ),
        ),
    )
)
