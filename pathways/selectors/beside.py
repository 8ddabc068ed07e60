"""What other apps show beside somebody's own journey: a registry, because pathways knows no app beside or above it."""

from collections.abc import Callable
from dataclasses import dataclass

from academy.identity.actor import Actor
from academy.ui.states import State
from pathways.models import Journey
from pathways.schema.ladder import Step


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A thing that belongs to a journey: its words, its page, and how it stands; no state where it is not begun."""

    label: str
    url: str
    state: State | None = None
    says: str = ""


Read = Callable[[Journey, Step, Actor], Beside | None]
_declared: dict[str, Read] = {}


def declare(key: str, read: Read) -> None:
    """Let an app show something beside journeys. `read` gives it for one journey under way along a step, to the person
    whose journey it is; None where the step calls for nothing. A key declared twice is a bug."""
    if key in _declared:
        raise RuntimeError(f"Two things beside a journey are called {key}.")
    _declared[key] = read


def beside(journey: Journey | None, step: Step | None, actor: Actor) -> tuple[Beside, ...]:
    """What is shown beside this journey: nothing to others than its person, and nothing once it has ended."""
    if journey is None or step is None or journey.person_id != actor.person_id or not journey.is_open:
        return ()
    found = (_declared[key](journey, step, actor) for key in sorted(_declared))
    return tuple(each for each in found if each is not None)
