"""Samples of moderated ASYEs: drawn, read with how they were drawn, and what came back noted."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.identity.models import Organisation
from panels.forms.samples import DrawForm, ReceivedForm
from panels.models import Sample, Sampled
from panels.selectors.called import numbered
from panels.selectors.samples import drawn_of, draws_seen
from panels.selectors.wording import of_draw as called
from panels.services.samples import DRAW, draw_sample, receive
from panels.views.doors import PANELS

ON_A_PAGE = 25
TITLE = "Samples of moderation"


def to_samples() -> list[tuple[str, str]]:
    """The crumbs of whatever lies below the list of draws."""
    return [(PANELS, reverse("panels:home")), (TITLE, reverse("panels:samples"))]


class Samples(FormPage):
    """The draws there are, and a form for another."""

    permission = DRAW
    section = "panels"
    form_class = DrawForm
    template_name = "panels/moderation/samples.html"
    title = TITLE
    intro = "Who looks from outside gives feedback and never changes an outcome. A draw can be checked."
    done_message = "Drawn. Its page says how."

    def read(self) -> dict[str, Any]:
        return {
            "page": Paginator(draws_seen(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": [*to_samples()[:1], (TITLE, "")],
        }

    def act(self, form: DrawForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        return draw_sample(organisation=here, period=form.period, by=self.actor, at=self.now)


class SamplePage(Page):
    """The cases of a draw, by their numbers, and the draw made again."""

    permission = DRAW
    section = "panels"
    template_name = "panels/moderation/sample.html"
    thing: Sample

    def load(self) -> Sample:
        found: Sample = self.find(
            Sample.objects.visible_to(self.actor).select_related("drawn_by"), pk=self.kwargs["pk"]
        )
        return found

    def read(self) -> dict[str, Any]:
        return {
            "title": "Sample",
            "caption": called(self.thing),
            "drawn": drawn_of(self.thing, self.actor),
            "crumbs": [*to_samples(), (called(self.thing), "")],
        }


class OfSampled(FormPage):
    """A form about one sampled case, under its number: it does not say whose it is. It leads back to the draw."""

    section = "panels"
    beside: tuple[str, ...] = ("sample", "case")
    thing: Sampled

    def load(self) -> Sampled:
        seen = Sampled.objects.visible_to(self.actor).select_related(*self.beside)
        found: Sampled = self.find(seen, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.case.person_id

    def read(self) -> dict[str, Any]:
        sample = self.thing.sample
        return {
            "caption": f"{numbered(self.thing.case_id)} · {called(sample)}",
            "cancel_url": sample.get_absolute_url(),
            "crumbs": [*to_samples(), (called(sample), sample.get_absolute_url()), (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.sample.get_absolute_url()


class ReceivedPage(OfSampled):
    """What came back of one sampled case."""

    permission = DRAW
    form_class = ReceivedForm
    title = "What came back"
    done_message = "Kept."

    def form_arguments(self) -> dict[str, Any]:
        kept = self.thing
        known = {"feedback": kept.feedback, "received_on": kept.received_on, "is_exemplar": kept.is_exemplar}
        return {"initial": known}

    def act(self, form: ReceivedForm) -> Model:
        return receive(sampled=self.thing, said=form.said, by=self.actor, at=self.now)
