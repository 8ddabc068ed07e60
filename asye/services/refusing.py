"""Refusals that commands of a year have in common: who may not, words that miss or are too many, what a form lacks."""

from collections.abc import Iterable

from academy.engines.audit.commands import Refused
from asye.choices.enrolments import MOST_WORDS
from asye.rules.faults import Fault

NOT_YOURS = "This is for somebody else to do. If it should be you, ask the co-ordinator of the year."


def worded(text: str, *, field: str, missing: str = "", most: int = MOST_WORDS) -> str:
    """The text as it is kept. Refuses an empty one where `missing` says what to do, and one that is too long."""
    said = text.strip().replace("\r\n", "\n")
    if missing and not said:
        raise Refused(missing, field=field)
    if len(said) > most:
        raise Refused(f"Use at most {most:,} characters. You have {len(said):,}.", field=field)
    return said


def require_faultless(found: Iterable[Fault]) -> None:
    """Refuse with the first thing a form lacks, at its question."""
    for fault in found:
        raise Refused(fault.says, field=fault.field)
