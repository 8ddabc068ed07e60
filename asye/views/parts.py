"""A part in a year goes to somebody else; the one before hands over."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from academy.ui.wording import beginning
from asye.choices.enrolments import ASSIGNED, Role
from asye.forms.enrolments import FindForm
from asye.forms.parts import AssignForm, HandOverForm
from asye.models import Enrolment, Part
from asye.selectors.enrolling import candidates_for, known_of
from asye.selectors.who import handovers_asked, successor_of
from asye.services.parts import assign, hand_over
from asye.views.doors import HOME, YearDoor


class AssignPart(YearDoor, FormPage):
    """Who has the part now, and who is to have it."""

    permission = "asye.enrolment.run"
    template_name = "asye/parts/assign.html"
    form_class = AssignForm
    done_message = "Assigned. She, whoever has it now and whoever had it are told."

    def load(self) -> Enrolment:
        if self.kwargs["role"] not in {role.value for role in ASSIGNED}:
            raise Http404
        return super().load()

    @cached_property
    def role(self) -> Role:
        return Role(self.kwargs["role"])

    @cached_property
    def asked(self) -> str:
        return FindForm(self.request.GET).asked

    def form_arguments(self) -> dict[str, Any]:
        known = known_of(self.thing.person_id, self.thing.organisation_id, on=self.today)
        offered = candidates_for(
            self.role,
            self.thing.organisation_id,
            on=self.today,
            but=self.thing.person_id,
            manager=known.terms.line_manager_id if known.terms else None,
            words=self.asked,
        )
        return {"role": self.role, "offered": offered, "initial": {"from_on": self.today}}

    def read(self) -> dict[str, Any]:
        title = beginning(self.role.label)
        now = self.thing.parts.filter(role=self.role, until_on=None).select_related("person").first()
        return {
            **self.of_year(),
            "title": title,
            "caption": self.thing.person.full_name,
            "now": now,
            "asked": self.asked,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (title, "")],
        }

    def act(self, form: AssignForm) -> Model:
        return assign(enrolment=self.thing, given=form.given, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class HandOver(GuardedPage):
    """Who had a part says what the next one should know. Of the year she sees no more than whose it is."""

    permission = "asye.part.hand_over"
    section = "asye"
    form_class = HandOverForm
    title = "Hand over"
    done_message = "Handed over. The next one and she read it in her record."
    thing: Part

    def load(self) -> Part:
        found: Part = self.find(handovers_asked(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.enrolment.person_id

    def read(self) -> dict[str, Any]:
        after, whose = successor_of(self.thing), self.thing.enrolment.person.full_name
        role = Role(self.thing.role).label
        said = f"You were the {role} of {whose} until {self.thing.until_on:%-d %B %Y}. "
        return {
            "caption": whose,
            "intro": said + (f"{after.person.full_name} has the part now." if after else ""),
            "cancel_url": reverse("asye:home"),
            "crumbs": [HOME, ("Hand over", "")],
        }

    def act(self, form: HandOverForm) -> Model:
        return hand_over(part=self.thing, words=form.cleaned_data["handover"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("asye:home")
