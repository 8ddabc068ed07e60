"""What a section of a case's page is."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Section:
    """One part of the page: its template ("panels/case/_checks.html"), what the template shows, and its place.

    In the template the context is `part` (`{{ part.items }}`), beside `case` and `sees`.
    """

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    order: int = 50
