"""The count of things to do, for the frame of every page."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest

from academy.engines.access.middleware import actor_of
from academy.engines.worklist.remembered import remembered_count


def todo(request: HttpRequest) -> dict[str, Callable[[], int | None]]:
    """`todo_count`: worked out when a template first asks, and once; None for somebody not signed in.

    A page that has the items already puts its own `todo_count` into its content, which goes before this one.
    """

    @cache
    def todo_count() -> int | None:
        actor = actor_of(request)
        return None if actor is None else remembered_count(actor)

    return {"todo_count": todo_count}
