"""What somebody is on a day: her roles, whom she manages, which organisations she reaches. Asked once a request."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    F,
    FilteredRelation,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from academy.engines.access.actors import Standing
from academy.identity.actor import HeldRole
from academy.people.choices import GradeKind, MembershipKind
from academy.people.models import Membership, Post, RoleHolding
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import managed_by
from academy.people.selectors.written_once import WrittenOnce

POST, MEMBERSHIP, ROLE, STANDS_IN, MARK = "post", "membership", "role", "stands_in", "mark"
# What a row of another kind has in the column; typed, because PostgreSQL asks every part of a union for the same types.
NO_WORDS, NOT_FIRST = Value("", CharField()), Value(False, BooleanField())
NOWHERE, NO_DAY = Cast(Value(None), IntegerField()), Cast(Value(None), DateField())


class _Bond(NamedTuple):
    """A post, a membership, a role, one of somebody she stands in for, or the mark of another app. `says` is the title
    of her own, the kind, the role or the mark."""

    what: str
    place: int
    says: str
    job_role: str | None
    grade: str | None
    service: int | None
    team: int | None
    is_first: bool | int
    from_on: date | str  # in words where the database has no days; they come in the same order
    pk: int


def standing(person_id: int, on: date) -> Standing:
    """A person's standing on a day, in two queries whatever it is."""
    bonds = [_Bond(*row) for row in BONDS.rows(person_id, on)]
    posts = sorted((each for each in bonds if each.what == POST), key=lambda b: (not b.is_first, b.from_on, b.pk))
    memberships = sorted((each for each in bonds if each.what == MEMBERSHIP), key=lambda bond: (bond.from_on, bond.pk))
    roles = _roles(bonds, ROLE)
    jobs = _jobs(posts)
    employers, members = list(jobs), {bond.place: MembershipKind(bond.says).label for bond in memberships}
    places = {*employers, *members}
    return Standing(
        roles=roles,
        jobs={**members, **jobs},
        manages=managed_by(person_id, on, places=places),
        stands_in=tuple(role for role in _roles(bonds, STANDS_IN) if role.organisation_id in places),
        reaches=tuple(dict.fromkeys([*employers, *members, *(role.organisation_id for role in roles)])),
        staff_of=frozenset(employers),
        marks=frozenset(bond.says for bond in bonds if bond.what == MARK),
    )


def also(marks: Callable[[int, date], QuerySet[Any, Any]]) -> None:
    """Have a person's standing tell as well what another app knows of her, without a further query. `marks` builds a
    query out of `marked` rows, in which her id and the day decide about nothing but which rows there are."""
    _marks.append(marks)
    BONDS.forget()


def marked(rows: QuerySet[Any], mark: str) -> QuerySet[Any, Any]:
    """Rows that put a mark on the person they were filtered by, all of them as one."""
    same = (
        Value(0, IntegerField()),
        Value(mark, CharField()),
        NO_WORDS,
        NO_WORDS,
        NOWHERE,
        NOWHERE,
        NOT_FIRST,
        NO_DAY,
        NOWHERE,
    )
    return rows.order_by().values_list(Value(MARK, CharField()), *same).distinct()


def _bonds(person_id: int, on: date) -> QuerySet[Any, Any]:
    """Everything that binds her to an organisation on the day."""
    posts = Post.objects.annotate(now=FilteredRelation("terms", condition=holds_on(on, "terms__")))
    parts = (
        posts.values_list(
            *(Value(POST, CharField()), "organisation_id", Coalesce("now__job_title", NO_WORDS)),
            *("now__job_role__title", Case(When(now__grade__kind=GradeKind.PAY, then="now__grade__code"))),
            *(NOWHERE, NOWHERE, "is_primary", "from_on", "pk"),
        ),
        Membership.objects.values_list(
            *(Value(MEMBERSHIP, CharField()), "organisation_id", "kind", NO_WORDS, NO_WORDS),
            *(NOWHERE, NOWHERE, NOT_FIRST, "from_on", "pk"),
        ),
        _held_as(ROLE, RoleHolding.objects.all()),
    )
    first, *others = (part.filter(holds_on(on), person_id=person_id).order_by() for part in parts)
    stood_in_for = RoleHolding.objects.filter(
        holds_on(on),
        holds_on(on, "person__deputies__"),
        person__deputies__deputy_id=person_id,
        person__deputies__organisation_id=F("organisation_id"),
    )
    marks = (build(person_id, on) for build in _marks)
    return first.union(*others, _held_as(STANDS_IN, stood_in_for).order_by(), *marks, all=True)


def _held_as(what: str, holdings: QuerySet[RoleHolding]) -> Any:
    """Roles as bonds."""
    return holdings.values_list(
        *(Value(what, CharField()), "organisation_id", "role", NO_WORDS, NO_WORDS),
        *("service_id", "team_id", NOT_FIRST, "from_on", "pk"),
    )


_marks: list[Callable[[int, date], QuerySet[Any, Any]]] = []
BONDS = WrittenOnce(_bonds)


def _roles(bonds: Iterable[_Bond], what: str) -> tuple[HeldRole, ...]:
    """Her own roles, or those she stands in for, each once and always in the same order."""
    held = sorted((each for each in bonds if each.what == what), key=lambda bond: (bond.says, bond.place, bond.pk))
    return tuple(dict.fromkeys(HeldRole(bond.says, bond.place, bond.service, bond.team) for bond in held))


def _jobs(posts: Iterable[_Bond]) -> dict[int, str]:
    """Her jobs in words by organisation, the primary post first: "Social worker, BG10"."""
    jobs: dict[int, str] = {}
    for post in posts:
        jobs.setdefault(post.place, ", ".join(filter(None, (post.says or post.job_role, post.grade))))
    return jobs
