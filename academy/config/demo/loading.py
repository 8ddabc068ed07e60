"""The whole demo academy in its order: the cast by acts, the crowd in bulk, then what they wrote and shared."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from academy.config.demo import reading
from academy.config.demo.accounts import accounts_there, open_accounts
from academy.config.demo.cast import Cast
from academy.config.demo.crowd import Crowd
from academy.config.demo.days import Days
from academy.config.demo.naming import Namer
from academy.config.demo.places import places
from academy.config.demo.registers import Numbers
from academy.config.demo.standing import Standing, welcome_visitors

# A manager of the crowd takes over a member of the cast so many months ago.
TAKEN_OVER = 6

Say = Callable[[str], object]


@dataclass(frozen=True)
class World:
    """Who there is once everybody has been entered."""

    days: Days
    cast: Cast
    crowd: Crowd


def is_loaded() -> bool:
    """Is there a demo in this database?"""
    return bool(accounts_there())


def is_ready() -> bool:
    """Is the reference data there that the demo is built on?"""
    found = places()
    return set(reading.teams()) <= set(found.organisations) and bool(found.jobs)


def load(on: date, *, say: Say) -> World:
    """Build the demo academy as of a day, all or nothing. `say` is told about each part."""
    with transaction.atomic():
        world = _people(on, say=say)
    return world


def _people(on: date, *, say: Say) -> World:
    days, found, numbers, members = Days(on), places(), Numbers(), reading.cast()
    cast = Cast(days, found, numbers)
    say(f"{len(members)} people entered one by one, by those who keep their records")
    for member in members:
        cast.enter(member)
    for member in members:
        cast.name_deputies(member)
    open_accounts({member.account: cast.people[member.key] for member in members if member.account})
    namer = Namer(member.name for member in members)
    crowd = Crowd(days, found, cast)
    crowd.gather(namer)
    Standing(crowd, numbers).write()
    welcome_visitors(days, found, namer)
    say(f"{len(crowd.people)} colleagues with their posts, registrations, absences and roles")
    for organisation, plans in reading.teams().items():
        for plan in plans:
            manager = crowd.manager_of(organisation, plan.team) if plan.gains else None
            if manager is not None:
                cast.get_manager(plan.gains, manager, months=TAKEN_OVER)
    return World(days, cast, crowd)
