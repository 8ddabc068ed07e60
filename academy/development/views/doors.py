"""What the views of one entry have in common: it is found through what the actor may know of."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.development.models import Entry
from academy.engines.access.views import Door
from academy.engines.audit.commands import Refused


class EntryDoor(Door):
    """A view of one entry. `section` marks the place in the menu."""

    section = "year"
    thing: Entry

    def load(self) -> Entry:
        visible = Entry.objects.visible_to(self.actor).select_related("author")
        entry: Entry = self.find(visible, pk=self.kwargs["pk"])
        return entry


class Act(Door):
    """A button on a page: one service call by POST, then back to a page; a refusal is said there."""

    http_method_names = ["post"]
    done_message = ""

    def act(self) -> Model | None:
        """Make the one service call. May raise `Refused`."""
        raise NotImplementedError

    def next_page(self) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.act()
        except Refused as refused:
            messages.warning(request, refused.reason)
        else:
            messages.success(request, self.done_message)
        return HttpResponseRedirect(self.next_page())


class EntryAct(EntryDoor, Act):
    """A button on an entry's page."""

    def next_page(self) -> str:
        return self.thing.get_absolute_url()
