"""Taking everything of one's own, at the foot of every page."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import FOOTER, NavigationItem


def may_take(actor: Any) -> bool:
    return allows("development.record.take", actor)


FOOTER.add(
    NavigationItem(
        label="Take everything of mine",
        url_name="portfolios:everything",
        section="take-everything",
        order=8,
        shown_to=may_take,
    )
)
