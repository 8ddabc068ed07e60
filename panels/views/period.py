"""The summary of a half-year's moderation: read, added to, as a table and as a PDF."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.views import Door, Page
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from academy.engines.imports.downloads import table
from academy.identity.models import Organisation
from academy.people.selectors.monitoring import LEAST
from asye.rules.moderation_summary import Half
from panels.choices.drafts import SUMMARY_FORM
from panels.documents import SUMMARY
from panels.forms.themes import HalfChoice, PeriodWordsForm
from panels.models import PeriodWords
from panels.selectors.period import HEADINGS, halves_here, report_of, words_of
from panels.services.period_words import SEE, write_words
from panels.views.doors import PANELS

TITLE = "Summary report of moderation"


class PeriodDoor(Door):
    """A view of one half-year. Reading it is not written to the audit: it opens nobody's record."""

    permission = SEE
    section = "panels"

    @cached_property
    def choice(self) -> HalfChoice:
        return HalfChoice(self.request.GET, found=halves_here(self.actor))

    @property
    def half(self) -> Half:
        return self.choice.wanted

    @property
    def address(self) -> str:
        return f"{reverse('panels:summary')}?half={self.half.code}"


class PeriodSummary(PeriodDoor, Page):
    """Everything the record says of the half-year, and what the academy added."""

    template_name = "panels/moderation/summary.html"

    def read(self) -> dict[str, Any]:
        here = self.actor.organisation_id or 0
        return {
            "title": TITLE,
            "caption": self.half.words,
            "choice": self.choice,
            "report": report_of(self.actor, self.half),
            "made": documents_of(self.actor, [SUMMARY.name], here),
            "under_way": documents_of_under_way(self.actor, [SUMMARY.name], here),
            "least": LEAST,
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
        }


class PeriodTable(PeriodDoor):
    """Its numbers as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lines = report_of(self.actor, self.half).lines
        return table(f"moderation-summary-{self.half.code}.csv", HEADINGS, lines)


class PrintPeriod(PeriodDoor, Act):
    """The summary as it stands, as a PDF."""

    done_message = "Your PDF is being made."
    made: Model

    def act(self) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        choices = {"half": self.half.code}
        self.made = order(kind=SUMMARY, by=self.actor, at=self.now, choices=choices, subject=here)
        return self.made

    def next_page(self) -> str:
        made = getattr(self, "made", None)
        return str(made.get_absolute_url()) if made is not None else self.address


class WritePeriod(GuardedPage, PeriodDoor, Autosaved):
    """What the numbers do not say; it saves itself while it is written."""

    template_name = "panels/moderation/write_summary.html"
    form_class = PeriodWordsForm
    draft_form = SUMMARY_FORM
    title = "Add to the summary"
    done_message = "Kept. It stands in the summary."

    @property
    def key(self) -> str:
        """Of one half-year of one employer: whoever acts for two does not find one's words with the other."""
        return f"{self.half.code}-{self.actor.organisation_id}"

    @cached_property
    def written(self) -> PeriodWords | None:
        return words_of(self.actor, self.half)

    @property
    def guarded_thing(self) -> Model | None:
        return self.written

    def form_arguments(self) -> dict[str, Any]:
        kept = {"words": self.written.words} if self.written is not None else {}
        return {"initial": {**kept, **self.initial}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.half.words,
            "cancel_url": self.address,
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, self.address), (self.title, "")],
        }

    def save(self, form: PeriodWordsForm) -> Model:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        said = form.cleaned_data["words"]
        return write_words(organisation=here, half=self.half, words=said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.address
