"""Files beside an entry."""

from typing import Any

from django.urls import reverse

from academy.development.forms.sharing import FileForm
from academy.development.models import EntryFile
from academy.development.services.files import attach, detach
from academy.development.views.doors import EntryAct, EntryDoor
from academy.engines.files.models import StoredFile
from academy.engines.guard.pages import GuardedPage


class EntryFiles(EntryDoor, GuardedPage):
    """The files of an entry: add one, take one away."""

    permission = "development.entry.write"
    template_name = "development/files.html"
    form_class = FileForm
    title = "Files"
    intro = "Certificates, slides, notes. Leave out what could identify a person who draws on care and support."
    done_message = "The file is beside your entry."

    def read(self) -> dict[str, Any]:
        return {
            "entry": self.thing,
            "attached": self.thing.files.select_related("file"),
            "crumbs": [("My year", "/cpd/"), (self.thing.name, self.thing.get_absolute_url()), ("Files", "")],
        }

    def act(self, form: FileForm) -> EntryFile:
        return attach(entry=self.thing, upload=form.cleaned_data["upload"], by=self.actor, at=self.now)

    def next_page(self, made: Any) -> str:
        return reverse("development:files", args=[self.thing.pk])


class RemoveFile(EntryAct):
    """Takes a file away from its entry."""

    permission = "development.entry.write"
    done_message = "The file is no longer beside your entry."

    def act(self) -> StoredFile:
        attached = self.find(self.thing.files.select_related("entry", "file"), file__uid=self.kwargs["uid"])
        return detach(attached=attached, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("development:files", args=[self.thing.pk])
