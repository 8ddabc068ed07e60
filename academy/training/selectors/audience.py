"""Whom a course is for, and whether somebody is among them on a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, Value
from django.db.models.functions import Cast

from academy.engines.workflow.decisions import Decision
from academy.people.choices import MembershipKind, Profession, ServiceKind
from academy.people.models import Membership, Terms
from academy.people.querysets import holds_on
from academy.training.choices import AudienceWho
from academy.training.models import Course, CourseAudience
from academy.training.rules.audience import AudienceLine, Place, is_meant, may_take_part

# What a membership does not know of; typed, because PostgreSQL asks every part of a union for the same types.
NO_WORDS, NOTHING = Value("", CharField()), Cast(Value(None), BigIntegerField())
PROVIDERS = (MembershipKind.PROVIDER, MembershipKind.PARTNER)
EVERYBODY = {
    AudienceWho.STAFF: "All staff",
    AudienceWho.PROVIDERS: "Providers and partner agencies",
    AudienceWho.ALL: "Staff, providers and partner agencies",
}


def places_of(person_ids: Collection[int], *, on: date) -> dict[int, tuple[Place, ...]]:
    """Where each of these people belongs on the day, by posts and memberships; one query for however many."""
    found: dict[int, tuple[Place, ...]] = defaultdict(tuple)
    terms = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__person_id__in=person_ids)
    posts = terms.values_list(
        *("post__person_id", "post__organisation_id", NO_WORDS, "team__service__kind", "job_role__profession"),
        *("job_role_id", "team_id", "grade_id"),
    )
    members = Membership.objects.filter(holds_on(on), person_id__in=person_ids).values_list(
        *("person_id", "organisation_id", "kind", NO_WORDS, NO_WORDS), *(NOTHING, NOTHING, NOTHING)
    )
    for person_id, *place in posts.order_by().union(members.order_by(), all=True):
        found[person_id] += (_place(*place),)
    return found


def lines_of(course: Course) -> tuple[AudienceLine, ...]:
    """The groups a course is for; without any it is for everybody with a post in its organisation."""
    lines = tuple(_line(row) for row in course.audiences.all())
    return lines or (AudienceLine(course.organisation_id),)


def audience_words(course: Course) -> tuple[str, ...]:
    """Each group in words: Social worker, BG10, Children and families (Bristol)."""
    return audience_words_all([course])[course.pk]


def audience_words_all(courses: Sequence[Course]) -> dict[int, tuple[str, ...]]:
    """The same for several courses with their organisations loaded; one query for however many."""
    said: dict[int, list[str]] = defaultdict(list)
    rows = CourseAudience.objects.filter(course__in=[course.pk for course in courses])
    for row in rows.select_related("organisation", "job_role", "team", "grade").order_by("pk"):
        said[row.course_id].append(line_words(row))
    return {course.pk: tuple(said[course.pk]) or (_all_staff(course),) for course in courses}


def _all_staff(course: Course) -> str:
    return f"{EVERYBODY[AudienceWho.STAFF]} ({course.organisation.short_name})"


def line_words(row: CourseAudience) -> str:
    """One group in words, with whose people they are."""
    return f"{_words(row)} ({row.organisation.short_name})"


def may_book(person_id: int, course: Course, *, on: date) -> Decision:
    """May a place of this course be booked for the person on the day? The refusal says whom the course is for."""
    return may_book_all([person_id], course, on=on)[person_id]


def may_book_all(person_ids: Sequence[int], course: Course, *, on: date) -> dict[int, Decision]:
    """The same for several people, in as many queries as for one."""
    places, lines, whom = places_of(person_ids, on=on), lines_of(course), "; ".join(audience_words(course))
    offered = course.withdrawn_on is None or on < course.withdrawn_on
    return {
        person_id: may_take_part(meant=is_meant(places[person_id], lines), offered=offered, whom=whom)
        for person_id in person_ids
    }


def _place(organisation_id: int, membership: str, *known: Any) -> Place:
    """A post, or a membership of some kind; known of a post are service, profession, job, team and grade."""
    if membership:
        return Place(organisation_id, is_provider=membership in PROVIDERS)
    service_kind, profession, job_role_id, team_id, grade_id = known
    return Place(
        organisation_id=organisation_id,
        is_staff=True,
        service_kind=service_kind,
        profession=profession,
        job_role_id=job_role_id,
        team_id=team_id,
        grade_id=grade_id,
    )


def _line(row: CourseAudience) -> AudienceLine:
    return AudienceLine(
        organisation_id=row.organisation_id,
        who=AudienceWho(row.who),
        service_kind=row.service_kind,
        profession=row.profession,
        job_role_id=row.job_role_id,
        team_id=row.team_id,
        grade_id=row.grade_id,
    )


def _words(row: CourseAudience) -> str:
    parts = [
        row.job_role.title if row.job_role else "",
        str(Profession(row.profession).label) if row.profession else "",
        row.grade.code if row.grade else "",
        row.team.name if row.team else "",
        str(ServiceKind(row.service_kind).label) if row.service_kind else "",
    ]
    said = ", ".join(part for part in parts if part)
    if row.who == AudienceWho.STAFF:
        return said or EVERYBODY[AudienceWho.STAFF]
    return f"{EVERYBODY[AudienceWho(row.who)]}: {said}" if said else EVERYBODY[AudienceWho(row.who)]
