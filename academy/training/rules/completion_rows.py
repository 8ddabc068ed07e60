"""Completions of a platform as rows of a table: what each cell means. Pure."""

import re

from academy.engines.imports.rules.rows import Column
from academy.ui.forms.dates import written_date

MOST_OUTSIDE_ID = 120

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def person(text: str) -> str:
    """Staff e-mail or registration number, without regard to capitals and blanks."""
    return "".join(text.split()).casefold()


def code(text: str) -> str:
    """The code of a course or a platform; raises ValueError with a sentence."""
    found = text.casefold()
    if not _CODE.fullmatch(found):
        raise ValueError("Write the code as the offer has it, such as moving-and-handling.")
    return found


def outside_id(text: str) -> str:
    """The platform's own key; raises ValueError with a sentence."""
    if len(text) > MOST_OUTSIDE_ID or not text.isprintable():
        raise ValueError(f"Leave this as the platform wrote it, in at most {MOST_OUTSIDE_ID} characters.")
    return text


COLUMNS = (
    Column("person", "Person", person, required=True),
    Column("course", "Course", code, required=True),
    Column("completed_on", "Completed on", written_date, required=True),
    Column("platform", "Platform", code, required=True),
    Column("outside_id", "Outside id", outside_id, required=True),
)
EMPTY = {
    "person": "Write the person’s staff e-mail or registration number.",
    "course": "Write the course’s code.",
    "completed_on": "Write the day.",
    "platform": "Write the platform’s code.",
    "outside_id": "Write the platform’s own id of this completion.",
}
