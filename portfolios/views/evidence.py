"""The list of one's evidence, what can be begun, and the page of a piece, whatever its kind."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from academy.development.selectors.entries import Wanted as WantedEntries
from academy.development.selectors.entries import own_entries
from academy.engines.access.views import Door, Page
from portfolios.forms.evidence import EvidenceFilters
from portfolios.models import Evidence
from portfolios.selectors.acts import acts_of
from portfolios.selectors.beginnings import BEGINNINGS
from portfolios.selectors.evidence import (
    ON_A_PAGE,
    had_part_in,
    own_evidence,
    readers_of,
    statements_of,
    used_in,
    waiting_for,
)
from portfolios.selectors.pieces import pieces_of
from portfolios.selectors.turns import row_of, rows_of

MY_EVIDENCE = ("My evidence", "/portfolio/evidence/")
WAY = [("Portfolio", "/portfolio/"), MY_EVIDENCE]
MOST_WRITING = 5


class EvidenceList(Page):
    """One's own pieces by kind and state with the ball, what waits for one, and one's own writing beside."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"
    template_name = "portfolios/evidence/list.html"

    def read(self) -> dict[str, Any]:
        filters = EvidenceFilters(self.request.GET, statements=statements_of(self.actor))
        wanted = filters.wanted
        page = Paginator(own_evidence(self.actor, wanted), ON_A_PAGE).get_page(self.request.GET.get("page"))
        waiting = waiting_for(self.actor) if page.number == 1 and wanted.is_everything else []
        return {
            "title": "My evidence",
            "intro": "Gathered once, used in every portfolio that needs it.",
            "filters": filters,
            "wanted": wanted,
            "page": page,
            "rows": rows_of(page.object_list),
            "waiting": rows_of(waiting),
            "crumbs": [WAY[0], ("My evidence", "")],
            "writing": own_entries(self.actor, WantedEntries())[:MOST_WRITING],
        }


class BeginEvidence(Page):
    """What can be begun, each with what it asks of her and of the second person."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"
    template_name = "portfolios/evidence/begin.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Add evidence",
            "intro": "Choose what it is. You can leave everything half-way and come back.",
            "beginnings": BEGINNINGS,
            "crumbs": [*WAY, ("Add evidence", "")],
        }


class HadPartIn(Page):
    """Pieces of others in which one said one's part."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"
    template_name = "portfolios/evidence/had_part_in.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(had_part_in(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "What I saw, graded or verified",
            "page": page,
            "rows": rows_of(page.object_list),
            "crumbs": [*WAY, ("What I saw, graded or verified", "")],
        }


class EvidenceDoor(Door):
    """A view of one piece, found through what the actor may know of."""

    section = "portfolio"
    thing: Evidence

    def load(self) -> Evidence:
        visible = Evidence.objects.visible_to(self.actor).select_related("person", "organisation", "signer").distinct()
        found: Evidence = self.find(visible, pk=self.kwargs["pk"])
        return found

    @cached_property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        """The way to the piece; its own step last."""
        return [*WAY, (self.thing.title, self.thing.get_absolute_url())]


class ReadEvidence(EvidenceDoor, Page):
    """A piece with everything said in it, whose turn it is, what can be done, where it is used and who read it."""

    permission = "portfolios.evidence.see"
    template_name = "portfolios/evidence/piece.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        evidence, own = self.thing, self.is_own
        return {
            "title": evidence.title,
            "caption": evidence.kind_words if own else f"{evidence.kind_words}: {evidence.person.full_name}",
            "evidence": evidence,
            "row": row_of(evidence),
            "piece": pieces_of([evidence])[evidence.pk],
            "acts": acts_of(evidence, self.actor),
            "is_own": own,
            "used": used_in(evidence) if own else [],
            "readers": readers_of(evidence) if own else [],
            "crumbs": [*WAY, (evidence.title, "")],
        }
