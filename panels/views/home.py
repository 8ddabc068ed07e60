"""Where panels are opened, whoever comes."""

from typing import Any

from academy.engines.access.views import Page
from panels.selectors.home import home_of
from panels.selectors.ways import ways_for


class Home(Page):
    """What waits, what was judged, sittings to come and one's own cases; a sentence where there is nothing."""

    permission = "panels.home.see"
    section = "panels"
    template_name = "panels/home.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Panels",
            "home": home_of(self.actor),
            "ways": list(ways_for(self.actor)),
            "crumbs": [("Panels", "")],
        }
