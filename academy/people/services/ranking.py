"""Changing the order of rows whose order is unique."""

from collections.abc import Sequence
from typing import Any

from django.db import models

_OUT_OF_THE_WAY = 10_000


def make_room(rows: models.QuerySet[Any], *, key: str, rank: str, wanted: Sequence[str]) -> None:
    """Move the rows whose place changes out of the way, so that each can then be written to its place: two rows swap
    without ever holding the same one. `wanted` are the keys in their new order, the first at place 1."""
    places = {name: place for place, name in enumerate(wanted, start=1)}
    moving = [
        row.pk for row in rows if getattr(row, rank) != places.get(getattr(row, key)) and row.withdrawn_on is None
    ]
    rows.filter(pk__in=moving).update(**{rank: models.F(rank) + _OUT_OF_THE_WAY})
