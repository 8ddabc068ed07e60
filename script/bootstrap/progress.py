"""What whoever waits gets to see: numbered parts with their time, and one sentence when something is missing."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class Stop(Exception):
    """The set-up cannot go on; the text is one sentence that says what to do."""


@contextmanager
def part(title: str, *, number: int, of: int) -> Iterator[None]:
    """Tell the title, and the seconds when the part has ended well."""
    print(f"[{number}/{of}] {title} … ", end="", flush=True)
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def stop(reason: Stop) -> NoReturn:
    """End the program with the sentence where errors belong."""
    sys.exit(f"\n{reason}")
