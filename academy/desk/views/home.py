"""The page somebody opens in the morning: what is hers to do, her year at a glance, and what is coming up."""

from typing import Any

from django.utils import timezone

from academy.desk.rules import greeting
from academy.desk.selectors.home import home_of
from academy.engines.access.views import Page
from academy.engines.worklist.remembered import remember


class Home(Page):
    """Home of whoever is signed in; everything on it is her own or waits for her."""

    permission = "desk.home.see"
    section = "home"
    template_name = "desk/home.html"

    def read(self) -> dict[str, Any]:
        home = home_of(self.actor)
        return {
            "home": home,
            "title": f"{greeting(timezone.localtime(self.now))}, {home.short_name}",
            "todo_count": remember(self.actor, home.count),
        }
