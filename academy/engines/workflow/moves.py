"""Running a workflow: which transitions are open to somebody and why the others are not, and making one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, record
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.engines.workflow.definitions import Transition, Workflow
from academy.identity.actor import Actor
from academy.ui.wording import within

Thing = TypeVar("Thing", bound=models.Model)


@dataclass(frozen=True)
class Choice:
    """A transition and whether it is open, with the reason if it is not."""

    transition: Transition
    decision: Decision

    @property
    def is_open(self) -> bool:
        return self.decision.allowed


def available(workflow: Workflow, thing: models.Model, actor: Actor, *, facts: Any = None) -> list[Choice]:
    """Every transition with its decision, in declared order, so that a page can say why a button is missing."""
    return [Choice(each, _judge(workflow, each, thing, by=actor, facts=facts)) for each in workflow.transitions]


def apply(
    workflow: Workflow,
    name: str,
    thing: Thing,
    *,
    by: Actor,
    at: datetime,
    note: str = "",
    facts: Any = None,
    values: Mapping[str, Any] | None = None,
    permission: str = "",
) -> Thing:
    """Make a transition and return the thing as it is now. To be called in a `@command`, whose one event it records.

    `values` are fields written in the same moment, where the database asks a state to say more than stamps do. An app
    whose decision it is may name a `permission` of its own, which is judged instead of the transition's.

    Locks and re-reads the row, so that the judgement is about what is stored, not what the caller loaded. Permission is
    judged before state: who may not act learns nothing of how the thing stands. Raises `Refused` when a transition is
    not open, or needs a note and has none.
    """
    named = workflow.transition(name)
    transition = replace(named, permission=permission or named.permission)
    current = _locked(thing)
    _require(_judge(workflow, transition, current, by=by, facts=facts), transition, note=note)
    before = workflow.state_of(current)
    written = {**{stamp: _stamp(stamp, by=by, at=at) for stamp in transition.stamps}, **(values or {})}
    _write(workflow, current, target=transition.target, written=written)
    record(
        current,
        moved=(before, transition.target),
        changed=(workflow.field, *written),
        note=note,
        about=workflow.person_of(current),
        organisation=workflow.organisation_of(current),
    )
    for notice in transition.notices:
        notice(current, by=by, at=at, note=note)
    return current


def _write(workflow: Workflow, thing: models.Model, *, target: str, written: Mapping[str, Any]) -> None:
    """Set the state and what goes with it if the stored state is still the one judged: not all databases lock rows."""
    columns = {field.name: field.attname for field in thing._meta.concrete_fields}
    values = {columns[name]: value for name, value in written.items()} | {workflow.field: target}
    unmoved = type(thing)._base_manager.filter(pk=thing.pk, **{workflow.field: workflow.state_of(thing)})
    if not unmoved.update(**values):
        raise Refused(f"Somebody else has just changed this {_noun(thing)}. Open the page again to see how it stands.")
    for field, value in values.items():
        setattr(thing, field, value)


def _locked(thing: Thing) -> Thing:
    stored = type(thing)._base_manager.select_for_update().filter(pk=thing.pk).first()
    if stored is None:
        raise Refused(f"This {_noun(thing)} is no longer there. Go back to the list to see what is.")
    return stored


def _require(decision: Decision, transition: Transition, *, note: str) -> None:
    if not decision.allowed:
        raise Refused(decision.reason)
    if transition.note_required and not note.strip():
        raise Refused("Give a reason. It is kept with the record.", field="note")


def _judge(workflow: Workflow, transition: Transition, thing: models.Model, *, by: Actor, facts: Any) -> Decision:
    if not allows(transition.permission, by, thing):
        return refused("This is for somebody else to do. If it should be you, ask your academy lead.")
    if workflow.state_of(thing) not in transition.source:
        return refused(_how_it_stands(workflow, thing, by))
    return transition.guard(thing, facts, by) if transition.guard else ALLOWED


def _how_it_stands(workflow: Workflow, thing: models.Model, by: Actor) -> str:
    state = workflow.state_of(thing)
    open_now = [each for each in workflow.transitions if state in each.source and allows(each.permission, by, thing)]
    verbs = " or ".join(each.name.replace("_", " ") for each in open_now)
    label = workflow.choices(state).label
    then = f"What you can do now: {verbs}." if verbs else "You cannot change it any more."
    return f"This {_noun(thing)} is {within(label)}. {then}"


def _stamp(field: str, *, by: Actor, at: datetime) -> Any:
    return {"at": at, "on": by.on, "by": by.person_id}[field.rsplit("_", 1)[-1]]


def _noun(thing: models.Model) -> str:
    return str(thing._meta.verbose_name)
