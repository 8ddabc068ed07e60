"""What the pages of one such piece have in common."""

from typing import Any, ClassVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from academy.engines.access.form_pages import FormPage
from portfolios.choices.evidence import EvidenceState
from portfolios.models import Evidence
from portfolios.rules.pieces import PIECES
from portfolios.selectors.pieces import pieces_of
from portfolios.views.evidence import EvidenceDoor


class PieceDoor(EvidenceDoor):
    """A view of one piece of the kinds somebody verifies; other kinds have pages of their own."""

    def load(self) -> Evidence:
        found = super().load()
        if found.kind not in PIECES:
            raise Http404
        return found


class PiecePage(PieceDoor, FormPage):
    """A form about a piece; in another state than the form is for, its page leads to the piece."""

    states: ClassVar[tuple[str, ...]] = ()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.state not in self.states:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    @property
    def called(self) -> str:
        """What the page is called; of some it depends on the kind."""
        return self.title

    def read(self) -> dict[str, Any]:
        return {
            **super().read(),
            "title": self.called,
            "caption": self.thing.title,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.called, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class OwnPage(PiecePage):
    """A form of the practitioner's about her own piece, before it is asked for."""

    permission = "portfolios.evidence.change"
    states: ClassVar[tuple[str, ...]] = (EvidenceState.DRAFT,)


class SecondsPage(PiecePage):
    """A form of the second person's; the piece stands above it."""

    permission = "portfolios.evidence.answer"
    states: ClassVar[tuple[str, ...]] = (EvidenceState.ASKED,)
    template_name = "portfolios/evidence/answer.html"

    def person_read(self) -> int:
        return self.thing.person_id

    def read(self) -> dict[str, Any]:
        said = {"piece": pieces_of([self.thing])[self.thing.pk], "evidence": self.thing}
        return {**super().read(), **said, "caption": f"{self.thing.person.full_name}: {self.thing.title}"}
