"""What a workflow is: states and the transitions between them, as data. `moves` runs it, `soundness` checks it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import TextChoices

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor

# Judges the thing in the light of facts gathered beforehand; pure, so it asks the database nothing.
Guard = Callable[[Any, Any, Actor], Decision]
# Called as `notice(thing, by=…, at=…, note=…)` in the same transaction: its rows are there exactly if the act is.
Notice = Callable[..., object]


@dataclass(frozen=True)
class Transition:
    """One way on: a verb, the states it starts from, the state it ends in, and what must hold.

    `stamps` are fields set with it, by the ending of their name: `_at` the moment, `_on` the actor's day, `_by` the
    actor's person.
    """

    name: str
    source: tuple[str, ...]
    target: str
    permission: str
    guard: Guard | None = None
    note_required: bool = False
    stamps: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Workflow:
    """All transitions of one model's state column. `terminal` names the states nothing leads out of.

    `about` and `organisation` are attributes of the thing (dotted where they lie further away): the id of the person
    whose record it is, and of the owning organisation. They go into the audit event.
    """

    model_label: str
    choices: type[TextChoices]
    transitions: tuple[Transition, ...]
    initial: str
    terminal: tuple[str, ...] = ()
    field: str = "state"
    about: str = ""
    organisation: str = ""

    def transition(self, name: str) -> Transition:
        """The transition of that name; a KeyError is a bug of the caller."""
        return {each.name: each for each in self.transitions}[name]

    def state_of(self, thing: Any) -> str:
        """The code of the state the thing is in."""
        return str(getattr(thing, self.field))

    def person_of(self, thing: Any) -> int | None:
        """The id of the person whose record it is, if the workflow names one."""
        return attrgetter(self.about)(thing) if self.about else None

    def organisation_of(self, thing: Any) -> int | None:
        """The id of the owning organisation, if the workflow names one."""
        return attrgetter(self.organisation)(thing) if self.organisation else None


_declared: dict[str, Workflow] = {}


def declare(workflow: Workflow) -> Workflow:
    """Make a workflow known to the soundness test and the diagrams; a second one for the same column is a bug."""
    key = f"{workflow.model_label}.{workflow.field}"
    if key in _declared:
        raise RuntimeError(f"Two workflows are declared for {key}.")
    _declared[key] = workflow
    return workflow


def declared() -> Iterator[Workflow]:
    """Every workflow there is, by model."""
    return iter(_declared[key] for key in sorted(_declared))
