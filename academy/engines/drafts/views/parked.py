"""Words that came too late: put back into their form, or discarded."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from academy.engines.access.views import Door
from academy.engines.drafts.models import ParkedPost
from academy.engines.drafts.services.parked import discard, put_back
from academy.identity.models import User


class Parked(Door):
    """One parked post of the person signed in."""

    permission = "drafts.draft.write"
    http_method_names = ["post"]
    thing: ParkedPost

    def load(self) -> ParkedPost:
        parked: ParkedPost = self.find(ParkedPost.objects.visible_to(self.actor), uid=self.kwargs["uid"])
        return parked


class PutBack(Parked):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        put_back(parked=self.thing, owner=cast(User, request.user), at=self.now)
        messages.success(request, "Your words are back in the form. They are not sent yet.")
        return HttpResponseRedirect(self.thing.path)


class Discard(Parked):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        discard(parked=self.thing)
        messages.success(request, "The words that came too late are gone.")
        return HttpResponseRedirect(self.thing.path)
