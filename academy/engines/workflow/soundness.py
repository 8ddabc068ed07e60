"""Is a declared workflow sound? Each fault is a sentence; an architecture test asks this of every workflow."""

from collections.abc import Iterator

from django.apps import apps

from academy.engines.access import permissions
from academy.engines.workflow.definitions import Workflow


def faults(workflow: Workflow) -> list[str]:
    """What is wrong with a workflow; empty when it is sound."""
    return [*_unknown_names(workflow), *_dead_ends(workflow)]


def _unknown_names(workflow: Workflow) -> Iterator[str]:
    fields = {field.name for field in apps.get_model(workflow.model_label)._meta.concrete_fields}
    codes = {permission.code for permission in permissions.declared()}
    names = [each.name for each in workflow.transitions]
    yield from (f"Two transitions are called {name}." for name in sorted(set(names)) if names.count(name) > 1)
    for each in workflow.transitions:
        used = {*each.source, each.target}
        yield from (f"{each.name}: there is no state {state}." for state in sorted(used - set(workflow.choices.values)))
        yield from (f"{each.name}: there is no field {stamp}." for stamp in each.stamps if stamp not in fields)
        if each.permission not in codes:
            yield f"{each.name}: nobody declares the permission {each.permission}."


def _dead_ends(workflow: Workflow) -> Iterator[str]:
    reached = {workflow.initial}
    for _ in workflow.transitions:
        reached |= {each.target for each in workflow.transitions if reached & set(each.source)}
    left = {state for each in workflow.transitions for state in each.source}
    for state in workflow.choices.values:
        if state not in reached:
            yield f"Nothing leads to the state {state}."
        if state not in left and state not in workflow.terminal:
            yield f"Nothing leads out of {state}, and it is not named as terminal."
        if state in left and state in workflow.terminal:
            yield f"{state} is named as terminal, but something leads out of it."
