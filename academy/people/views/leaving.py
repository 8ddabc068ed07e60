"""A leaver event: what she says herself, and the exit interview."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.people.forms.keeping.dated import SureForm
from academy.people.forms.leaving import InterviewForm, ReasonsForm
from academy.people.models import Leaving
from academy.people.selectors.leavers import readable
from academy.people.services import exit_interviews


class OneLeaving(Page):
    """A page about one leaver event; human resources' reading is noted for her."""

    section = "people"
    title = ""
    thing: Leaving

    def load(self) -> Leaving:
        found: Leaving = self.find(readable(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    def crumbs(self, *steps: tuple[str, str]) -> list[tuple[str, str]]:
        first = ("My record", reverse("people:own")) if self.is_own else ("Leavers", reverse("settings:leavers"))
        return [first, *steps]


class ShowLeaving(OneLeaving):
    """Her last day, and what was said of the reasons."""

    permission = "people.leaving.see"
    template_name = "people/leaving/leaving.html"

    def read(self) -> dict[str, Any]:
        name = self.thing.person.full_name
        return {
            "title": "Leaving",
            "caption": name,
            "leaving": self.thing,
            "is_own": self.is_own,
            "can_interview": not self.is_own
            and self.thing.is_open
            and allows("people.leaving.interview", self.actor, self.thing),
            "crumbs": self.crumbs((name, "")),
        }


class LeavingForm(OneLeaving, FormPage):
    def read(self) -> dict[str, Any]:
        back = self.thing.get_absolute_url()
        return {
            "caption": self.thing.person.full_name,
            "cancel_url": back,
            "crumbs": self.crumbs(("Leaving", back), (self.title, "")),
        }

    def form_arguments(self) -> dict[str, Any]:
        said = self.thing
        return {"initial": {"reasons": said.reasons, "destination": said.destination, "words": said.words}}


class SayWhy(LeavingForm):
    """Her own page: why she leaves and where she goes."""

    permission = "people.leaving.answer"
    form_class = ReasonsForm
    title = "Why you leave"
    intro = (
        "You need not say it. The reasons are counted without your name, and small numbers are not shown. "
        "Your own words are read by human resources only."
    )
    done_message = "Thank you. You can change it until the exit interview."

    def act(self, form: ReasonsForm) -> Model:
        return exit_interviews.answer(leaving=self.thing, said=form.said, by=self.actor, at=self.now)


class HoldInterview(LeavingForm):
    permission = "people.leaving.interview"
    form_class = InterviewForm
    title = "Exit interview"
    done_message = "The exit interview is written down."

    def act(self, form: InterviewForm) -> Model:
        held_on = form.cleaned_data["held_on"]
        return exit_interviews.interview(
            leaving=self.thing, said=form.said, held_on=held_on, by=self.actor, at=self.now
        )


class NoInterview(LeavingForm):
    permission = "people.leaving.decline"
    form_class = SureForm
    title = "No exit interview?"
    done_message = "No exit interview is held."

    def form_arguments(self) -> dict[str, Any]:
        return {}

    def act(self, form: SureForm) -> Model:
        return exit_interviews.decline(leaving=self.thing, by=self.actor, at=self.now)
