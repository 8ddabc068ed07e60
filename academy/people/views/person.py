"""A person's page: what she does today, and how it came about."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.audit.selectors.events import reads_of
from academy.identity.models import Person
from academy.people.selectors.keeping import kept_people
from academy.people.selectors.people import visible_to
from academy.people.selectors.record import record_of
from academy.people.selectors.sight import Sight
from academy.ui.navigation import PERSON

READS_PER_PAGE = 50


class PersonPage(Page):
    """Somebody's record, as far as the reader may see it. Reading another's is noted for her."""

    permission = "people.person.see"
    section = "people"
    template_name = "people/person.html"
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return person

    def person_read(self) -> int | None:
        return self.thing.pk

    def read(self) -> dict[str, Any]:
        sight = Sight(
            record=self._may("people.record.see"),
            absences=self._may("people.absence.see"),
            pay=self._may("people.pay.see"),
        )
        is_own = self.thing.pk == self.actor.person_id
        return {
            "title": self.thing.full_name,
            "record": record_of(self.thing, self.actor, sight),
            "sight": sight,
            "is_own": is_own,
            "can_keep": self._keeps(),
            "can_invite": not is_own and self._may("people.invitation.send") and not self._has_account(),
            "places": PERSON.places(actor=self.actor, person=self.thing),
            "crumbs": [("People", reverse("people:directory")), (self.thing.full_name, "")],
        }

    def _may(self, code: str) -> bool:
        return allows(code, self.actor, self.thing)

    def _keeps(self) -> bool:
        """Does the actor keep her where she acts now? Asked of the database for keepers only."""
        return allows("people.people.keep", self.actor) and kept_people(self.actor).filter(pk=self.thing.pk).exists()

    def _has_account(self) -> bool:
        return hasattr(self.thing, "user")


class OwnRecord(PersonPage):
    """One's own record; an account without a person has none."""

    def load(self) -> Person:
        if self.actor.person_id is None:
            raise Http404
        person: Person = self.find(visible_to(self.actor), pk=self.actor.person_id)
        return person


class Reads(Page):
    """Who has read one's own record, newest first."""

    permission = "people.account.keep"
    section = "reads"
    template_name = "people/reads.html"

    def read(self) -> dict[str, Any]:
        if self.actor.person_id is None:
            raise Http404
        page = Paginator(reads_of(self.actor.person_id), READS_PER_PAGE).get_page(self.request.GET.get("page"))
        return {"title": "Who has read my record", "page": page}
