"""Taking everything of one's own with one, as one zip, at any time."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse

from academy.engines.access.limits import Limited
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from portfolios.rules.taking_out import zipped
from portfolios.selectors.taking_out import counted, parts_of
from portfolios.services.taking_out import take

PERMISSION = "development.record.take"


class Everything(Page):
    """What is in the zip, and the button for it."""

    permission = PERMISSION
    section = "take-everything"
    template_name = "portfolios/everything.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Take everything of mine",
            "counted": counted(cast(int, self.actor.person_id)),
            "crumbs": [("My portfolios", "/portfolio/"), ("Take everything of mine", "")],
        }


class TakeEverything(Limited):
    """The zip, written while it is sent."""

    permission = PERMISSION
    http_method_names = ["post"]
    limited_as = "take_everything"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            take(by=self.actor, at=self.now)
        except Refused as refused:
            messages.warning(request, refused.reason)
            return HttpResponseRedirect(reverse("portfolios:everything"))
        response = StreamingHttpResponse(zipped(parts_of(self.actor, at=self.now)), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="everything-of-mine-{self.today}.zip"'
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response
