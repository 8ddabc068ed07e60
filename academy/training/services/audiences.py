"""Whom a course is for: one group more, one group less."""

from dataclasses import asdict, dataclass
from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.training.models import Course, CourseAudience
from academy.training.rules import keeping as rules
from academy.training.services.keeping import locked, require


@dataclass(frozen=True, kw_only=True)
class Whom:
    """One group of people a course is for; every part that is set must fit."""

    organisation_id: int
    who: str
    service_kind: str = ""
    profession: str = ""
    job_role_id: int | None = None
    team_id: int | None = None
    grade_id: int | None = None


@command("training.audience.add")
def add_audience(*, course: Course, whom: Whom, by: Actor, at: datetime) -> CourseAudience:
    """Say one more group a course is for. Refuses a withdrawn course, the same group twice, and a team or grade of
    another organisation than the group's."""
    course = locked(course, by=by)
    require(rules.can_change(withdrawn_on=course.withdrawn_on))
    line = CourseAudience(course=course, **asdict(whom))
    if line.team and line.team.service.organisation_id != whom.organisation_id:
        raise Refused("This team is of another organisation. Choose its own, or none.", field="team")
    if line.grade and line.grade.organisation_id != whom.organisation_id:
        raise Refused("This grade is of another organisation. Choose its own, or none.", field="grade")
    if course.audiences.filter(**asdict(whom)).exists():
        raise Refused("The course is for this group already.")
    line.save()
    _is_own_now(course)
    record(line, moved=("", "meant"), organisation=course.organisation_id)
    return line


@command("training.audience.remove")
def remove_audience(*, line: CourseAudience, by: Actor, at: datetime) -> Course:
    """Take back a group a course is for; without any it is for all staff. Refuses a withdrawn course."""
    course = locked(line.course, by=by)
    require(rules.can_change(withdrawn_on=course.withdrawn_on))
    line.delete()
    _is_own_now(course)
    record(course, changed=("audiences",), organisation=course.organisation_id)
    return course


def _is_own_now(course: Course) -> None:
    course.origin = Origin.PUBLISHED
    course.save(update_fields=["origin"])
