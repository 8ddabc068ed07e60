"""Finding colleagues."""

from typing import Any

from django.core.paginator import Paginator

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.people.forms.directory import DirectoryForm
from academy.people.selectors.directory import cards_of, people_wanted
from academy.people.selectors.places import places_of

PER_PAGE = 25


class Directory(Page):
    """The directory: searched and filtered by GET, 25 a page."""

    permission = "people.directory.see"
    section = "people"
    template_name = "people/directory.html"

    def read(self) -> dict[str, Any]:
        form = DirectoryForm(self.request.GET, places=places_of(self.actor))
        page = Paginator(people_wanted(self.actor, form.wanted), PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "People",
            "form": form,
            "page": page,
            "cards": cards_of(list(page.object_list), self.actor),
            "may_invite": allows("people.invitation.keep", self.actor),
        }
