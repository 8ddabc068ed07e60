"""What the pages of one observation have in common."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from portfolios.models import Evidence
from portfolios.selectors.observations import Outline, observations, outline_of

SECTION = "portfolio"


class ObservationDoor(Door):
    """A view of one observation, found through what the actor may know of."""

    section = SECTION
    thing: Evidence

    def load(self) -> Evidence:
        visible = observations().filter(pk__in=Evidence.objects.visible_to(self.actor).values("pk"))
        found: Evidence = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def outline(self) -> Outline:
        return outline_of(self.thing, on=self.today)


class ObservationForm(ObservationDoor, FormPage):
    """A form about an observation; in another state than the form is for, its page leads to the piece."""

    states: ClassVar[tuple[str, ...]] = ()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.state not in self.states:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        page = self.thing.get_absolute_url()
        return {
            **super().read(),
            "caption": self.thing.title,
            "outline": self.outline,
            "is_own": self.is_own,
            "cancel_url": page,
            "crumbs": [*way(is_own=self.is_own), (self.thing.title, page), (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


def way(*, is_own: bool) -> list[tuple[str, str]]:
    """Where the pages lie: below one's own evidence, or below home for whoever observes somebody."""
    return [("My evidence", reverse("portfolios:evidence-list"))] if is_own else [("Home", reverse("desk:home"))]
