"""The academy's programmes: adding, changing and withdrawing them, and offering them again."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import Programme
from academy.training.rules import keeping as rules
from academy.training.services.keeping import (
    lock_kept,
    locked,
    own_code,
    refuse_foreign,
    require,
    to_offer_again,
    to_withdraw,
    written,
)
from academy.training.services.loading_courses import keep_joined
from academy.training.services.loading_programmes import keep_order


@dataclass(frozen=True, kw_only=True)
class ProgrammeSaid:
    """What stands in a programme's own columns, under their names."""

    title: str
    about: str = ""
    aimed_at: str = ""
    steering: str = ""
    sponsor_id: int | None = None
    sponsor_title: str = ""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a programme is made of: ids of its courses in their order, of the employers it is for and of needs."""

    courses: tuple[int, ...]
    employers: frozenset[int] = frozenset()
    needs: frozenset[int] = frozenset()


@command("training.programme.add")
def add(*, organisation: Organisation, said: ProgrammeSaid, parts: Parts, by: Actor, at: datetime) -> Programme:
    """Add a programme of courses of an organisation (S3-03, S3-14).

    Refuses a title another programme has, a programme without a course, and courses and needs the organisation does
    not keep.
    """
    programme = Programme(organisation=organisation)
    lock_kept(programme, by=by)
    _judge(programme, said, parts)
    programme.code = own_code(organisation.programmes, said.title, otherwise="programme")
    written(programme, asdict(said))
    programme.save()
    _join(programme, parts)
    record(programme, moved=("", "offered"), organisation=organisation.pk)
    return programme


@command("training.programme.change")
def change(*, programme: Programme, said: ProgrammeSaid, parts: Parts, by: Actor, at: datetime) -> Programme:
    """Change a programme and the order of its courses; loading leaves it alone then. Refuses what `add` refuses, and
    one that is withdrawn."""
    programme = locked(programme, by=by)
    require(rules.can_change(withdrawn_on=programme.withdrawn_on))
    _judge(programme, said, parts)
    changed = written(programme, {**asdict(said), "origin": Origin.PUBLISHED})
    programme.save()
    record(programme, changed=(*changed, *_join(programme, parts)), organisation=programme.organisation_id)
    return programme


@command("training.programme.withdraw")
def withdraw(*, programme: Programme, from_on: date, by: Actor, at: datetime) -> Programme:
    """Offer a programme no longer from a day on; its courses stay. Refuses a past day."""
    programme = to_withdraw(programme, from_on, by=by)
    programme.save()
    record(programme, moved=("offered", "withdrawn"), organisation=programme.organisation_id)
    return programme


@command("training.programme.offer_again")
def offer_again(*, programme: Programme, by: Actor, at: datetime) -> Programme:
    """Offer a withdrawn programme again. Refuses one that is offered, and a title another one has by now."""
    programme = to_offer_again(programme, by=by)
    _refuse_taken(programme, programme.title)
    programme.save()
    record(programme, moved=("withdrawn", "offered"), organisation=programme.organisation_id)
    return programme


def _judge(programme: Programme, said: ProgrammeSaid, parts: Parts) -> None:
    own = programme.organisation
    _refuse_taken(programme, said.title)
    if not parts.courses:
        raise Refused("Name at least one course.", field="courses")
    refuse_foreign(own.courses, *parts.courses, field="courses")
    refuse_foreign(own.needs, *parts.needs, field="needs")


def _refuse_taken(programme: Programme, title: str) -> None:
    others = programme.organisation.programmes.filter(withdrawn_on=None, title__iexact=title)
    if others.exclude(pk=programme.pk).exists():
        raise Refused(
            "There is a programme called so already. Change that one, or choose another title.", field="title"
        )


def _join(programme: Programme, parts: Parts) -> tuple[str, ...]:
    """Bring what belongs to the programme in line; the names of what changed."""
    changed = {
        "courses": keep_order(programme, parts.courses),
        "employers": keep_joined(programme.employers, set(parts.employers)),
        "needs": keep_joined(programme.needs, set(parts.needs)),
    }
    return tuple(name for name, is_changed in changed.items() if is_changed)
