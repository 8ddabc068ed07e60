"""A year on paper: ordering it, and what was made before."""

from typing import Any

from academy.engines.access.form_pages import FormPage
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from asye.documents import KINDS
from asye.forms.papers import PaperForm
from asye.selectors.papers import papers_of
from asye.views.doors import YearDoor


class Papers(YearDoor, FormPage):
    """What the actor had made of the year, and a form for another."""

    template_name = "asye/papers.html"
    form_class = PaperForm

    def form_arguments(self) -> dict[str, Any]:
        return {"offered": papers_of(self.thing, self.actor)}

    def read(self) -> dict[str, Any]:
        names = [kind.name for kind in KINDS.values()]
        return {
            **self.of_year(),
            "title": "The year as a PDF",
            "caption": self.thing.person.full_name,
            "made": documents_of(self.actor, names, self.thing.pk),
            "under_way": documents_of_under_way(self.actor, names, self.thing.pk),
            "crumbs": [*self.crumbs, ("PDF", "")],
        }

    def act(self, form: PaperForm) -> Job:
        paper, choices = form.chosen
        return order(kind=KINDS[paper], by=self.actor, at=self.now, choices=choices, subject=self.thing)
