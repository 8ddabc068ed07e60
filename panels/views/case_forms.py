"""Forms about a case."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from panels.models import Case
from panels.views.doors import CaseDoor


class CaseForm(CaseDoor, FormPage):
    """A form about a case; afterwards the case, or where panels are opened if she does not see the case any more."""

    def read(self) -> dict[str, Any]:
        return {
            **self.of_case(),
            "cancel_url": self.case.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        still = Case.objects.visible_to(self.actor).filter(pk=self.case.pk).exists()
        return self.case.get_absolute_url() if still else reverse("panels:home")
