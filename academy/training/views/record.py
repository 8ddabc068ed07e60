"""Training records: one's own, somebody else's, noting what she finished and taking back what was wrong."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from academy.training.forms.completions import NoteForm, WithdrawForm
from academy.training.models import Completion
from academy.training.selectors.record import completions_of, courses_to_note, gaps_seen, record_rows
from academy.training.services.completions import note, withdraw

PER_PAGE = 50


def record_url(person_id: int) -> str:
    return reverse("training:person-record", args=[person_id])


class RecordDoor(Door):
    """A view of one person's training record."""

    section = "training"
    permission = "training.record.see"
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return person

    def person_read(self) -> int:
        return self.thing.pk


class PersonRecord(RecordDoor, Page):
    """What is required of her, what she finished and until when it counts."""

    template_name = "training/record.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(completions_of(self.thing, self.actor), PER_PAGE).get_page(self.request.GET.get("page"))
        is_own = self.thing.pk == self.actor.person_id
        return {
            "title": "My training record" if is_own else f"Training record of {self.thing.full_name}",
            "person": self.thing,
            "is_own": is_own,
            "gaps": gaps_seen(self.thing, self.actor),
            "page": page,
            "rows": record_rows(list(page.object_list), self.actor),
            "can_note": allows("training.completion.note", self.actor, self.thing),
            "crumbs": [("Training", reverse("training:catalogue")), ("Training record", "")],
        }


class OwnRecord(PersonRecord):
    """One's own record."""

    def load(self) -> Person:
        if self.actor.person_id is None:
            raise Http404
        person: Person = self.find(visible_to(self.actor), pk=self.actor.person_id)
        return person


class NoteCompletion(RecordDoor, FormPage):
    """The academy notes what somebody finished elsewhere."""

    permission = "training.completion.note"
    form_class = NoteForm
    title = "Note what she finished"
    intro = "For learning the portal did not see: on paper, elsewhere, or before. She reads it in her record."
    done_message = "It is in her record."

    def form_arguments(self) -> dict[str, Any]:
        return {"courses": list(courses_to_note(self.actor))}

    def read(self) -> dict[str, Any]:
        back = record_url(self.thing.pk)
        return {
            "caption": self.thing.full_name,
            "cancel_url": back,
            "crumbs": [("Training record", back), (self.title, "")],
        }

    def act(self, form: NoteForm) -> Model:
        return note(
            person=self.thing,
            course=form.chosen,
            completed_on=form.cleaned_data["completed_on"],
            by=self.actor,
            at=self.now,
        )

    def next_page(self, made: Model | None) -> str:
        return record_url(self.thing.pk)


class WithdrawCompletion(FormPage):
    """The academy takes back a completion that was wrong."""

    section = "training"
    permission = "training.completion.withdraw"
    form_class = WithdrawForm
    title = "Take back a completion"
    done_message = "It counts no more. It stays in the record with your reason."
    thing: Completion

    def load(self) -> Completion:
        visible = Completion.objects.visible_to(self.actor).select_related("course", "person")
        completion: Completion = self.find(visible, pk=self.kwargs["pk"])
        return completion

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        back = record_url(self.thing.person_id)
        return {
            "caption": f"{self.thing.person.full_name}: {self.thing.course.title}",
            "cancel_url": back,
            "crumbs": [("Training record", back), (self.title, "")],
        }

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(completion=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return record_url(self.thing.person_id)
