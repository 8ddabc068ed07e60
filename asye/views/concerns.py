"""Pages of concerns: noted with a plan of support, read, carried on, closed."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.guard.pages import GuardedPage
from asye.choices.enrolments import UNDER_WAY
from asye.choices.year import ConcernState
from asye.forms.concerns import CloseForm, GoOnForm, NoteForm
from asye.models import Concern, Review
from asye.selectors.reviews import reviews_seen
from asye.services.concerns import close, go_on, note
from asye.views.doors import YearDoor, to_year

RAISE = "asye.concern.raise"


class NoteConcern(GuardedPage, YearDoor, FormPage):
    """A concern, with its plan; at a review where the address says which."""

    permission = RAISE
    template_name = "asye/concerns/note.html"
    form_class = NoteForm
    title = "Note a concern"
    done_message = "Noted. Everybody who has a part in the year is told."

    @property
    def review(self) -> Review | None:
        asked = self.request.GET.get("review", "")
        if not asked.isdigit():
            return None
        return reviews_seen(self.actor).filter(pk=int(asked), enrolment_id=self.thing.pk).first()

    def read(self) -> dict[str, Any]:
        return {
            "enrolment": self.thing,
            "caption": self.thing.person.full_name,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: NoteForm) -> Model:
        return note(enrolment=self.thing, noted=form.noted, review=self.review, by=self.actor, at=self.now)


class ConcernDoor(Door):
    """A view of one concern, found through what the actor may know of."""

    section = "asye"
    thing: Concern

    def load(self) -> Concern:
        visible = Concern.objects.visible_to(self.actor)
        beside = ("enrolment__person", "enrolment__policy", "raised_by", "review__milestone")
        found: Concern = self.find(visible.select_related(*beside), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def way(self) -> list[tuple[str, str]]:
        return [to_year(self.thing.enrolment, self.actor)]


class ReadConcern(ConcernDoor, Page):
    """What it is, the plan, and what became of it."""

    permission = "asye.enrolment.see"
    template_name = "asye/concerns/concern.html"

    def read(self) -> dict[str, Any]:
        concern = self.thing
        is_open = concern.state == ConcernState.OPEN and allows(RAISE, self.actor, concern)
        return {
            "title": "Concern and plan of support",
            "caption": "" if concern.person_id == self.actor.person_id else concern.enrolment.person.full_name,
            "concern": concern,
            "may_change": is_open and concern.enrolment.state in UNDER_WAY,
            "crumbs": [*self.way, ("Concern", "")],
        }


class ConcernForm(GuardedPage, ConcernDoor, FormPage):
    """A form about an open concern; once it is closed, its page leads to the concern."""

    permission = RAISE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.state != ConcernState.OPEN:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        page = self.thing.get_absolute_url()
        return {
            "caption": self.thing.enrolment.person.full_name,
            "cancel_url": page,
            "crumbs": [*self.way, ("Concern", page), (self.title, "")],
        }


class GoOnWithConcern(ConcernForm):
    """The plan goes on to another day."""

    form_class = GoOnForm
    title = "Carry the plan on"
    done_message = "Saved. Everybody who has a part in the year is told."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"plan": self.thing.plan}}

    def act(self, form: GoOnForm) -> Model:
        said = form.cleaned_data
        day = said["plan_review_on"]
        return go_on(concern=self.thing, plan=said["plan"], plan_review_on=day, by=self.actor, at=self.now)


class CloseConcern(ConcernForm):
    """The concern is over."""

    form_class = CloseForm
    title = "Close this concern"
    done_message = "Closed. Everybody who has a part in the year is told."

    def act(self, form: CloseForm) -> Model:
        return close(concern=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)
