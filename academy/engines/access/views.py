"""What every page and act does before its own work: who asks, may she, and is somebody else's record being read."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.generic.base import TemplateView, View

from academy.engines.access import second_factor
from academy.engines.access.middleware import actor_of
from academy.engines.access.permissions import allows
from academy.engines.access.sign_in import back_to_own, is_of_somebody_else, to_sign_in
from academy.engines.audit.commands import record_read
from academy.identity.actor import Actor


class Door(View):
    """The base of every view. States a `permission`, or `public = True` for pages without sign-in.

    A view about one thing loads it in `load()` through the model's `visible_to`, so that what the actor may not know of
    is a 404; the permission is then judged on that thing, and a refusal is a 403. A view without a thing is judged with
    None. `person_read()` names whose record the page shows; reading another's is written to the audit.
    """

    permission = ""
    public = False

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.now: datetime = timezone.now()
        self.today: date = timezone.localdate(self.now)

    @property
    def actor(self) -> Actor:
        """Who asks. Only a page that is public may be asked by nobody, and it must not use this."""
        actor = actor_of(self.request)
        if actor is None:
            raise PermissionDenied
        return actor

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.public:
            if not self.permission:
                raise ImproperlyConfigured(f"{type(self).__name__} states no permission and is not marked public.")
            if actor_of(request) is None:
                return self.signed_out()
            if is_of_somebody_else(request, user_id=self.actor.user_id):
                return self.of_somebody_else()
        try:
            self._open()
        except (Http404, PermissionDenied):
            if self.public or not self.actor.lacks_second_factor:
                raise
            return second_factor.closed(request)
        self._note_reading()
        return super().dispatch(request, *args, **kwargs)

    def _open(self) -> None:
        """Load the thing and judge the permission on it. What may not be known is a 404, what may not be done a 403."""
        self.thing = self.load()
        if not self.public and not allows(self.permission, self.actor, self.thing):
            raise PermissionDenied

    def signed_out(self) -> HttpResponseBase:
        """The answer to somebody who is not signed in: to sign-in, after what she sent was put by."""
        return to_sign_in(self.request, at=self.now)

    def of_somebody_else(self) -> HttpResponseBase:
        """The answer to a form that was made for another person than the one signed in now."""
        return back_to_own(self.request, at=self.now)

    def load(self) -> Model | None:
        """The one thing this view is about, found through `visible_to`; None for a view without one."""
        return None

    def person_read(self) -> int | None:
        """The id of the person whose record the page shows, if it shows one."""
        return None

    @property
    def tells_readers(self) -> bool:
        """May the person whose record it is see by whom it was read? It is written to the audit either way."""
        return True

    def find(self, visible: QuerySet[Any], **key: Any) -> Any:
        """One row of what the actor may see, or a 404 that does not tell whether it exists."""
        return get_object_or_404(visible, **key)

    def _note_reading(self) -> None:
        about = self.person_read()
        if about is not None and self.thing is not None and self.request.method == "GET":
            record_read(self.thing, about=about if self.tells_readers else None, by=self.actor, at=self.now)


class Page(Door, TemplateView):
    """A page that is one read: `read()` returns what the template shows."""

    def read(self) -> dict[str, Any]:
        """The page's content by name, from selectors only."""
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "today": self.today, "now": self.now, **self.read()}
