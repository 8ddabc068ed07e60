"""Private notes: a list, one form, and deleting."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.development.forms.notes import DeleteNoteForm, NoteForm
from academy.development.models import PrivateNote
from academy.development.services import notes
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page

PER_PAGE = 25
NAME = "Private notes"


class Notes(Page):
    """One's own notes, the latest changed first."""

    permission = "development.note.begin"
    section = "development"
    template_name = "development/notes.html"

    def read(self) -> dict[str, Any]:
        found = PrivateNote.objects.visible_to(self.actor)
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("page"))
        return {"title": NAME, "crumbs": [MY_DEVELOPMENT, (NAME, "")], "page": page}


class NotePage(FormPage):
    """A form about one's notes; afterwards the list."""

    section = "development"

    def read(self) -> dict[str, Any]:
        back = reverse("development:notes")
        return {"crumbs": [MY_DEVELOPMENT, (NAME, back), (self.title, "")], "cancel_url": back}

    def next_page(self, made: Model | None) -> str:
        return reverse("development:notes")


class WriteNote(NotePage):
    permission = "development.note.begin"
    form_class = NoteForm
    title = "A new note"
    intro = "Only you read it. Leave out names and everything that tells who somebody is all the same."
    done_message = "The note is kept."

    def act(self, form: NoteForm) -> Model:
        return notes.write(note=None, by=self.actor, at=self.now, **form.cleaned_data)


class OwnNote(NotePage):
    """One note, found among one's own."""

    permission = "development.note.keep"
    thing: PrivateNote

    def load(self) -> PrivateNote:
        note: PrivateNote = self.find(PrivateNote.objects.visible_to(self.actor), pk=self.kwargs["pk"])
        return note


class ChangeNote(OwnNote):
    template_name = "development/note.html"
    form_class = NoteForm
    title = "Your note"
    intro = "Only you read it."
    done_message = "The note is kept."

    def read(self) -> dict[str, Any]:
        return {**super().read(), "note": self.thing}

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"title": self.thing.title, "words": self.thing.words}}

    def act(self, form: NoteForm) -> Model:
        return notes.write(note=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class DeleteNote(OwnNote):
    form_class = DeleteNoteForm
    title = "Delete a note"
    done_message = "The note is deleted."

    def read(self) -> dict[str, Any]:
        return {**super().read(), "caption": self.thing.title, "intro": "It cannot be brought back."}

    def act(self, form: DeleteNoteForm) -> None:
        notes.delete(note=self.thing, by=self.actor, at=self.now)
