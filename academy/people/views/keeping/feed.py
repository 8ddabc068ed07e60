"""Taking in starters, movers and leavers from the HR system."""

from typing import Any

from django.urls import reverse

from academy.engines.imports.views.imports import UploadPage
from academy.people.imports import HR_FEED
from academy.people.views.keeping.base import settings_crumbs


class TakeInFeed(UploadPage):
    """Choose the table."""

    kind = HR_FEED
    permission = "people.feed.take_in"
    section = "settings"
    template_name = "people/keeping/feed.html"
    title = "Starters, movers and leavers from the HR system"
    intro = (
        "You see what each row will do before anything is taken in. People are found by their staff number, the first "
        "time by their work e-mail. The same file again changes nothing, and nobody is deleted."
    )

    def read(self) -> dict[str, Any]:
        back = reverse("settings:people")
        return {
            "columns": HR_FEED.columns,
            "cancel_url": back,
            "crumbs": settings_crumbs(("People", back), ("From the HR system", "")),
        }
