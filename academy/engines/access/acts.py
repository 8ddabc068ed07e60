"""A button on a page: one service call by POST, then back to a page; a refusal is said there."""

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.views import Door
from academy.engines.audit.commands import Refused


class Act(Door):
    """Makes one service call in `act()`; `done_message` and `next_page()` say what the person sees then."""

    http_method_names = ["post"]
    done_message = ""

    def act(self) -> Model | None:
        """Make the one service call. May raise `Refused`."""
        raise NotImplementedError

    def next_page(self) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            self.act()
        except Refused as refused:
            messages.warning(request, refused.reason)
        else:
            messages.success(request, self.done_message)
        return HttpResponseRedirect(self.next_page())
