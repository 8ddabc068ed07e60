"""What a request for training came from: one of her goals, and the supervision it was agreed in (S2-91, S2-113)."""

from dataclasses import dataclass
from datetime import date

from academy.development.selectors.goals import own_open_goals, visible_goal_ids
from academy.development.selectors.supervisions import supervision_days
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.training.models import TrainingRequest
from academy.training.rules.requests import Words

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Links:
    """The open goals and the supervision sessions somebody may say her request came from, each by its number."""

    goals: Choices = ()
    supervisions: Choices = ()
    held_on: dict[str, date] | None = None


def links_of(actor: Actor) -> Links:
    """One's own open goals where one acts, and one's supervision sessions of the last year; two queries."""
    if actor.person_id is None:
        return Links()
    days = supervision_days(actor.person_id, on=actor.on)
    return Links(
        goals=tuple((str(goal.pk), goal.title) for goal in own_open_goals(actor)),
        supervisions=tuple(
            (str(day.pk), f"{in_words(day.on)}, {day.strand.lower()}, with {day.supervisor}") for day in days
        ),
        held_on={str(day.pk): day.on for day in days},
    )


def wrong_link(words: Words, *, before: TrainingRequest, by: Actor) -> str:
    """The field that names something that is not hers; "" where there is none. What was said before stays."""
    named = {"goal": words.goal_id, "supervision": words.supervision_id}
    kept = {"goal": before.goal_id, "supervision": before.supervision_id}
    asked = [name for name, pk in named.items() if pk not in (None, kept[name])]
    if not asked:
        return ""
    links = links_of(by)
    known = {"goal": dict(links.goals), "supervision": dict(links.supervisions)}
    return next((name for name in asked if str(named[name]) not in known[name]), "")


def goal_shown(request: TrainingRequest, actor: Actor) -> str:
    """The title of the goal it serves, to whoever may read that goal; "" for everybody else."""
    if request.goal_id is None or not visible_goal_ids([request.goal_id], actor):
        return ""
    return str(request.goal.title) if request.goal else ""
