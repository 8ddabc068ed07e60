"""My year: one's own entries by stretch, the rhythm and the balance; and what colleagues share."""

from typing import Any

from django.core.paginator import Paginator

from academy.development.forms.filters import EntryFilters
from academy.development.selectors.entries import (
    ON_A_PAGE,
    by_stretch,
    own_drafts,
    own_entries,
    rows,
    withdrawn_count,
)
from academy.development.selectors.policies import policy_for
from academy.development.selectors.renewals import requirements_of
from academy.development.selectors.shared import shared_with
from academy.development.selectors.standards import statements_used_by
from academy.development.selectors.unsaved import unsaved_words
from academy.development.selectors.year import year_at_a_glance
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page


class MyYear(Page):
    """One's own entries, newest first, drafts and unsaved words before all."""

    permission = "development.year.see"
    section = "year"
    template_name = "development/year.html"

    def read(self) -> dict[str, Any]:
        policy = policy_for(self.actor.organisation_id, self.actor.on)
        filters = EntryFilters(self.request.GET, statements=statements_used_by(self.actor))
        wanted = filters.wanted
        page = Paginator(own_entries(self.actor, wanted), ON_A_PAGE).get_page(self.request.GET.get("page"))
        is_first = page.number == 1 and not wanted.state
        drafts = list(own_drafts(self.actor, wanted)) if is_first else []
        listed = rows([*drafts, *page.object_list])
        year = year_at_a_glance(self.actor, policy=policy)
        return {
            "title": "My year",
            "year": year,
            "requirements": requirements_of(self.actor),
            "sees_season": allows("development.season.see", self.actor),
            "filters": filters,
            "wanted": wanted,
            "page": page,
            "groups": list(by_stretch(listed[len(drafts) :], rhythm=policy.rhythm)),
            "drafts": listed[: len(drafts)],
            "unsaved": unsaved_words(self.actor) if is_first and wanted.is_everything else [],
            "withdrawn": withdrawn_count(self.actor),
            "present_is_empty": wanted.is_everything and page.number == 1 and not year.counts[-1],
        }


class SharedWithMe(Page):
    """Entries colleagues share with the actor, those to be talked about first."""

    permission = "development.year.see"
    section = "year"
    template_name = "development/shared.html"

    def read(self) -> dict[str, Any]:
        shared = shared_with(self.actor)
        return {
            "title": "Shared with me",
            "crumbs": [("My year", "/cpd/"), ("Shared with me", "")],
            "waiting": [each for each in shared if each.is_waiting],
            "talked": [each for each in shared if not each.is_waiting],
        }
