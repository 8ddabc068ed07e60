"""The library of examples, one example without names, offering one, showing one, taking one back."""

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.files.views.files import given_out
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.portfolios import ExemplarState, Reach
from portfolios.forms.exemplars import ExampleFilters, OfferForm, PutBackForm
from portfolios.models import Exemplar, Snapshot
from portfolios.selectors.exemplars import Example, cleared_file, library_for, offered_to, reason_put_back
from portfolios.services.exemplars import offer, put_back, show, take_back

LIBRARY = ("Examples", "/portfolio/examples/")


class ExampleLibrary(Page):
    """Examples by purpose and standard; for the academy, those that wait for a look."""

    permission = "portfolios.exemplars.see"
    section = "portfolio"
    template_name = "portfolios/exemplars/library.html"

    def read(self) -> dict[str, Any]:
        library = library_for(self.actor)
        filters = ExampleFilters(self.request.GET, library=library)
        return {
            "title": "Examples",
            "intro": "Portfolios and what was written in them, offered by colleagues and shown without names.",
            "filters": filters,
            "wanted": filters.wanted,
            "found": library.speaking_to(filters.wanted),
            "offered": offered_to(self.actor),
            "crumbs": [("My portfolios", "/portfolio/"), ("Examples", "")],
        }


class OfferExample(GuardedPage):
    """Offer a snapshot of one's own as an example, with consent."""

    permission = "portfolios.exemplar.offer"
    section = "portfolio"
    form_class = OfferForm
    title = "Offer this as an example"
    intro = (
        "The academy looks at it first. It is shown without your name and the names it knows; files stay out but for "
        "those you cleared. You can take it back at any time, and it is gone at once."
    )
    done_message = "Offered. The academy looks at it; you are told when it is shown."
    thing: Snapshot

    def load(self) -> Snapshot:
        visible = Snapshot.objects.visible_to(self.actor).select_related("portfolio")
        found: Snapshot = self.find(visible, pk=self.kwargs["snapshot"])
        return found

    def read(self) -> dict[str, Any]:
        url = self.thing.get_absolute_url()
        return {
            "caption": f"{self.thing.portfolio.title}, version {self.thing.number}",
            "cancel_url": url,
            "crumbs": [("My portfolios", "/portfolio/"), (f"Version {self.thing.number}", url), (self.title, "")],
        }

    def act(self, form: OfferForm) -> Model:
        said = form.cleaned_data
        return offer(snapshot=self.thing, reach=Reach(said["reach"]), about=said["about"], by=self.actor, at=self.now)


class ExemplarDoor(Door):
    """A view of one example, found through what the actor may know of."""

    permission = "portfolios.exemplar.see"
    section = "portfolio"
    thing: Exemplar

    def load(self) -> Exemplar:
        visible = Exemplar.objects.visible_to(self.actor).select_related("snapshot__portfolio__person")
        found: Exemplar = self.find(visible, pk=self.kwargs["pk"])
        return found

    @cached_property
    def example(self) -> Example:
        return Example(self.thing)


class ReadExample(ExemplarDoor, Page):
    """One example, without names; beside it what its owner and the academy can do."""

    template_name = "portfolios/exemplars/example.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        stands = self.thing.state != ExemplarState.TAKEN_BACK
        return {
            "title": self.example.title,
            "intro": self.thing.about,
            "exemplar": self.thing,
            "example": self.example,
            "reason": reason_put_back(self.thing),
            "may_take_back": stands and allows("portfolios.exemplar.offer", self.actor, self.thing),
            "may_show": stands and allows("portfolios.exemplar.show", self.actor, self.thing),
            "crumbs": [LIBRARY, (self.example.title, "")],
        }


class ExampleFile(ExemplarDoor):
    """A cleared file of an example, under a number for a name."""

    http_method_names = ["get", "head"]

    def person_read(self) -> int:
        return self.thing.person_id

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = cleared_file(self.thing, str(self.kwargs["uid"]))
        if found is None or not found[0].is_open:
            raise Http404
        file, name = found
        return given_out(file, name=name)


class ShowExample(ExemplarDoor, Act):
    """The academy puts an example into the library."""

    permission = "portfolios.exemplar.show"
    done_message = "It is in the library. Its owner is told."

    def act(self) -> Exemplar:
        return show(exemplar=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class PutBackExample(ExemplarDoor, FormPage):
    """The academy does not show an example, and says why."""

    permission = "portfolios.exemplar.show"
    form_class = PutBackForm
    title = "Do not show this example"
    done_message = "It is not in the library. Its owner is told why."

    def read(self) -> dict[str, Any]:
        url = self.thing.get_absolute_url()
        return {"cancel_url": url, "crumbs": [LIBRARY, (self.example.title, url), (self.title, "")]}

    def act(self, form: PutBackForm) -> Model:
        return put_back(exemplar=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return LIBRARY[1]


class TakeBackExample(ExemplarDoor, Act):
    """Its owner takes an example back."""

    permission = "portfolios.exemplar.offer"
    done_message = "Taken back. Nobody else finds it any more."

    def act(self) -> Exemplar:
        return take_back(exemplar=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("portfolios:exemplar", args=[self.thing.pk])
