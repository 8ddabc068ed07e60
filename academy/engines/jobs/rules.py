"""When a job that failed is tried again, and what may travel with a job."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from academy.engines.jobs.choices import MOST_ATTEMPTS

_WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
# Ids, codes and dates: nothing somebody wrote.
_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,39}$")


def due_after_failure(attempts: int, *, at: datetime) -> datetime | None:
    """When to try again after so many attempts: 1, 5, 15 and 60 minutes on; None when five were enough."""
    return at + _WAITS[attempts - 1] if attempts < MOST_ATTEMPTS else None


def are_ids(arguments: Mapping[str, object]) -> bool:
    """Are all arguments ids, codes, dates, or lists of them? Words of people have no place in a job."""
    return all(
        all(_is_id(one) for one in value) if isinstance(value, list) else _is_id(value) for value in arguments.values()
    )


def _is_id(value: object) -> bool:
    return isinstance(value, bool | int) or (isinstance(value, str) and bool(_ID.match(value)))
