"""Starters, movers and leavers as rows of an HR system's table: what each cell means, and what a row will do. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from academy.engines.imports.rules.rows import Column
from academy.ui.forms.dates import written_date

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]{0,29}")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
MOST_POINT = 999


class Effect(StrEnum):
    """What taking in a row will do."""

    STARTS = "New"
    RETURNS = "Comes back"
    CHANGES = "Changed"
    LEAVES = "Leaves"
    NOTHING = "Unchanged"


@dataclass(frozen=True)
class Held:
    """What is known of somebody: names and address, and the terms of her primary post here. Without `team_id` she has
    no post here that goes on; `ends_on` is the last day entered of the post she has or had."""

    person_id: int
    given_name: str = ""
    family_name: str = ""
    work_email: str = ""
    has_number: bool = True
    post_id: int | None = None
    post_from_on: date | None = None
    ends_on: date | None = None
    team_id: int | None = None
    job_role_id: int | None = None
    grade_id: int | None = None
    spinal_point: int | None = None
    fte: Decimal = Decimal(1)
    line_manager_id: int | None = None
    terms_from_on: date | None = None

    @property
    def is_here(self) -> bool:
        """Has she a post here without a last day?"""
        return self.post_id is not None and self.ends_on is None


@dataclass(frozen=True)
class Wanted:
    """What a row says, with its codes found."""

    given_name: str
    family_name: str
    work_email: str
    team_id: int
    job_role_id: int
    grade_id: int | None
    spinal_point: int | None
    fte: Decimal
    line_manager_id: int | None
    from_on: date
    last_day: date | None


TERMS = ("team_id", "job_role_id", "grade_id", "spinal_point", "fte", "line_manager_id")
NAMES = ("given_name", "family_name", "work_email")


def effect_of(wanted: Wanted, held: Held | None) -> Effect:
    """What a row will do to what is known. A last day that is entered already changes nothing."""
    if held is None:
        return Effect.STARTS
    if wanted.last_day is not None:
        return Effect.LEAVES if held.is_here else Effect.NOTHING
    if not held.is_here:
        return Effect.RETURNS
    is_same = not names_differ(wanted, held) and not terms_differ(wanted, held) and held.has_number
    return Effect.NOTHING if is_same else Effect.CHANGES


def names_differ(wanted: Wanted, held: Held) -> bool:
    """Is she called or reached differently? An empty address says nothing."""
    return any(getattr(wanted, name) not in ("", getattr(held, name)) for name in NAMES)


def terms_differ(wanted: Wanted, held: Held) -> bool:
    """Do other terms hold? An empty spinal point says nothing as long as the grade is the same."""
    if wanted.spinal_point is None and wanted.grade_id == held.grade_id:
        wanted = replace(wanted, spinal_point=held.spinal_point)
    return any(getattr(wanted, name) != getattr(held, name) for name in TERMS)


def faults_of(wanted: Wanted, held: Held | None) -> list[tuple[str, str]]:
    """What a row asks that cannot be, as columns with sentences: leaving without having been here, a last day before
    the post began, another last day than the one entered, and staying after one was entered."""
    if wanted.last_day is None:
        if held is not None and held.post_id is not None and held.ends_on and held.ends_on >= wanted.from_on:
            return [("last_day", f"{_ends(held.ends_on)} If she stays, take it back on her record first.")]
        return []
    if held is None or held.post_id is None or held.post_from_on is None:
        return [("last_day", "She has no post here that could end. Take the last day away, or leave the row out.")]
    if held.ends_on is not None and held.ends_on != wanted.last_day:
        return [("last_day", f"{_ends(held.ends_on)} Correct it on her record first.")]
    if wanted.last_day < held.post_from_on:
        return [("last_day", "This is before her post began.")]
    return []


def _ends(day: date) -> str:
    return f"Her last day here is entered as {day.isoformat()}."


def number(text: str) -> str:
    """A staff number as the HR system writes it, in capitals; raises ValueError with a sentence."""
    if not _NUMBER.fullmatch(text):
        raise ValueError("Write the staff number in letters and digits, at most 30.")
    return text.upper()


def name(text: str) -> str:
    """A name with single blanks; raises ValueError with a sentence."""
    found = " ".join(text.split())
    if len(found) > 100:
        raise ValueError("Write the name in at most 100 characters.")
    return found


def address(text: str) -> str:
    """A work e-mail address in small letters; raises ValueError with a sentence."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("Write a whole e-mail address.")
    return text.lower()


def code(text: str) -> str:
    """A code of a team or a job in small letters."""
    return text.casefold()


def point(text: str) -> int:
    """A spinal point; raises ValueError with a sentence."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_POINT):
        raise ValueError("Write the spinal point as a whole number, for example 28.")
    return int(text)


def fte(text: str) -> Decimal:
    """A share of full time in hundredths; raises ValueError with a sentence."""
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ValueError("Write the share of full time as a number, for example 1 or 0.6.")
    return found


COLUMNS = (
    Column("staff_number", "Staff number", number, required=True),
    Column("given_name", "Given name", name, required=True),
    Column("family_name", "Family name", name, required=True),
    Column("work_email", "Work e-mail", address, required=True),
    Column("team", "Team", code, required=True),
    Column("job", "Job", code, required=True),
    Column("grade", "Grade", str),
    Column("spinal_point", "Spinal point", point),
    Column("fte", "Share of full time", fte, required=True),
    Column("line_manager", "Line manager", number),
    Column("from_on", "From", written_date, required=True),
    Column("last_day", "Last day", written_date),
)
EMPTY = {
    "staff_number": "Write the staff number.",
    "given_name": "Write the given name.",
    "family_name": "Write the family name.",
    "team": "Write the team’s code.",
    "job": "Write the job’s code.",
    "fte": "Write the share of full time, 1 for full time.",
    "from_on": "Write from which day this holds.",
}


def empty_cells(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a row has to say and does not."""
    return [(column, says) for column, says in EMPTY.items() if values[column] is None]
