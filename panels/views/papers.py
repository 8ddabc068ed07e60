"""What was handed in with a case as a PDF, for whoever may read it, without names where the table hides hers."""

from typing import Any

from django.db.models import Model

from academy.engines.access.form_pages import FormPage
from academy.engines.documents.declarations import DocumentKind
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from panels.documents import HANDED_IN
from panels.forms.judging import PaperForm
from panels.selectors.handed_in_papers import READ, is_nameless_for
from panels.selectors.wording import about
from panels.views.doors import CaseDoor


class HandedInPaper(CaseDoor, FormPage):
    """The PDFs the actor had made of what was handed in, and a button for another."""

    permission = READ
    template_name = "panels/judging/paper.html"
    form_class = PaperForm
    title = "What was handed in, as a PDF"

    @property
    def kind(self) -> DocumentKind:
        return HANDED_IN[is_nameless_for(self.sees)]

    def read(self) -> dict[str, Any]:
        return {
            **self.of_case(),
            "caption": f"{self.called}: {about(self.case)}",
            "is_nameless": is_nameless_for(self.sees),
            "made": documents_of(self.actor, [self.kind.name], self.case.pk),
            "under_way": documents_of_under_way(self.actor, [self.kind.name], self.case.pk),
            "cancel_url": self.case.get_absolute_url(),
            "crumbs": [*self.crumbs, ("PDF", "")],
        }

    def act(self, form: PaperForm) -> Model:
        job: Job = order(kind=self.kind, by=self.actor, at=self.now, choices={}, subject=self.case)
        return job
