"""What was handed in, on paper: ordering an edition, fetching it, and looking at it on screen first."""

from dataclasses import replace
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.engines.documents.declarations import Asked
from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.engines.documents.services.documents import order
from academy.engines.jobs.models import Job
from portfolios.choices.editions import PaperEdition
from portfolios.documents import KINDS, SEE
from portfolios.forms.editions import EditionForm
from portfolios.models import Snapshot
from portfolios.selectors.editions import PortfolioOnPaper


class Editions(FormPage):
    """The editions of one snapshot: what the actor had made of it, and a form for another."""

    permission = SEE
    section = "portfolio"
    template_name = "portfolios/editions.html"
    form_class = EditionForm
    thing: Snapshot

    def load(self) -> Snapshot:
        return snapshot_seen(self)

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        names = [kind.name for kind in KINDS.values()]
        portfolio = self.thing.portfolio
        version = f"Version {self.thing.number}"
        return {
            "title": "Portfolio as a PDF",
            "caption": f"{portfolio.title}, {version.lower()}",
            "snapshot": self.thing,
            "is_own": portfolio.person_id == self.actor.person_id,
            "made": documents_of(self.actor, names, self.thing.pk),
            "under_way": documents_of_under_way(self.actor, names, self.thing.pk),
            "crumbs": [(version, self.thing.get_absolute_url()), ("PDF", "")],
        }

    def act(self, form: EditionForm) -> Job:
        kind = KINDS[PaperEdition(form.cleaned_data["edition"])]
        return order(kind=kind, by=self.actor, at=self.now, choices={}, subject=self.thing)


class PreviewEdition(Door):
    """An edition on screen, by the template it is printed from. Nothing is made or kept."""

    permission = SEE
    http_method_names = ["get"]
    thing: Snapshot

    def load(self) -> Snapshot:
        return snapshot_seen(self)

    def person_read(self) -> int:
        return self.thing.person_id

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = request.GET.get("edition", PaperEdition.FULL)
        if chosen not in PaperEdition.values:
            raise Http404
        kind = KINDS[PaperEdition(chosen)]
        asked = Asked(person_id=self.thing.person_id, by=self.actor, at=self.now, subject_id=self.thing.pk)
        content = replace(cast(PortfolioOnPaper, kind.build(asked)), on_screen=True, foot="")
        return render(request, kind.template, {"document": content})


def snapshot_seen(door: Door) -> Snapshot:
    """The snapshot of the address, if the actor may read it."""
    visible = Snapshot.objects.visible_to(door.actor).select_related("portfolio")
    found: Snapshot = door.find(visible, pk=door.kwargs["pk"])
    return found
