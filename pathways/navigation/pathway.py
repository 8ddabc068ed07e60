"""One's own pathway in the menu."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import MENU, NavigationItem


def sees_ladder(actor: Any) -> bool:
    """Shown to all staff: whether there is a ladder would be a query on every page."""
    return allows("pathways.ladder.see", actor)


MENU.add(
    NavigationItem(label="My pathway", url_name="pathways:mine", section="pathways", order=35, shown_to=sees_ladder)
)
