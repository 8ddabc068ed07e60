"""What holds in a post: a change of team, job, grade, hours or line manager ends the old terms and begins new ones."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Grade, GradeLevel, JobRole, Post, Team, Terms
from academy.people.rules import grades, line_management, roles
from academy.people.rules import terms as rules
from academy.people.rules.spans import Span, day_before
from academy.people.selectors.belonging import belongs_to
from academy.people.selectors.line_management import line_managers_from
from academy.people.services.judging import lock_organisation, require


@dataclass(frozen=True)
class TermsDetails:
    """What is agreed: where, as what, at which grade, how much of full time (above 0, at most 1), and for whom."""

    team: Team
    job_role: JobRole
    job_title: str = ""
    grade: Grade | None = None
    level: GradeLevel | None = None
    spinal_point: int | None = None
    fte: Decimal = Decimal("1.00")
    line_manager: Person | None = None
    reason: str = ""


@command("people.terms.change")
def change(
    *, post: Post, details: TermsDetails, from_on: date, by: Actor, at: datetime, knows_pay: bool = True
) -> Terms:
    """End the present terms the day before and begin these. They hold as long as the post does. From an actor who does
    not know the spinal point it stays as it is; with another grade it is left open, for who knows it to give.

    Refuses what `judge` refuses, terms that change nothing, another grade or level without a reason, and an actor who
    does not keep the organisation.
    """
    require(roles.keeps(by, post.organisation_id))
    lock_organisation(post.organisation_id)
    post.refresh_from_db()
    latest = post.terms.latest("from_on")
    if not knows_pay:
        details = replace(details, spinal_point=kept_point(latest, details.grade))
    changed = _differences(latest, details)
    terms = _followed(latest, post=post, details=details, from_on=from_on)
    if not changed:
        raise Refused("These are the present terms. Change what will be different from that day.")
    if {"grade", "level"} & set(changed):
        require(grades.has_reason(details.reason))
    record(terms, changed=changed, note=details.reason, about=post.person_id, organisation=post.organisation_id)
    return terms


@command("people.terms.begin")
def begin_next(*, latest: Terms, details: TermsDetails, from_on: date, by: Actor, at: datetime) -> Terms:
    """The same as part of another command, which judged who may do it, and locked the organisation before it read the
    latest terms. Refuses what `judge` refuses."""
    post, changed = latest.post, _differences(latest, details)
    terms = _followed(latest, post=post, details=details, from_on=from_on)
    record(terms, changed=changed, note=details.reason, about=post.person_id, organisation=post.organisation_id)
    return terms


def details_of(terms: Terms) -> TermsDetails:
    """What terms say, to begin others that differ in some of it."""
    return TermsDetails(**{field.name: getattr(terms, field.name) for field in fields(TermsDetails)})


def kept_point(terms: Terms, grade: Grade | None) -> int | None:
    """The spinal point that stays with the grade; with another grade it is left open, for who knows it to give."""
    return terms.spinal_point if grade == terms.grade else None


def judge(*, post: Post, details: TermsDetails, from_on: date, last_begin: date | None = None) -> None:
    """Refuse days outside the post or overlapping, hours outside (0, 1], team, grade, level and spinal point that do
    not belong together, and a line manager who is no colleague, herself, or below her."""
    proposed = rules.ProposedTerms(
        from_on=from_on,
        organisation_id=post.organisation_id,
        team=rules.TeamFacts(details.team.service.organisation_id, Span(details.team.from_on, details.team.until_on)),
        fte=details.fte,
        grade=_grade_facts(details.grade),
        level_of_grade_id=details.level.grade_id if details.level else None,
        spinal_point=details.spinal_point,
    )
    require(rules.can_begin(proposed, post=Span(post.from_on, post.until_on), last_begin=last_begin))
    if details.line_manager is not None:
        _judge_line_manager(details.line_manager, post=post, from_on=from_on)


def drawn_up(*, post: Post, details: TermsDetails, from_on: date) -> Terms:
    """The terms, not saved yet, until the post's last day; judge them first."""
    values = {field.name: getattr(details, field.name) for field in fields(details)}
    return Terms(post=post, from_on=from_on, until_on=post.until_on, **values)


def _judge_line_manager(manager: Person, *, post: Post, from_on: date) -> None:
    require(
        line_management.can_manage(
            manager_id=manager.pk,
            person_id=post.person_id,
            belongs=belongs_to(manager.pk, post.organisation_id, from_on),
            managers_of=partial(line_managers_from, from_on=from_on),
        )
    )


def _grade_facts(grade: Grade | None) -> rules.GradeFacts | None:
    if grade is None:
        return None
    if grade.spinal_from is None or grade.spinal_until is None:
        return rules.GradeFacts(grade.pk, grade.organisation_id)
    return rules.GradeFacts(grade.pk, grade.organisation_id, (grade.spinal_from, grade.spinal_until))


def _followed(latest: Terms, *, post: Post, details: TermsDetails, from_on: date) -> Terms:
    judge(post=post, details=details, from_on=from_on, last_begin=latest.from_on)
    latest.until_on = day_before(from_on)
    latest.save(update_fields=["until_on"])
    terms = drawn_up(post=post, details=details, from_on=from_on)
    terms.save()
    return terms


def _differences(terms: Terms, details: TermsDetails) -> list[str]:
    return [
        field.name
        for field in fields(details)
        if field.name != "reason" and getattr(terms, field.name) != getattr(details, field.name)
    ]
