"""The door for a virus scanner. The setting FILE_SCANNER names one; "none" takes every file as clean at once."""

from collections.abc import Callable
from typing import IO

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from academy.engines.files.choices import ScanState

# Looks at the bytes, or says BEING_CHECKED and tells later through `settle_scan`.
Scanner = Callable[[IO[bytes]], ScanState]


def _none(content: IO[bytes]) -> ScanState:
    return ScanState.CLEAN


_scanners: dict[str, Scanner] = {"none": _none}


def register_scanner(name: str, scanner: Scanner) -> None:
    """Offer a scanner under a name for FILE_SCANNER."""
    _scanners[name] = scanner


def scan(content: IO[bytes]) -> ScanState:
    """What the configured scanner says. Refuses an unknown name with ImproperlyConfigured: no file goes unchecked."""
    name: str = settings.FILE_SCANNER
    if name not in _scanners:
        raise ImproperlyConfigured(f"FILE_SCANNER is “{name}”; there are: {', '.join(sorted(_scanners))}.")
    return _scanners[name](content)
