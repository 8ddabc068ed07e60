"""When an organisation may be added, changed and ended, who may do it, and who may be partner of a partnership."""

from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.identity.actor import Actor
from academy.identity.choices import OrganisationKind
from academy.people.choices import OPENER_KINDS, RESERVED_ROLE_GIVERS
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words


def can_open(by: Actor, *, organisation_id: int, kind: str) -> Decision:
    """May the actor add organisations for this one? Its academy lead or administrator may; councils and partnerships
    bring in others, a partner agency or provider brings in nobody."""
    if organisation_id not in by.organisations_where(*RESERVED_ROLE_GIVERS):
        return refused("Only an academy lead or the system administrator adds an organisation. Ask one.", "name")
    if kind not in OPENER_KINDS:
        return refused("Only councils and partnerships add organisations. Ask the one you work with.", "name")
    return ALLOWED


def answers_for(by: Actor, *, organisation_id: int, opened_by_id: int | None, is_led: bool) -> Decision:
    """May the actor change or end this organisation? Its own academy lead or administrator may. As long as it has none
    who can sign in (`is_led`), those of the organisation that added it answer for it."""
    led = by.organisations_where(*RESERVED_ROLE_GIVERS)
    if by.is_system or organisation_id in led or (not is_led and opened_by_id in led):
        return ALLOWED
    return refused("Only its own academy lead or system administrator does this. Ask one.", "name")


def can_name_keeper(by: Actor, *, opened_by_id: int | None, is_led: bool) -> Decision:
    """Who added an organisation names its keeper until one has signed in; from then on its own people give roles."""
    if is_led:
        return refused("Somebody of its own keeps this organisation now. Ask her to give the role.")
    if opened_by_id not in by.organisations_where(*RESERVED_ROLE_GIVERS):
        return refused("Only an academy lead or administrator of the organisation that added it names its keeper.")
    return ALLOWED


def can_be_named(name: str, short_name: str, *, is_taken: bool) -> Decision:
    """An organisation has a name no other ever had, and a short one for lists."""
    if not name:
        return refused("Write the name.", "name")
    if not short_name:
        return refused("Write the short name.", "short_name")
    if is_taken:
        return refused(f"There is an organisation called {name} already. Give another name.", "name")
    return ALLOWED


def can_be_kind(kind: str, *, partners: int) -> Decision:
    """Only a partnership has partners."""
    if partners and kind != OrganisationKind.PARTNERSHIP:
        return refused("It has partners, so it stays a partnership. End the partners first.", "kind")
    return ALLOWED


def can_change(*, ends_on: date | None, on: date) -> Decision:
    """What has ended is history; a last day to come may still be moved."""
    if ends_on is not None and ends_on < on:
        return refused(f"This organisation ended on {in_words(ends_on)}. Add a new one instead.")
    return ALLOWED


def can_end(last_day: date, *, starts_on: date | None, people: int, partners: int, joins: int) -> Decision:
    """An organisation ends when nobody has a post in it after its last day; a partnership when it has no partner then,
    and a partner when it does not join a partnership later."""
    if starts_on is not None and last_day < starts_on:
        return refused(f"This began on {in_words(starts_on)}. Give that day or a later one.", "last_day")
    if people:
        who = "1 person has a post" if people == 1 else f"{people} people have posts"
        return refused(
            f"{who} here after that day. Give each post a last day first, or the organisation a later one.", "last_day"
        )
    if partners:
        what = "1 organisation is a partner" if partners == 1 else f"{partners} organisations are partners"
        return refused(f"{what} after that day. End the partners first.", "last_day")
    if joins:
        return refused("It joins a partnership after that day. Take it from the partnership first.", "last_day")
    return ALLOWED


def takes_in(ends_on: date | None, day: date) -> Decision:
    """Nobody begins a post after the last day of the organisation."""
    if ends_on is None or day <= ends_on:
        return ALLOWED
    return refused(f"This organisation ends on {in_words(ends_on)}. Give an earlier day.", "from_on")


def can_have_partners(kind: str) -> Decision:
    """Only an organisation of the kind partnership has partners."""
    if kind == OrganisationKind.PARTNERSHIP:
        return ALLOWED
    return refused("Only a partnership has partners. Change what kind of organisation it is first.", "member")


def can_be_partner(*, is_itself: bool, ends_on: date | None, from_on: date) -> Decision:
    """A partner is another organisation that has not ended by the day it joins."""
    if is_itself:
        return refused("A partnership is not its own partner. Choose another organisation.", "member")
    if ends_on is not None and ends_on < from_on:
        return refused(f"It ended on {in_words(ends_on)}. Choose another organisation or an earlier day.", "member")
    return ALLOWED
