"""Grades: what can be chosen, and what somebody was on over time."""

from collections.abc import Collection

from django.db.models import Q

from academy.people.models import Grade, GradeLevel, Terms
from academy.people.rules.grades import GradeSpell, spells_of

Choices = list[tuple[str, str]]


def grade_choices(organisation_id: int) -> Choices:
    """Every grade that is not withdrawn, followed by its levels, as one list of codes and words. Two queries."""
    levels = GradeLevel.objects.filter(withdrawn_on=None, grade__organisation_id=organisation_id)
    within: dict[int, list[GradeLevel]] = {}
    for level in levels.order_by("rank"):
        within.setdefault(level.grade_id, []).append(level)
    found: Choices = []
    for grade in Grade.objects.filter(withdrawn_on=None, organisation_id=organisation_id):
        found.append((_code(grade.pk, None), str(grade)))
        found += [(_code(grade.pk, level.pk), f"{grade}, {level}") for level in within.get(grade.pk, [])]
    return found


def grade_chosen(organisation_id: int, code: str) -> tuple[Grade | None, GradeLevel | None]:
    """The grade and level behind one of those codes; neither for ""."""
    grade, _, level = code.partition(":")
    levels = GradeLevel.objects.filter(grade__organisation_id=organisation_id, pk=level or None)
    return Grade.objects.filter(organisation_id=organisation_id, pk=grade or None).first(), levels.first()


def code_of(grade_id: int | None, level_id: int | None) -> str:
    """The code of what somebody or something is on, "" for no grade."""
    return "" if grade_id is None else _code(grade_id, level_id)


def grade_history(person_id: int, *, organisations: Collection[int] | None = None) -> list[GradeSpell]:
    """The grades somebody had, has and is to have, newest first, with first and last day, reason and the decision each
    rests on; in some organisations, or in all (None). One query. Who may read it is for the caller to judge."""
    where = Q() if organisations is None else Q(post__organisation_id__in=organisations)
    held = Terms.objects.filter(where, post__person_id=person_id).select_related("grade", "level", "grade_change")
    return spells_of(_stretch(terms) for terms in held)


def rests_on(terms: Terms) -> str:
    """The decision terms rest on, in words; "" where they began without one."""
    made = getattr(terms, "grade_change", None)
    return made.in_words if made else ""


def _stretch(terms: Terms) -> GradeSpell:
    return GradeSpell(
        post_id=terms.post_id,
        key=(terms.grade_id, terms.level_id),
        words=", ".join(str(part) for part in (terms.grade, terms.level) if part),
        from_on=terms.from_on,
        until_on=terms.until_on,
        reason=terms.reason,
        rests_on=rests_on(terms),
    )


def _code(grade_id: int, level_id: int | None) -> str:
    return f"{grade_id}:{level_id or ''}"
