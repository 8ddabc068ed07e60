"""What is told of a change of grade: to her, and to her manager. The grade is on the page, not in the mail."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class GradeContext(NoticeContext):
    """Whose grade it is, empty for her own, from which day in words, and the decision it rests on."""

    whose: str
    from_on: str
    rests_on: str


GRADE_CHANGED = NoticeKind("people.grade.changed", "people/email/grade_changed.txt", GradeContext)

declare(GRADE_CHANGED)
