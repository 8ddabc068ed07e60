"""The year's plan of moderation: actions are planned, changed, told of, and closed with what came of them (D1-66)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require, worded
from asye.services.refusing import require_faultless
from panels.choices.outcomes import ActionState
from panels.choices.panels import MOST_REASON
from panels.models import Action
from panels.notices.year_plan import GIVEN, ActionContext
from panels.rules.themes import action_faults, can_close, can_drop
from panels.selectors.themes import open_themes
from panels.selectors.year_plan import owners_for
from panels.services.locking import NOT_YOURS
from panels.workflow import ACTION

KEEP, FOLLOW = "panels.theme.keep", "panels.action.follow"


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What is to be done, who sees to it, until when, and the code of the theme it belongs to, empty for none."""

    words: str
    owner_id: int | None
    due_on: date | None
    theme: str = ""


@command("panels.action.plan")
def plan(*, organisation: Organisation, year: int, said: Planned, by: Actor, at: datetime) -> Action:
    """Plan an action of a year; whoever sees to it is told.

    Refuses whoever does not run moderation there, an action without words, and one whose owner, last day or theme does
    not do (`Planned`, `owners_for`).
    """
    if not allows(KEEP, by, organisation):
        raise Refused(NOT_YOURS)
    made = Action(organisation=organisation, year=year, opened_at=at)
    _fill(made, said, by=by)
    made.save()
    record(made, changed=("words", "owner", "due_on", "theme"), organisation=organisation.pk)
    _tell(made, by=by, at=at)
    return made


@command("panels.action.change")
def change(*, action: Action, said: Planned, by: Actor, at: datetime) -> Action:
    """Change what an open action is, who sees to it or until when; somebody who takes it over is told. Refuses whoever
    does not run moderation there, one that has ended, and what `plan` refuses."""
    held = _locked(action, KEEP, by=by)
    if held.state != ActionState.OPEN:
        raise Refused("This action has ended. Plan another if there is more to do.")
    before = held.owner_id
    _fill(held, said, by=by)
    changed = ("words", "owner", "due_on", "theme")
    held.save(update_fields=list(changed))
    record(held, changed=changed, organisation=held.organisation_id)
    if held.owner_id != before:
        _tell(held, by=by, at=at)
    return held


@command("panels.action.tell")
def note_progress(*, action: Action, words: str, by: Actor, at: datetime) -> Action:
    """Say how an open action goes; what was said before is replaced. Refuses whoever neither sees to it nor runs
    moderation there, one that has ended, and no words or too many."""
    held = _locked(action, FOLLOW, by=by)
    if held.state != ActionState.OPEN:
        raise Refused("This action has ended. What came of it stands on its page.")
    held.progress = worded(words, field="words", missing="Write how it goes.", most=MOST_REASON)
    held.progress_on = by.on
    held.save(update_fields=["progress", "progress_on"])
    record(held, changed=("progress", "progress_on"), organisation=held.organisation_id)
    return held


@command("panels.action.close")
def close(*, action: Action, words: str, by: Actor, at: datetime) -> Action:
    """Close an action with what came of it, which the next summary tells. Refuses whoever neither sees to it nor runs
    moderation there, one that has ended, and no words or too many."""
    held = _locked(action, FOLLOW, by=by)
    require(can_close(held.standing, words=words))
    return apply(ACTION, "close", held, by=by, at=at, values={"ended_words": words.strip()})


@command("panels.action.drop")
def drop(*, action: Action, words: str, by: Actor, at: datetime) -> Action:
    """Drop an action with a reason, which the next summary tells. Refuses whoever does not run moderation there, one
    that has ended, and no reason or one that is too long."""
    held = _locked(action, KEEP, by=by)
    require(can_drop(held.standing, reason=words))
    return apply(ACTION, "drop", held, by=by, at=at, values={"ended_words": words.strip()})


def _locked(action: Action, permission: str, *, by: Actor) -> Action:
    held: Action = Action.objects.select_for_update(of=("self",)).select_related("theme").get(pk=action.pk)
    if not allows(permission, by, held):
        raise Refused(NOT_YOURS)
    return held


def _fill(action: Action, said: Planned, *, by: Actor) -> None:
    """What is kept as it is need not do today: an owner who has left, a day that is over, a theme that has ended."""
    themes = {each.code: each for each in open_themes(action.organisation_id)}
    if action.theme is not None:
        themes[action.theme.code] = action.theme
    owners = {each.pk for each in owners_for(action.organisation_id, on=by.on)} | {action.owner_id}
    owner_id = said.owner_id if said.owner_id in owners else None
    day = by.on if action.due_on is None or said.due_on != action.due_on else action.due_on
    require_faultless(action_faults(words=said.words, has_owner=owner_id is not None, due_on=said.due_on, on=day))
    if said.theme and said.theme not in themes:
        raise Refused("Choose a theme from the list, or none.", field="theme")
    action.words = said.words.strip()
    action.owner_id, action.due_on = cast(int, owner_id), cast(date, said.due_on)
    action.theme = themes.get(said.theme)


def _tell(action: Action, *, by: Actor, at: datetime) -> None:
    if action.owner_id == by.person_id:
        return
    context = ActionContext(what=action.words, due=in_words(action.due_on), url=action.get_absolute_url())
    owner = Person.objects.get(pk=action.owner_id)
    notices.send(kind=GIVEN, to=owner, context=context, by=by, at=at)
