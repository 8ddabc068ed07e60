"""Where the ASYE is opened: a NQSW comes to her own record, others to those they have a part in."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from asye.selectors.mine import own_year, years_in_hand


class Home(Page):
    """One's own record by redirect; without one, the years one has a part in."""

    permission = "asye.years.see"
    section = "asye"
    template_name = "asye/home.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        own = own_year(self.actor)
        if own is not None:
            return HttpResponseRedirect(own.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        return {
            "title": "ASYE",
            "intro": "The assessed and supported year: those you have a part in.",
            "years": years_in_hand(self.actor),
            "oversees": allows("asye.cohort.see", self.actor),
            "enrols": allows("asye.enrolments.enrol", self.actor),
            "crumbs": [("ASYE", "")],
        }
