"""Working at one section: writing, saying that it is ready, and putting pieces in."""

from typing import Any

from django.db.models import Model
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from portfolios.choices.portfolios import SECTION_FORM
from portfolios.forms.portfolios import PutInForm, SectionForm
from portfolios.models import Section
from portfolios.selectors.fitting import Fit, fits_for, named_by
from portfolios.selectors.portfolio_page import section_of, section_view
from portfolios.selectors.templates import content_of_template
from portfolios.services.changing import reopen
from portfolios.services.items import Chosen, put_in
from portfolios.services.sections import ChangedSince, mark_ready, write_section
from portfolios.views.portfolios.doors import SectionDoor


class Writing(GuardedPage, Autosaved):
    """Writing a section, which saves itself: by its author or whoever fills it, whose door finds it."""

    form_class = SectionForm
    draft_form = SECTION_FORM
    done_message = "Saved."

    held: Any
    part: Any
    section_url: Any
    other: Section | None = None

    @property
    def guarded_thing(self) -> Section:
        return self.held

    @property
    def key(self) -> str:
        return str(self.held.pk)

    @property
    def _seen(self) -> str:
        """When the section stood as the form shows it."""
        if self.other is not None:
            return str(self.other.changed_at.isoformat())
        return self.request.POST.get("seen") or str(self.held.changed_at.isoformat())

    def form_arguments(self) -> dict[str, Any]:
        unsent = super().form_arguments()["initial"]
        return {"part": self.part, "initial": {"text": self.held.text, **unsent}}

    def read(self) -> dict[str, Any]:
        return {
            "title": self.part.title,
            "portfolio": self.held.portfolio,
            "view": section_view(self.held, self.part, on=self.today),
            "other": self.other,
            "seen": self._seen,
        }

    def save(self, form: SectionForm) -> Model:
        """Where another tab was quicker its text is shown beside, and sending again then means having seen it."""
        try:
            return self._written(form)
        except ChangedSince:
            self.other = section_of(self.held.portfolio, self.held.code)
            raise

    def _written(self, form: SectionForm) -> Model:
        seen = parse_datetime(self.request.POST.get("seen", ""))
        return write_section(section=self.held, text=form.cleaned_data["text"], seen=seen, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.section_url


class WriteSection(Writing, SectionDoor):
    """One section: its text, its pieces, and what it lacks. What somebody else fills is shown as it stands."""

    template_name = "portfolios/section.html"

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "caption": self.thing.title,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs[:-1], (self.part.title, "")],
        }


class SectionAct(SectionDoor, Act):
    """A button on a section's page."""

    def next_page(self) -> str:
        return self.section_url


class MarkReady(SectionAct):
    """Its author says that it is ready; a return is answered with it."""

    done_message = "Marked as ready."

    def act(self) -> Model:
        return mark_ready(section=self.held, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class Reopen(SectionAct):
    """It is not ready after all."""

    done_message = "Open again."

    def act(self) -> Model:
        return reopen(section=self.held, by=self.actor, at=self.now)


class PutIn(SectionDoor, FormPage):
    """Tick what fits: complete evidence and kept writing, what speaks to the section first."""

    template_name = "portfolios/put_in.html"
    form_class = PutInForm
    done_message = "Put in."

    @cached_property
    def fits(self) -> list[Fit]:
        return fits_for(self.held, content_of_template(self.thing.template), self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"fits": self.fits}

    def read(self) -> dict[str, Any]:
        return {
            "title": "Put pieces in",
            "caption": self.part.title,
            "part": self.part,
            "fits": self.fits,
            "cancel_url": self.section_url,
            "crumbs": [*self.crumbs, ("Put pieces in", "")],
        }

    def act(self, form: PutInForm) -> None:
        evidence, entries = named_by(form.cleaned_data["pieces"], self.actor)
        chosen = Chosen(evidence=evidence, entries=entries)
        put_in(section=self.held, chosen=chosen, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.section_url
