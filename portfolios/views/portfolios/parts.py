"""A part of somebody's portfolio that is another's to write; and the author naming whose."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.ui.forms.people import PersonSearch
from portfolios.choices.portfolios import NAMED_ROLES, PART_FORM, FillerRole
from portfolios.forms.portfolios import HolderForm
from portfolios.models import Section
from portfolios.schema.template import SectionPart
from portfolios.selectors.parts import parts_held
from portfolios.selectors.templates import content_of_template
from portfolios.services.changing import reopen
from portfolios.services.parts import name_holder
from portfolios.services.sections import mark_ready
from portfolios.views.portfolios.doors import OwnDoor
from portfolios.views.portfolios.sections import Writing


class PartDoor(Door):
    """A view of one section that is the actor's to write; she sees nothing else of the portfolio by it."""

    permission = "portfolios.section.write"
    section = "portfolio"
    thing: Section

    def load(self) -> Section:
        found: Section = self.find(parts_held(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def held(self) -> Section:
        return self.thing

    @cached_property
    def part(self) -> SectionPart:
        found = content_of_template(self.thing.portfolio.template).section(self.thing.code)
        if found is None:
            raise Http404
        return found

    @property
    def section_url(self) -> str:
        return self.thing.part_url


class WritePart(Writing, PartDoor):
    """Her part: its text, what was sent back, and saying that it is done."""

    template_name = "portfolios/part.html"
    draft_form = PART_FORM

    def read(self) -> dict[str, Any]:
        whose = self.thing.portfolio.person.full_name
        return {
            **super().read(),
            "caption": f"{whose}: {self.thing.portfolio.title}",
            "whose": whose,
            "cancel_url": reverse("desk:home"),
            "crumbs": [("Home", reverse("desk:home")), (self.part.title, "")],
        }


class PartAct(PartDoor, Act):
    """A button on the part's page."""

    def next_page(self) -> str:
        return self.section_url


class PartReady(PartAct):
    """Whoever fills it says that it is done."""

    done_message = "Marked as done."

    def act(self) -> Model:
        return mark_ready(section=self.thing, by=self.actor, at=self.now)


class PartReopen(PartAct):
    """It is not done after all."""

    done_message = "Open again."

    def act(self) -> Model:
        return reopen(section=self.thing, by=self.actor, at=self.now)


class NameHolder(OwnDoor, FormPage):
    """The author says who fills the sections of a role."""

    template_name = "portfolios/name_holder.html"
    form_class = HolderForm
    done_message = "Named. It stands in her list, and she is told."

    @property
    def role(self) -> FillerRole:
        if self.kwargs["role"] not in content_of_template(self.thing.template).fillers:
            raise Http404
        return FillerRole(self.kwargs["role"])

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        place: dict[str, Any] = {"organisation_id": self.thing.organisation_id, "on": self.today}
        return list(colleagues_to_choose(self.asked, near=self.thing.person_id, **place))

    def form_arguments(self) -> dict[str, Any]:
        if self.role not in NAMED_ROLES:
            raise Http404
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        title = f"Who is your {self.role.label}?"
        return {
            "title": title,
            "caption": self.thing.title,
            "asked": self.asked,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (title, "")],
        }

    def act(self, form: HolderForm) -> None:
        name_holder(portfolio=self.thing, role=self.role, person=form.chosen, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()
