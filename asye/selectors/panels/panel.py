"""What a panel of the record page is."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Panel:
    """One part of the record page: its template ("asye/_panel_reviews.html"), what the template shows, and its place.

    In the template the context is `panel` (`{{ panel.reviews }}`), beside `enrolment`, `is_own` and `roles`. `half`
    stands beside the next half where the page is wide.
    """

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    order: int = 50
    half: bool = False
