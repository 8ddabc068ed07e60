"""Where the development of oneself and of one's people stands in the menu."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import MENU, NavigationItem


def has_a_plan(actor: Any) -> bool:
    return allows("development.plan.see", actor)


MENU.add(
    NavigationItem(
        label="Development", url_name="development:hub", section="development", order=25, shown_to=has_a_plan
    )
)
