"""What was changed about a place, by whom and when; never a value."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse

from academy.engines.access.views import Page
from academy.engines.audit.models import Event
from academy.people.selectors.changes import in_words
from academy.people.views.keeping.base import InOrganisation, settings_crumbs

CHANGES = "What was changed"
PER_PAGE = 50


class ChangesPage(InOrganisation, Page):
    """The acts on one place, newest first; `crumb` names the list it stands in, with its address."""

    permission = "people.organisation.keep"
    template_name = "people/keeping/changes.html"
    crumb: tuple[str, str]

    def changes(self) -> QuerySet[Event]:
        raise NotImplementedError

    def read(self) -> dict[str, Any]:
        page = Paginator(self.changes(), PER_PAGE).get_page(self.request.GET.get("page"))
        words, address = self.crumb
        return {
            "title": CHANGES,
            "caption": str(self.thing),
            "page": page,
            "changes": in_words(page.object_list),
            "crumbs": settings_crumbs((words, reverse(address)), (CHANGES, "")),
        }
