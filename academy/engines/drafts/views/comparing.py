"""Two texts of one form side by side, and which of them is to stay."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.views import Page
from academy.engines.drafts.declarations import form_called
from academy.engines.drafts.models import Draft
from academy.engines.drafts.rules import as_sent
from academy.engines.drafts.selectors.drafts import comparison
from academy.engines.drafts.services.drafts import choose


class CompareDrafts(Page):
    """What is kept and what another tab sent; sending `copy` (a uid, or nothing for the kept text) chooses."""

    permission = "drafts.draft.write"
    template_name = "drafts/compare.html"
    thing: Draft

    def load(self) -> Draft:
        key = {"form": self.kwargs["form"], "key": self.kwargs["key"]}
        draft: Draft = self.find(Draft.objects.visible_to(self.actor), **key)
        return draft

    def read(self) -> dict[str, Any]:
        form = form_called(self.thing.form)
        return {
            "title": "Two texts of the same form",
            "comparison": comparison(self.thing, read=form.read if form else as_sent),
            "form_title": form.title if form else "",
            "form_url": form.url_for(self.thing.key) if form else "/",
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = request.POST.get("copy", "")
        copy = self.find(self.thing.copies.all(), uid=wanted) if wanted else None
        choose(draft=self.thing, copy=copy, at=self.now)
        messages.success(request, "The text you chose is in the form.")
        return HttpResponseRedirect(self.read()["form_url"])
