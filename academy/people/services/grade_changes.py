"""Changing somebody's grade or level by a decision: by hand, or called by the app that took the decision."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices.grades import GradeBasis
from academy.people.models import Grade, GradeChange, GradeLevel, Post, Terms
from academy.people.notices.grades import GRADE_CHANGED, GradeContext
from academy.people.rules import grades as rules
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_organisation, require
from academy.people.services.terms import begin_next, details_of, kept_point

BY_HAND = "people.grade.change"


@dataclass(frozen=True)
class RestsOn:
    """The decision a grade rests on: its sort, its name in words ("Panel of 17 June 2027"), and the natural key by
    which the app that took it knows it again (`panels:panel-2027-06/amara`), empty for one entered by hand."""

    basis: GradeBasis
    words: str
    key: str = ""


@command("people.grade.change")
def change_grade(
    *,
    post: Post,
    grade: Grade,
    level: GradeLevel | None,
    from_on: date,
    reason: str,
    rests_on: RestsOn,
    by: Actor,
    at: datetime,
    permission: str = BY_HAND,
) -> GradeChange:
    """Begin terms with another grade or level from a day; all else stays, but the spinal point of another grade is left
    open. She and her manager are told. `permission` is judged on the post: an app whose decision it is names its own.

    Refuses who has no such permission, a missing reason or decision, a decision that changed a grade before, a
    withdrawn grade or level, the same once more, one of another organisation, and a day outside the post or on or
    before the day its latest terms began.
    """
    if not allows(permission, by, post):
        raise Refused("Only human resources or the academy lead change a grade, and nobody her own.")
    require(rules.has_reason(reason), rules.has_decision(rests_on.words))
    lock_organisation(post.organisation_id)
    latest: Terms = post.terms.select_related("post__person", "grade").latest("from_on")
    given = rules.Given((grade.pk, level.pk if level else None), _words(grade, level), _withdrawn_on(grade, level))
    require(rules.can_be_given(given, present=(latest.grade_id, latest.level_id), from_on=from_on))
    if rests_on.key and GradeChange.objects.filter(decision_key=rests_on.key).exists():
        raise Refused("This decision has changed a grade already. It stands in her record.")
    details = replace(
        details_of(latest), grade=grade, level=level, spinal_point=kept_point(latest, grade), reason=reason.strip()
    )
    terms = begin_next(latest=latest, details=details, from_on=from_on, by=by, at=at)
    made = _keep(terms, rests_on, by=by, at=at)
    said = ("basis", "decision")
    record(made, changed=said, note=details.reason, about=post.person_id, organisation=post.organisation_id)
    _tell(made, by=by, at=at)
    return made


def _keep(terms: Terms, rests_on: RestsOn, *, by: Actor, at: datetime) -> GradeChange:
    return GradeChange.objects.create(
        terms=terms,
        basis=rests_on.basis,
        decision=rests_on.words.strip(),
        decision_key=rests_on.key,
        entered_at=at,
        entered_by_id=by.person_id,
    )


def _tell(made: GradeChange, *, by: Actor, at: datetime) -> None:
    """Herself and, where it is somebody else than who enters it, her line manager."""
    terms = made.terms
    person: Person = terms.post.person
    said = {"from_on": in_words(terms.from_on), "rests_on": made.in_words, "url": person.get_absolute_url()}
    notices.send(to=person, kind=GRADE_CHANGED, context=GradeContext(whose="", **said), by=by, at=at)
    if terms.line_manager is not None and terms.line_manager_id != by.person_id:
        context = GradeContext(whose=person.full_name, **said)
        notices.send(to=terms.line_manager, kind=GRADE_CHANGED, context=context, by=by, at=at)


def _words(grade: Grade, level: GradeLevel | None) -> str:
    return f"{grade}, {level}" if level else str(grade)


def _withdrawn_on(grade: Grade, level: GradeLevel | None) -> date | None:
    days = [grade.withdrawn_on, level.withdrawn_on if level else None]
    return min((day for day in days if day is not None), default=None)
