"""For who moderates outside the employer: the draws she was named to read, what is cleared of them, and her words."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from panels.forms.packs import AnswerForm
from panels.models import Sample, Sampled
from panels.selectors.called import numbered
from panels.selectors.packs import Reading, cases_read, days_named, draws_read, reading_of, readings_for
from panels.selectors.wording import of_draw
from panels.services.outside import ANSWER, answer
from panels.views.doors import ReadByPanel

TITLE = "Samples to read"


def to_read() -> tuple[str, str]:
    """The crumb of whatever lies below the list."""
    return TITLE, reverse("panels:outside")


class Outside(Page):
    """The draws she reads, each with the day until which."""

    permission = ANSWER
    section = "panels"
    template_name = "panels/moderation/outside.html"

    def read(self) -> dict[str, Any]:
        draws = list(draws_read(self.actor))
        days = days_named(self.actor, [each.pk for each in draws])
        rows = [(each, of_draw(each), days.get(each.pk)) for each in draws]
        return {"title": TITLE, "rows": rows, "crumbs": [(TITLE, "")]}


class OutsideDraw(Page):
    """The cleared cases of one draw, by their numbers."""

    permission = ANSWER
    section = "panels"
    template_name = "panels/moderation/outside_draw.html"
    thing: Sample

    def load(self) -> Sample:
        found: Sample = self.find(draws_read(self.actor), pk=self.kwargs["pk"])
        return found

    def read(self) -> dict[str, Any]:
        draw = of_draw(self.thing)
        readings = readings_for(self.thing, self.actor)
        return {
            "title": draw,
            "caption": self.thing.organisation.name,
            "rows": [(numbered(each.sampled.case_id), each) for each in readings],
            "draw": self.thing,
            "until_on": days_named(self.actor, [self.thing.pk]).get(self.thing.pk),
            "crumbs": [to_read(), (draw, "")],
        }


class OutsideCase(ReadByPanel, GuardedPage):
    """One cleared case, read from outside, and what she thinks of it."""

    permission = ANSWER
    section = "panels"
    form_class = AnswerForm
    template_name = "panels/moderation/outside_case.html"
    done_message = "Sent. It stands beside the case, and changes no outcome."
    thing: Sampled

    def load(self) -> Sampled:
        found: Sampled = self.find(cases_read(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.case.person_id

    @property
    def reading(self) -> Reading | None:
        return reading_of(self.thing)

    def form_arguments(self) -> dict[str, Any]:
        is_hers = self.thing.received_by_id == self.actor.person_id
        return {"initial": {"feedback": self.thing.feedback if is_hers else ""}}

    def read(self) -> dict[str, Any]:
        sample, called = self.thing.sample, numbered(self.thing.case_id)
        back = reverse("panels:outside-draw", args=[sample.pk])
        return {
            "title": called,
            "caption": of_draw(sample),
            "reading": self.reading,
            "papers_url": reverse("panels:sampled-papers", args=[self.thing.pk]),
            "cancel_url": back,
            "crumbs": [to_read(), (of_draw(sample), back), (called, "")],
        }

    def act(self, form: AnswerForm) -> Model:
        return answer(sampled=self.thing, feedback=form.cleaned_data["feedback"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:outside-draw", args=[self.thing.sample_id])
