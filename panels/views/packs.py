"""Packs of sampled cases: read and cleared, who reads them outside, and a draw on paper."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from panels.documents import CASE_PACK, DRAW_PACK, SAMPLED_PORTFOLIO
from panels.forms.meeting_papers import MeetingPaperForm
from panels.forms.packs import ClearForm, ReaderForm
from panels.models import Sample, Sampled
from panels.selectors.called import numbered
from panels.selectors.packs import Clearing, clearing_of, draws_with_packs, packs_had, people_outside, reader_called
from panels.selectors.wording import of_draw
from panels.services.packs import CLEAR, NAME_READER, clear, end_reader, name_reader
from panels.views.doors import ReadByPanel
from panels.views.samples import OfSampled, to_samples

HAVE = "panels.pack.have"


class ClearPack(ReadByPanel, OfSampled):
    """What would leave of one case, read to its end; with whatever she names hidden besides, read again."""

    permission = CLEAR
    form_class = ClearForm
    template_name = "panels/moderation/clear.html"
    title = "What leaves of this case"
    done_message = "Cleared. Whoever reads the draw from outside can read it now."
    beside = ("sample", "case__snapshot", "case__recommendation__enrolment__policy")

    @cached_property
    def clearing(self) -> Clearing:
        """As it stands with the lines that were sent."""
        also = self.request.POST.get("also", "")
        return clearing_of(self.thing, self.actor, also=also)

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"seen": self.clearing.sha256}}

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "clearing": self.clearing,
            "has_portfolio": self.thing.case.snapshot_id is not None,
            "papers_url": reverse("panels:sampled-papers", args=[self.thing.pk]),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is shown is what is said to be read: the form carries the fingerprint of this page."""
        content = super().get_context_data(**kwargs)
        content["form"].shows(self.clearing.sha256)
        return content

    def act(self, form: ClearForm) -> Model:
        return clear(sampled=self.thing, said=form.said, by=self.actor, at=self.now)


class OfDraw(ReadByPanel, FormPage):
    """A form page about one draw its reader runs."""

    permission = NAME_READER
    section = "panels"
    thing: Sample

    def load(self) -> Sample:
        found: Sample = self.find(Sample.objects.visible_to(self.actor), pk=self.kwargs["pk"])
        return found

    def read(self) -> dict[str, Any]:
        return {
            "caption": of_draw(self.thing),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*to_samples(), (of_draw(self.thing), self.thing.get_absolute_url()), (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class NameReader(OfDraw):
    """Who reads a draw from outside."""

    form_class = ReaderForm
    template_name = "panels/moderation/reader.html"
    title = "Who reads it from outside?"
    intro = "She reads what is cleared and nothing else, and writes what she thinks of it. It changes no outcome."
    done_message = "She is told, and finds it on her home page."

    def form_arguments(self) -> dict[str, Any]:
        return {"people": people_outside(self.thing.organisation_id, on=self.today)}

    def act(self, form: ReaderForm) -> Model:
        until_on = form.cleaned_data["until_on"]
        return name_reader(sample=self.thing, person=form.reader, until_on=until_on, by=self.actor, at=self.now)


class EndReader(Act):
    """She reads it no more."""

    permission = NAME_READER
    done_message = "Ended. She reads it no more."
    thing: Sample

    def load(self) -> Sample:
        found = reader_called(self.kwargs["pk"], self.actor)
        if found is None:
            raise Http404
        self.grant, sample = found
        return sample

    def act(self) -> Model:
        return end_reader(grant=self.grant, sample=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class Papers(ReadByPanel, FormPage):
    """What somebody had made, and a form for another."""

    permission = HAVE
    section = "panels"
    form_class = MeetingPaperForm
    template_name = "panels/moderation/papers.html"
    title = "On paper"
    thing: Any

    @property
    def kinds(self) -> dict[str, Any]:
        """What there is, by its name."""
        raise NotImplementedError

    @property
    def caption(self) -> str:
        raise NotImplementedError

    @property
    def back(self) -> str:
        """Where it is read on screen, by whoever runs moderation and by who reads from outside."""
        raise NotImplementedError

    def form_arguments(self) -> dict[str, Any]:
        offered = [(name, kind.title) for name, kind in self.kinds.items()]
        return {"offered": offered, "initial": {"paper": offered[0][0]}}

    def read(self) -> dict[str, Any]:
        names = list(self.kinds)
        return {
            "caption": self.caption,
            "made": documents_of(self.actor, names, self.thing.pk),
            "under_way": documents_of_under_way(self.actor, names, self.thing.pk),
            "cancel_url": self.back,
            "crumbs": [(self.caption, self.back), (self.title, "")],
        }

    def act(self, form: MeetingPaperForm) -> Job:
        kind = self.kinds[form.cleaned_data["paper"]]
        return order(kind=kind, by=self.actor, at=self.now, choices={}, subject=self.thing)


class SampledPapers(Papers):
    """One cleared case: its pack, and the portfolio that went with it."""

    thing: Sampled

    def load(self) -> Sampled:
        rows = packs_had(self.actor).select_related("sample", "case")
        found: Sampled = self.find(rows, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.case.person_id

    @property
    def kinds(self) -> dict[str, Any]:
        kinds = (CASE_PACK, SAMPLED_PORTFOLIO) if self.thing.case.snapshot_id is not None else (CASE_PACK,)
        return {kind.name: kind for kind in kinds}

    @property
    def caption(self) -> str:
        return f"{numbered(self.thing.case_id)} · {of_draw(self.thing.sample)}"

    @property
    def back(self) -> str:
        sample = self.thing.sample
        is_run = Sample.objects.visible_to(self.actor).filter(pk=sample.pk).exists()
        return sample.get_absolute_url() if is_run else reverse("panels:outside-case", args=[self.thing.pk])


class DrawPapers(Papers):
    """A whole draw in one PDF: every case of it that is cleared."""

    thing: Sample

    def load(self) -> Sample:
        found: Sample = self.find(draws_with_packs(self.actor), pk=self.kwargs["pk"])
        return found

    @property
    def kinds(self) -> dict[str, Any]:
        return {DRAW_PACK.name: DRAW_PACK}

    @property
    def caption(self) -> str:
        return of_draw(self.thing)

    @property
    def back(self) -> str:
        is_run = Sample.objects.visible_to(self.actor).filter(pk=self.thing.pk).exists()
        return self.thing.get_absolute_url() if is_run else reverse("panels:outside-draw", args=[self.thing.pk])
