"""An event as everybody sees it, booking a place with it, and booking for a team."""

from functools import cached_property
from typing import Any

from django.db.models import Model
from django.http import HttpResponse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.training.forms.asking import BookAndAskForm
from academy.training.forms.bookings import BookForm, PeopleForm
from academy.training.models import TrainingEvent
from academy.training.selectors.asking import needs_approval
from academy.training.selectors.bookings import event_seen, herself, people_to_book, readable_course
from academy.training.selectors.calendars import day_words
from academy.training.selectors.places import place_of, seats
from academy.training.services.asking_for_places import book_and_ask
from academy.training.services.bookings import book_several
from academy.training.views.ways import Crumbs, way_to

ASKED = " Your line manager is asked; a place, or your place in the queue, is kept meanwhile."


class EventDoor(Door):
    """A view of one event, found through what the actor may know of."""

    section = "training"
    permission = "training.offer.see"
    thing: TrainingEvent

    def load(self) -> TrainingEvent:
        visible = TrainingEvent.objects.visible_to(self.actor).select_related("course", "organisation")
        event: TrainingEvent = self.find(visible, pk=self.kwargs["pk"])
        return event

    def crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        """The way back: the event as she comes to it, then the steps."""
        place = place_of(self.thing, self.actor.person_id)
        course = None if place else readable_course(self.thing, self.actor)
        return way_to(self.thing, course=course, has_place=place is not None, steps=steps)


class ReadEvent(EventDoor, Page):
    """When and where it is, for whom, what is left, and where one stands oneself."""

    template_name = "training/event.html"

    def read(self) -> dict[str, Any]:
        seen = event_seen(self.thing, self.actor, at=self.now)
        return {
            "title": self.thing.name,
            "caption": self.thing.organisation.name,
            "seen": seen,
            "keeps_attendance": allows("training.attendance.keep", self.actor, self.thing),
            "keeps_event": allows("training.event.keep", self.actor, self.thing),
            "books_for_others": allows("training.booking.make_for_others", self.actor, self.thing),
            "crumbs": way_to(self.thing, course=seen.course, has_place=seen.booking is not None),
        }


class BookPlace(EventDoor, FormPage):
    """One press: a place, or the next place in the queue; and where the policy wants it, the request for it."""

    done_message = "It is noted. See below how you stand."

    @cached_property
    def asks(self) -> bool:
        """Does her line manager have to agree?"""
        return needs_approval(self.actor.person_id or 0, self.actor.organisation_id, on=self.today)

    def make_form(self) -> BookForm:
        sent = self.request.POST if self.request.method == "POST" else None
        return BookAndAskForm(sent) if self.asks else BookForm(sent)

    def read(self) -> dict[str, Any]:
        title = "Book a place" if seats(self.thing).is_free else "Join the waiting list"
        days = ", ".join(day_words(day) for day in self.thing.days.all())
        return {
            "title": title,
            "caption": self.thing.name,
            "intro": f"{days}.{ASKED if self.asks else ''}",
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": self.crumbs((title, "")),
        }

    def act(self, form: BookForm) -> Model:
        return book_and_ask(
            event=self.thing,
            person=herself(self.actor),
            words=form.words if isinstance(form, BookAndAskForm) else None,
            access_needs=form.cleaned_data["access_needs"],
            by=self.actor,
            at=self.now,
        )

    def next_page(self, made: Any) -> str:
        return str(made.get_absolute_url())


class BookForTeam(EventDoor, FormPage):
    """A manager or the academy chooses people; afterwards the page says what came of it for each."""

    permission = "training.booking.make_for_others"
    template_name = "training/book_team.html"
    form_class = PeopleForm
    title = "Book for your team"

    @cached_property
    def asked(self) -> str:
        return " ".join(self.request.GET.get("q", "").split())[:80]

    @cached_property
    def people(self) -> list[Person]:
        return people_to_book(self.thing, self.actor, name=self.asked)

    def form_arguments(self) -> dict[str, Any]:
        return {"people": self.people}

    def read(self) -> dict[str, Any]:
        return {
            "event": self.thing,
            "asked": self.asked,
            "people": self.people,
            "seats": seats(self.thing),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": self.crumbs((self.title, "")),
        }

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        told = book_several(event=self.thing, people=form.chosen, by=self.actor, at=self.now)
        del self.people
        return self.render_to_response(self.get_context_data(form=self.form_class(people=self.people), told=told))
