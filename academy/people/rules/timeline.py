"""A working life in words: what began, changed and ended, newest first, by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from academy.people.rules.spans import Span


@dataclass(frozen=True)
class TermsFacts:
    """What held in a post over a time, in words: "Grade BG10, Level 1"; `spinal_point` is None for a reader who may not
    know it."""

    span: Span
    job: str
    team: str
    organisation: str
    fte: Decimal
    grade: str = ""
    line_manager: str = ""
    spinal_point: int | None = None
    reason: str = ""
    rests_on: str = ""


@dataclass(frozen=True)
class Happening:
    """One line of the timeline: when, what, and more in small type. `kind` is post, register, role or absence."""

    on: date
    kind: str
    what: str
    detail: str = ""


@dataclass(frozen=True)
class Year:
    year: int
    happenings: tuple[Happening, ...]


def by_year(happenings: Iterable[Happening]) -> list[Year]:
    """Newest first; of one day in the order given."""
    ordered = sorted(happenings, key=lambda happening: happening.on, reverse=True)
    return [Year(year, tuple(of_year)) for year, of_year in groupby(ordered, key=lambda happening: happening.on.year)]


def of_post(post: Span, terms: Iterable[TermsFacts]) -> list[Happening]:
    """The beginning of a post, every change of its terms, and its end. Terms may come in any order."""
    ordered = sorted(terms, key=lambda each: each.span.from_on)
    if not ordered:
        return []
    happenings = [_beginning(ordered[0])]
    happenings += [_change(before, after) for before, after in pairwise(ordered)]
    if post.until_on is not None:
        last = ordered[-1]
        happenings.append(Happening(post.until_on, "post", f"Last day as {last.job}", _place(last)))
    return happenings


def differences(before: TermsFacts, after: TermsFacts) -> list[str]:
    """What is different, each as a short sentence without a full stop; grade first, since it is asked for most."""
    found: list[tuple[bool, str]] = [
        (after.grade != before.grade, after.grade or "No grade"),
        (after.job != before.job, f"Now {after.job}"),
        (after.team != before.team, f"Moved to {after.team}"),
        (after.fte != before.fte, f"Now {after.fte} of full time"),
        (after.line_manager != before.line_manager, _managed_by(after.line_manager)),
        (after.spinal_point != before.spinal_point, f"Spinal point {after.spinal_point}"),
    ]
    return [words for is_different, words in found if is_different]


def _beginning(terms: TermsFacts) -> Happening:
    hours = "" if terms.fte == 1 else f"{terms.fte} of full time"
    more = [terms.grade, hours, terms.line_manager and _managed_by(terms.line_manager)]
    points = f"Spinal point {terms.spinal_point}" if terms.spinal_point is not None else ""
    why = (terms.reason, terms.rests_on)
    return Happening(
        terms.span.from_on, "post", f"Began as {terms.job}", _sentences(_place(terms), *more, points, *why)
    )


def _change(before: TermsFacts, after: TermsFacts) -> Happening:
    what, *more = differences(before, after) or ["New terms"]
    return Happening(after.span.from_on, "post", what, _sentences(*more, after.reason, after.rests_on))


def _place(terms: TermsFacts) -> str:
    return f"{terms.team}, {terms.organisation}"


def _managed_by(name: str) -> str:
    return f"Line manager {name}" if name else "No line manager"


def _sentences(*parts: str) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
