"""Setting out along a step, leaving it, and going on under a newer edition."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.engines.audit.commands import Refused
from pathways.forms.journeys import LeaveForm
from pathways.models import Journey, LadderVersion
from pathways.selectors.journeys import editions_within, newer_edition
from pathways.services.journeys import CHANGED, begin, leave, move_to_edition
from pathways.views.choices import MY_PATHWAY

CHOICES = ("My journeys and choices", "/pathways/choices/")


class BeginJourney(Act):
    """Set out along a step of one's own ladder."""

    permission = "pathways.journey.begin"
    done_message = "You are on your way. What the step asks keeps its rules as they are today."
    thing: LadderVersion

    def load(self) -> LadderVersion:
        found: LadderVersion = self.find(editions_within(self.actor), pk=self.kwargs["ladder"])
        return found

    def act(self) -> Model:
        return begin(ladder=self.thing, step=self.kwargs["step"], by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("pathways:choices")


class JourneyDoor(Door):
    """An act on one's own journey."""

    permission = "pathways.journey.change"
    section = "pathways"
    thing: Journey

    def load(self) -> Journey:
        visible = Journey.objects.visible_to(self.actor).select_related("ladder")
        found: Journey = self.find(visible, pk=self.kwargs["pk"])
        return found

    def next_page(self, made: Model | None = None) -> str:
        return reverse("pathways:choices")


class LeaveJourney(JourneyDoor, FormPage):
    """Leave it, with a word why."""

    form_class = LeaveForm
    title = "Leave this journey"
    intro = "A choice that waits for your manager is taken back with it. What was agreed stays in your history."
    done_message = "You have left it. You can begin another one at any time."

    def read(self) -> dict[str, Any]:
        return {"cancel_url": self.next_page(), "crumbs": [MY_PATHWAY, CHOICES, (self.title, "")]}

    def act(self, form: LeaveForm) -> Model:
        return leave(journey=self.thing, because=form.cleaned_data["because"], by=self.actor, at=self.now)


class MoveJourney(JourneyDoor, Act):
    """Go on under the newer edition, by one's own wish."""

    done_message = "You go on under the newer edition."

    def act(self) -> Model:
        newer = newer_edition(self.thing, on=self.today)
        if newer is None:
            raise Refused(CHANGED)
        return move_to_edition(journey=self.thing, ladder=newer, by=self.actor, at=self.now)
