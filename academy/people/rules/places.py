"""When a service or team may be added, renamed and ended, and who may do it."""

from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.identity.actor import Actor
from academy.people.choices import KEEPER_ROLES
from academy.people.rules.decisions import refused
from academy.people.rules.spans import Span, in_words


def keeps_all(by: Actor, organisation_id: int) -> Decision:
    """Does the actor keep the whole of this organisation? A keeper of one service or team keeps its people only."""
    if by.is_system or organisation_id in by.organisations_where(*KEEPER_ROLES):
        return ALLOWED
    return refused("You do not keep the whole of this organisation. Ask its academy or HR.", "organisation")


def can_be_called(name: str, *, is_taken: bool) -> Decision:
    """A name says something, and no other present place of the same kind has it."""
    if not name:
        return refused("Write the name.", "name")
    if is_taken:
        return refused(f"There is a place called {name} here already. Give another name.", "name")
    return ALLOWED


def is_going_on(*, ended: bool) -> Decision:
    """What has ended is history: it is not changed any more."""
    return refused("This has ended. Add a new one instead.") if ended else ALLOWED


def is_empty(*, people: int, roles: int) -> Decision:
    """A team ends when nobody is in it, and no role holds for it, after its last day."""
    if people:
        who = "1 person is" if people == 1 else f"{people} people are"
        return refused(f"{who} in this team after that day. Move everybody first.", "last_day")
    if roles:
        what = "1 role holds" if roles == 1 else f"{roles} roles hold"
        return refused(f"{what} for this team after that day. End them first.", "last_day")
    return ALLOWED


def is_without_teams(teams: int) -> Decision:
    """A service ends when all its teams have ended."""
    if not teams:
        return ALLOWED
    what = "1 team goes on" if teams == 1 else f"{teams} teams go on"
    return refused(f"{what} in this service. End its teams first.")


def can_move(team: Span, from_on: date, *, is_there: bool, is_here: bool) -> Decision:
    """A team moves to another service of its own organisation, after the day it began there."""
    if not is_here:
        return refused(
            "A team stays in its organisation: who changes employer ends a post here and begins one there.", "service"
        )
    if is_there:
        return refused("The team is part of this service already. Choose another.", "service")
    if from_on <= team.from_on:
        return refused(f"The team began on {in_words(team.from_on)}. Give a later day.", "from_on")
    return ALLOWED
