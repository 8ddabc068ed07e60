"""Refusals that commands of a year have in common: who may not, and what a form lacks."""

from collections.abc import Iterable

from academy.engines.audit.commands import Refused
from asye.rules.faults import Fault

NOT_YOURS = "This is for somebody else to do. If it should be you, ask the co-ordinator of the year."


def require_faultless(found: Iterable[Fault]) -> None:
    """Refuse with the first thing a form lacks, at its question."""
    for fault in found:
        raise Refused(fault.says, field=fault.field)
