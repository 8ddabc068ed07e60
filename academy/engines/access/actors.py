"""Building the actor for a signed-in user: her dated roles, whom she manages, and which organisations she reaches.

What roles there are is known to the app that keeps them (people); it registers itself here as the source.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind
from academy.identity.models import Person, User


@dataclass(frozen=True)
class Standing:
    """What a person is on a day. `reaches` are ids of organisations in the order she would choose them, home first.

    `staff_of` are those she has a post in, `jobs` what she is in each, in words. `stands_in` are the roles of those
    whose deputy she is. `marks` are what other apps tell of her for the menu, and are no reason to be allowed anything.
    """

    roles: tuple[HeldRole, ...] = ()
    manages: frozenset[int] = field(default_factory=frozenset)
    stands_in: tuple[HeldRole, ...] = ()
    reaches: tuple[int, ...] = ()
    staff_of: frozenset[int] = field(default_factory=frozenset)
    jobs: Mapping[int, str] = field(default_factory=dict)
    marks: frozenset[str] = field(default_factory=frozenset)


StandingSource = Callable[[int, date], Standing]
_source: list[StandingSource] = []


def register_source(source: StandingSource) -> None:
    """Name the one function that tells a person's standing on a day, in a constant number of queries."""
    _source[:] = [source]


def actor_for(*, user: User, on: date, organisation_id: int | None = None) -> Actor:
    """The actor a user is on a day, in the organisation wanted if she reaches it, else in her first."""
    if user.person is None:
        return Actor(kind=ActorKind.USER, on=on, label=f"user {user.pk}", user_id=user.pk)
    return replace(actor_of_person(user.person, on=on, organisation_id=organisation_id), user_id=user.pk)


def actor_of_person(person: Person, *, on: date, organisation_id: int | None = None) -> Actor:
    """The same of somebody who need not have an account: to ask what she may be told, never to act."""
    standing = _source[0](person.pk, on) if _source else Standing()
    first = standing.reaches[0] if standing.reaches else None
    acting = organisation_id if organisation_id in standing.reaches else first
    return Actor(
        kind=ActorKind.USER,
        on=on,
        label=person.full_name,
        person_id=person.pk,
        organisation_id=acting,
        job=standing.jobs.get(acting, "") if acting else "",
        reaches=frozenset(standing.reaches),
        staff_of=standing.staff_of,
        roles=standing.roles,
        manages=standing.manages,
        stands_in=standing.stands_in,
        marks=standing.marks,
    )
