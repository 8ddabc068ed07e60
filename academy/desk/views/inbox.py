"""The inbox: what the portal told somebody, and a page for each notice."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from academy.engines.access.views import Page
from academy.engines.notify.models import Notice
from academy.engines.notify.selectors.inbox import inbox
from academy.engines.notify.services.notices import read

NOTICES_A_PAGE = 25


class Inbox(Page):
    """Everything the portal told the actor, newest first; also what went out by mail."""

    permission = "desk.inbox.see"
    section = "inbox"
    template_name = "desk/inbox.html"

    def read(self) -> dict[str, Any]:
        pages = Paginator(inbox(self.actor), NOTICES_A_PAGE)
        return {"title": "Inbox", "page": pages.get_page(self.request.GET.get("page"))}


class NoticePage(Page):
    """One notice. Opening changes nothing; marking it as read is a press."""

    permission = "notify.notice.read"
    section = "inbox"
    template_name = "desk/notice.html"
    thing: Notice

    def load(self) -> Notice:
        notice: Notice = self.find(inbox(self.actor), pk=self.kwargs["pk"])
        return notice

    def read(self) -> dict[str, Any]:
        return {
            "title": self.thing.subject,
            "notice": self.thing,
            "crumbs": [("Inbox", reverse("desk:inbox")), (self.thing.subject, "")],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        read(notice=self.thing, by=self.actor, at=self.now)
        return HttpResponseRedirect(self.thing.url or reverse("desk:inbox"))
