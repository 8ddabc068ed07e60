"""A hand in the portal of the journeys: makes people and does what a journey need not show, as the portal's services do
it, in a process of its own on the portal's database."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import django

from tests.browser.portal import Portal

T = TypeVar("T")
Hand = Callable[..., Any]


@contextmanager
def hand_in(portal: Portal) -> Iterator[Hand]:
    """`hand(what, *said)` runs a function of a module there and gives back what it gives; models stay there."""
    spawn = multiprocessing.get_context("spawn")
    arguments = (dict(portal.environment),)
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin, initargs=arguments) as pool:

        def hand(what: Callable[..., T], *said: Any, **more: Any) -> T:
            return pool.submit(what, *said, **more).result(timeout=60)

        yield hand


def _begin(environment: dict[str, str]) -> None:
    """Before anything of the portal is imported: its settings."""
    os.environ.update(environment)
    django.setup()
