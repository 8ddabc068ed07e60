"""Own entries as rows of a table: what each cell means. Pure."""

import uuid
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from academy.development.choices import Kind, Way
from academy.engines.imports.rules.rows import Column
from academy.ui.forms.dates import written_date

NAMESPACE = uuid.UUID("5f1d7a1e-7f0c-4a68-9a53-1b6d4f0c2d9e")
YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")


def identifier(text: str) -> uuid.UUID:
    """The id an export gave; raises ValueError with a sentence."""
    try:
        return uuid.UUID(text)
    except ValueError:
        raise ValueError("Leave this cell as the export wrote it, or leave it empty for a new entry.") from None


def kind(text: str) -> str:
    """A kind by its words or its code; raises ValueError that names them all."""
    return _coded(text, Kind)


def way(text: str) -> str:
    """A way of learning by its words or its code; raises ValueError that names them all."""
    return _coded(text, Way)


def hours(text: str) -> Decimal:
    """Hours with a point or a comma; raises ValueError with a sentence."""
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise ValueError("Write hours as a number, such as 1.5.") from None
    if not found.is_finite():
        raise ValueError("Write hours as a number, such as 1.5.")
    return found


def standards(text: str) -> tuple[str, ...]:
    """Natural keys separated by semicolons."""
    return tuple(dict.fromkeys(key.strip() for key in text.split(";") if key.strip()))


def kept(text: str) -> bool:
    """Is the entry to be kept? Raises ValueError for anything but yes or no."""
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise ValueError("Write yes to keep the entry, or no to leave it as a draft.")


COLUMNS = (
    Column("id", "id", identifier),
    Column("kind", "Kind", kind),
    Column("title", "Title", required=True),
    Column("started_on", "When", written_date, required=True),
    Column("ended_on", "Until", written_date),
    Column("way", "Learnt mostly", way),
    Column("happened", "What happened", required=True),
    Column("learnt", "What I learnt"),
    Column("impact", "What changed"),
    Column("hours", "Hours", hours),
    Column("standards", "Standards", standards),
    Column("kept", "Kept", kept),
    Column("withdrawn_on", "Withdrawn"),
)


def token_of(values: Mapping[str, Any], *, person_id: int) -> uuid.UUID:
    """The entry's own id: as exported, else made of what the row says, so that the same row is the same entry."""
    if values["id"] is not None:
        return uuid.UUID(str(values["id"]))
    said = "\x1f".join(str(values[column.name]) for column in COLUMNS)
    return uuid.uuid5(NAMESPACE, f"{person_id}\x1f{said}")


def _coded(text: str, codes: Any) -> str:
    named = {str(code.label).casefold(): code.value for code in codes} | {code.value: code.value for code in codes}
    found = named.get(" ".join(text.split()).casefold())
    if found is None:
        labels = ", ".join(str(code.label) for code in codes)
        raise ValueError(f"Write one of these: {labels}.")
    return str(found)
