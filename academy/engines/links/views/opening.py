"""Where a one-time link leads, and what every page behind one has in common."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from academy.engines.access.limits import Limited
from academy.engines.links.declarations import LinkPurpose, purpose_called
from academy.engines.links.models import Link
from academy.engines.links.rules import hashed
from academy.engines.links.selectors.links import actor_by, usable_link
from academy.engines.links.services.links import note_opening
from academy.identity.actor import Actor

SESSION_KEY = "links"
MOST_OPEN = 5


class LinkDoor(Limited):
    """A public view behind a link: rate limited by network address, kept by no cache."""

    public = True
    limited_as = "open_link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def closed(self) -> HttpResponse:
        """The one answer for a link unknown, spent, withdrawn or expired: nobody learns by trying which links exist."""
        return render(self.request, "links/closed.html", {"title": "This link can no longer be used"}, status=404)

    def let_in(self, link: Link) -> HttpResponse:
        """Note the opening, keep the link's hash for this browser, and lead to the page it was made for."""
        note_opening(link=link, by=actor_by(link, on=self.today), at=self.now)
        held = self.request.session.get(SESSION_KEY, {}) | {_place(link.purpose, link.subject_id): link.token_hash}
        self.request.session[SESSION_KEY] = dict(list(held.items())[-MOST_OPEN:])
        return HttpResponseRedirect(purpose_called(link.purpose).url_for(link.subject_id))


class OpenLink(LinkDoor):
    """Keeps the token's hash for this browser and takes the token out of the address, away from logs and referrers.

    Opening spends nothing: programs that look into mails open every link.
    """

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = self._way_on()
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def _way_on(self) -> HttpResponse:
        link = usable_link(hashed(self.kwargs["token"]), at=self.now)
        return self.closed() if link is None else self.let_in(link)


class LinkPage(LinkDoor):
    """A page for the holder of an open link of one purpose. The subject's id is `pk` in its address.

    `link` is set before the page's own work; without one everything is answered by `closed()`.
    """

    purpose: LinkPurpose
    link: Link

    @property
    def actor(self) -> Actor:
        """The holder of the link, whoever else is signed in in this browser."""
        return actor_by(self.link, on=self.today)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = link_held(request, self.purpose, str(kwargs["pk"]), at=self.now)
        if found is None:
            response = self.unusable()
            add_never_cache_headers(response)
            return response
        self.link = found
        return super().dispatch(request, *args, **kwargs)

    def unusable(self) -> HttpResponse:
        """What whoever holds no open link is answered; a page may know its own form when it is sent twice."""
        return self.closed()


def link_held(request: HttpRequest, purpose: LinkPurpose, subject_id: str, *, at: datetime) -> Link | None:
    """The open link by which this browser may act for a purpose on a subject, if it has opened one."""
    token_hash = hash_held(request, purpose, subject_id)
    return usable_link(token_hash, at=at) if token_hash else None


def hash_held(request: HttpRequest, purpose: LinkPurpose, subject_id: str) -> str:
    """What is stored of the link this browser has opened for a purpose and a subject, however it stands by now."""
    return str(request.session.get(SESSION_KEY, {}).get(_place(purpose.name, subject_id), ""))


def _place(purpose: str, subject_id: str) -> str:
    return f"{purpose}/{subject_id}"
