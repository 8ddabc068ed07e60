"""Constraints that editions of several kinds share."""

from django.db.models import Q, UniqueConstraint
from django.db.models.functions import Coalesce


def once_in_series(name: str, *series: str) -> list[UniqueConstraint]:
    """Of one organisation, and of all that have none of their own, no two editions of a series have one code, and no
    two that hold have one first day. `name` begins the names of both; `series` is what else tells series apart."""
    its: tuple[str | Coalesce, ...] = (Coalesce("organisation", 0), *series)
    holds = Q(withdrawn_on__isnull=True)
    return [
        UniqueConstraint(*its, "code", name=f"{name}_code_once"),
        UniqueConstraint(*its, "valid_from", condition=holds, name=f"{name}_start_once"),
    ]
