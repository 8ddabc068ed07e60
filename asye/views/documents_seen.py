"""What was seen of the documents the policy asks for, noted after the year began."""

from typing import Any

from django.db.models import Model

from academy.engines.access.form_pages import FormPage
from asye.forms.documents_seen import DocumentsForm
from asye.models import Enrolment
from asye.rules.documents_seen import unseen_among
from asye.selectors.policies import rules_of
from asye.services.documents_seen import note_documents
from asye.views.doors import YearDoor

TITLE = "Documents of the start"


class NoteDocuments(YearDoor, FormPage):
    """Boxes for what is still to be seen."""

    permission = "asye.enrolment.run"
    form_class = DocumentsForm
    done_message = "Noted."

    def form_arguments(self) -> dict[str, Any]:
        return {"documents": unseen_among(rules_of(self.thing.policy), self.thing.documents_seen)}

    def read(self) -> dict[str, Any]:
        return {
            **self.of_year(),
            "title": TITLE,
            "caption": self.thing.person.full_name,
            "intro": "What the policy asks to have seen before the year begins. The record keeps that it was seen, "
            "not the document.",
            "cancel_url": self.next_page(),
            "crumbs": [*self.crumbs, (TITLE, "")],
        }

    def act(self, form: DocumentsForm) -> Enrolment:
        codes = form.cleaned_data["documents"]
        return note_documents(enrolment=self.thing, codes=codes, by=self.actor, at=self.now)

    def next_page(self, made: Model | None = None) -> str:
        return self.thing.get_absolute_url()
