"""Where the academy keeps sittings."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.ui.navigation import SETTINGS, NavigationItem


def keeps_sittings(actor: Any) -> bool:
    return allows("pathways.sitting.keep", actor)


SETTINGS.add(
    NavigationItem(
        label="Sittings", url_name="pathways_settings:sittings", section="sittings", order=20, shown_to=keeps_sittings
    ),
)
