"""The academy's courses: adding, changing, withdrawing them, and offering them again."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.choices import LIBRARY_KINDS, EventState
from academy.training.models import Course
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
from academy.training.services.loading_courses import keep_joined, keep_parts

STANDING = (EventState.PLANNED, EventState.OPEN)


@dataclass(frozen=True, kw_only=True)
class CourseSaid:
    """What stands in a course's own columns, under their names."""

    title: str
    kind: str
    promise: str
    basis: str
    accreditation: str
    outcome: str
    summary: str = ""
    aims: str = ""
    group: str = ""
    level_id: int | None = None
    basis_note: str = ""
    priorities: list[int]
    days: Decimal | None = None
    provider: str = ""
    is_external: bool = False
    platform_id: int | None = None
    subscription_id: int | None = None
    url: str = ""
    credits: int | None = None
    credit_level: int | None = None
    accredited_by: str = ""
    cancellation: str = ""
    valid_months: int | None = None
    counts_in_asye: bool = False
    is_public: bool = True


@dataclass(frozen=True, kw_only=True)
class Joined:
    """What belongs to a course: ids of themes, needs, statements and courses before it; costs by kind; principles by
    code."""

    themes: frozenset[int] = frozenset()
    needs: frozenset[int] = frozenset()
    statements: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()
    costs: tuple[tuple[str, Decimal], ...] = ()
    principles: tuple[tuple[str, str], ...] = ()


@command("training.course.add")
def add(*, organisation: Organisation, said: CourseSaid, joined: Joined, by: Actor, at: datetime) -> Course:
    """Add a course to what an organisation offers. It is for all staff until its audience is said.

    Refuses a title another offered course of the organisation has, and themes, needs, platforms, subscriptions and
    courses before it that the organisation does not keep.
    """
    course = Course(organisation=organisation)
    lock_kept(course, by=by)
    _judge(course, said, joined)
    course.code = own_code(organisation.courses, said.title, otherwise="course")
    written(course, asdict(said))
    course.save()
    _join(course, joined)
    record(course, moved=("", "offered"), organisation=organisation.pk)
    return course


@command("training.course.change")
def change(*, course: Course, said: CourseSaid, joined: Joined, by: Actor, at: datetime) -> Course:
    """Change a course. One that came with the portal is the academy's own from then on: loading leaves it alone.

    Refuses what `add` refuses, a withdrawn course, and one with events that becomes something without events.
    """
    course = locked(course, by=by)
    require(rules.can_change(withdrawn_on=course.withdrawn_on))
    _judge(course, said, joined)
    if said.is_external or said.kind in LIBRARY_KINDS:
        require(rules.can_stop_booking(open_events=_standing_events(course)), field="kind")
    changed = written(course, {**asdict(said), "origin": Origin.PUBLISHED})
    course.save()
    record(course, changed=(*changed, *_join(course, joined)), organisation=course.organisation_id)
    return course


@command("training.course.withdraw")
def withdraw(*, course: Course, from_on: date, by: Actor, at: datetime) -> Course:
    """Offer a course no longer from a day on; it stays readable for those who took part. Refuses a past day, and a
    course with events that are planned or open."""
    course = to_withdraw(course, from_on, by=by)
    require(rules.can_stop_booking(open_events=_standing_events(course)))
    course.save()
    record(course, moved=("offered", "withdrawn"), organisation=course.organisation_id)
    return course


@command("training.course.offer_again")
def offer_again(*, course: Course, by: Actor, at: datetime) -> Course:
    """Offer a withdrawn course again. Refuses one that is offered, and a title another offered course has by now."""
    course = to_offer_again(course, by=by)
    _refuse_taken(course, course.title)
    course.save()
    record(course, moved=("withdrawn", "offered"), organisation=course.organisation_id)
    return course


def _judge(course: Course, said: CourseSaid, joined: Joined) -> None:
    own = course.organisation
    _refuse_taken(course, said.title)
    refuse_foreign(own.platforms, said.platform_id, field="platform")
    refuse_foreign(own.subscriptions, said.subscription_id, field="subscription")
    refuse_foreign(own.focus_themes, *joined.themes, field="themes")
    refuse_foreign(own.needs, *joined.needs, field="needs")
    refuse_foreign(own.courses.exclude(pk=course.pk), *joined.before, field="before")


def _refuse_taken(course: Course, title: str) -> None:
    others = course.organisation.courses.filter(withdrawn_on=None, title__iexact=title).exclude(pk=course.pk)
    if others.exists():
        raise Refused("There is a course with this title already. Change that one, or choose another.", field="title")


def _standing_events(course: Course) -> int:
    return course.events.filter(state__in=STANDING).count()


def _join(course: Course, joined: Joined) -> tuple[str, ...]:
    """Bring what belongs to the course in line; the names of what changed."""
    costs: list[dict[str, Any]] = [{"kind": kind, "pounds": pounds} for kind, pounds in joined.costs]
    principles = [{"principle": code, "how": how} for code, how in joined.principles]
    before = [{"before_id": pk} for pk in sorted(joined.before)]
    changed = {
        "themes": keep_joined(course.themes, set(joined.themes)),
        "needs": keep_joined(course.needs, set(joined.needs)),
        "statements": keep_joined(course.statements, set(joined.statements)),
        "prerequisites": keep_parts(course.prerequisites.all(), before, course=course),
        "costs": keep_parts(course.costs.all(), costs, course=course),
        "principles": keep_parts(course.principles.all(), principles, course=course),
    }
    return tuple(name for name, is_changed in changed.items() if is_changed)
