"""Who endorsed what was handed in: read from its own frozen words."""

from datetime import date
from typing import Any

from portfolios.choices.portfolios import SignerRole
from portfolios.selectors.snapshots import snapshot_of


def endorsement_of(snapshot: Any) -> tuple[date | None, str]:
    """When the line manager signed what was handed in, and her name; nothing where she did not. No query."""
    if snapshot is None:
        return None, ""
    wanted = str(SignerRole.LINE_MANAGER.label)
    signed = [each for each in snapshot_of(snapshot).signatures if each.role == wanted]
    return (signed[-1].day, signed[-1].name) if signed else (None, "")
