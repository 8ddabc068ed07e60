"""Where frameworks stand among the places of the portal."""

from academy.ui.navigation import FOOTER, NavigationItem

FOOTER.add(NavigationItem(label="Frameworks", url_name="frameworks:list", section="frameworks", order=5))
