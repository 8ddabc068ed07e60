"""What a manager opens: her people in rows, each with what the apps tell of her, and what waits for the manager."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from academy.desk.forms.team import TeamFilters
from academy.desk.selectors.team import headings, rows_of, team_of
from academy.engines.access.views import Page

ON_A_PAGE = 25


class Team(Page):
    """Everybody she manages or stands in to manage.

    Reading it is not written to the audit: it is a list of many people that opens nobody's record, like the renewal
    season; each page a cell leads to writes its own reads.
    """

    permission = "desk.team.see"
    section = "team"
    template_name = "desk/team.html"

    @cached_property
    def filters(self) -> TeamFilters:
        return TeamFilters(self.request.GET)

    def read(self) -> dict[str, Any]:
        people = team_of(self.actor, name=self.filters.chosen.get("q", ""))
        page = Paginator(people, ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "My team",
            "filters": self.filters,
            "page": page,
            "number": len(self.actor.manages),
            "columns": headings(),
            "rows": rows_of(list(page.object_list), self.actor),
        }
