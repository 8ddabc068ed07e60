"""All second jobs of an organisation, for human resources."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from academy.engines.access.views import Page
from academy.people.forms.second_jobs import StateForm
from academy.people.selectors.second_jobs import listed
from academy.people.views.keeping.base import InOrganisation, settings_crumbs

PER_PAGE = 25


class SecondJobs(InOrganisation, Page):
    """What was declared, who permits it, how it stands and when it is to be declared anew."""

    permission = "people.second_job.list"
    template_name = "people/second_jobs/list.html"

    def read(self) -> dict[str, Any]:
        form = StateForm(self.request.GET)
        found = listed(self.actor, state=form.state)
        return {
            "title": "Second jobs",
            "caption": self.organisation.name,
            "form": form,
            "page": Paginator(found, PER_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": settings_crumbs(("People", reverse("settings:people")), ("Second jobs", "")),
        }
