"""Who notes themes of moderation, keeps the year's plan and writes the summary of a half-year."""

from academy.engines.access.permissions import Giver, Permission, declare, giver
from academy.identity.actor import Actor
from panels.givers import LEADS_HERE, case_of
from panels.models import Action, ThemeNote
from panels.permissions.cases import COORDINATES
from panels.permissions.panels import RUNS_MODERATION
from panels.rules.visibility import Sight
from panels.selectors.sight import sees_of


@giver("who sees the themes of the case, by the table of sight")
def _sees_themes(actor: Actor, thing: object) -> bool:
    case = case_of(thing)
    return case is not None and case.is_moderation and Sight.THEMES in sees_of(actor, case)


SEES_THEMES: Giver = _sees_themes


@giver("who noted it, while she sees the themes of the case")
def _noted(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, ThemeNote) or thing.noted_by_id != actor.person_id:
        return False
    return SEES_THEMES.judge(actor, thing)


@giver("who sees to the action")
def _owns(actor: Actor, thing: object) -> bool:
    if not isinstance(thing, Action) or actor.person_id is None:
        return False
    return thing.owner_id == actor.person_id and thing.organisation_id in actor.reaches


NOTED: Giver = _noted
OWNS: Giver = _owns

PERMISSIONS = declare(
    Permission("panels.theme.keep", "Keep themes of moderation and the year's plan", (RUNS_MODERATION,)),
    Permission("panels.theme.note", "Note on a case what moderation found, under a theme", (SEES_THEMES,)),
    Permission("panels.theme.take_back", "Take back what one noted under a theme", (NOTED,)),
    Permission(
        "panels.action.follow", "Say how an action of the year's plan goes, and close it", (OWNS, RUNS_MODERATION)
    ),
    Permission("panels.summary.see", "Have the summary of moderation, and add to it", (LEADS_HERE, COORDINATES)),
)
