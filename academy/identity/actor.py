"""Who asks or acts: a signed-in user, the holder of a one-time link, another system, or the portal itself.

An actor carries the organisation acted in, the day, and the dated roles held on that day, so that every rule about
who may do what is a pure function of an actor and a thing.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from academy.identity.choices import ActorKind


@dataclass(frozen=True)
class HeldRole:
    """A role held on the actor's day; a service or team narrows its scope, neither means the whole organisation."""

    code: str
    organisation_id: int
    service_id: int | None = None
    team_id: int | None = None


@dataclass(frozen=True)
class HeldLink:
    """The one-time link by which somebody without an account acts: for one purpose, on one subject."""

    id: int
    purpose: str
    subject_label: str
    subject_id: str


@dataclass(frozen=True)
class Actor:
    """Somebody who asks or acts, on a day, in an organisation.

    `manages` are the ids of the people whose line manager the actor is on that day, or whose line manager she stands in
    for as deputy. `stands_in` are the roles of those she stands in for, which open only what a deputy may do.
    `reaches` are the organisations she may act in, `staff_of` those that employ her; `job` says in words what she is in
    the one acted in. `on_behalf_of_id` is the person a deputy acts for in this act; both names stay in
    the audit. `link` is set for the holder of a one-time link and for nobody else. `lacks_second_factor` is she whose
    roles, line management and grants are put aside until she signs in with a second factor. `marks` say for the menu
    what other apps know of her; they are never a reason to be allowed something.
    """

    kind: ActorKind
    on: date
    label: str
    user_id: int | None = None
    person_id: int | None = None
    organisation_id: int | None = None
    reaches: frozenset[int] = field(default_factory=frozenset)
    staff_of: frozenset[int] = field(default_factory=frozenset)
    roles: tuple[HeldRole, ...] = ()
    manages: frozenset[int] = field(default_factory=frozenset)
    stands_in: tuple[HeldRole, ...] = ()
    on_behalf_of_id: int | None = None
    job: str = ""
    link: HeldLink | None = None
    lacks_second_factor: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def system(cls, part: str, *, on: date) -> "Actor":
        """The portal acting by itself; `part` says which part of it, for the audit."""
        return cls(kind=ActorKind.SYSTEM, on=on, label=part)

    @property
    def is_system(self) -> bool:
        return self.kind == ActorKind.SYSTEM

    def with_deputy_roles(self) -> "Actor":
        """The actor with the roles of those she stands in for beside her own, for what deputies may do."""
        return replace(self, roles=(*self.roles, *self.stands_in))

    def holds(
        self,
        *codes: str,
        organisation_id: int | None = None,
        service_id: int | None = None,
        team_id: int | None = None,
    ) -> bool:
        """Is one of the roles held with a scope that takes in the thing asked about?

        Without an organisation the acting one is meant. A role for one service or team answers only for that service or
        team; a role for the whole organisation answers for all of it.
        """
        wanted = organisation_id or self.organisation_id
        return any(
            role.code in codes
            and role.organisation_id == wanted
            and role.service_id in (None, service_id)
            and role.team_id in (None, team_id)
            for role in self.roles
        )

    def organisations_where(self, *codes: str) -> frozenset[int]:
        """Organisations in which one of the roles is held for the whole organisation."""
        return frozenset(
            role.organisation_id
            for role in self.roles
            if role.code in codes and role.service_id is None and role.team_id is None
        )

    def services_where(self, *codes: str) -> frozenset[int]:
        """Services for which one of the roles is held."""
        return frozenset(
            role.service_id
            for role in self.roles
            if role.code in codes and role.service_id is not None and role.team_id is None
        )

    def teams_where(self, *codes: str) -> frozenset[int]:
        """Teams for which one of the roles is held."""
        return frozenset(role.team_id for role in self.roles if role.code in codes and role.team_id is not None)
