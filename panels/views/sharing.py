"""The cases of a sitting are shared out among reviewers: proposed, changed by hand, all asked at once."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page as Some
from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.people.rules.spans import in_words
from academy.ui.wording import counted
from panels.forms.assigning import ShareForm
from panels.selectors.sharing import Row, Sharing, sharing_of
from panels.services.assigning import Shared, share_out
from panels.views.doors import PANELS, MeetingDoor

ON_A_PAGE = 25
# Somebody is told for each, which takes a while: no more at once than a page can wait for.
MOST_AT_ONCE = 150
TITLE = "Share the cases out"


class SharingDoor(MeetingDoor):
    """A view of who reviews the cases of a sitting."""

    permission = "panels.assignment.share_out"

    @cached_property
    def sharing(self) -> Sharing:
        return sharing_of(self.thing, self.actor)

    def say(self, shared: Shared) -> None:
        """What came of it: how many were asked, and who could not be, each with why."""
        if shared.given:
            messages.success(self.request, f"{counted(len(shared.given), 'reviewer')} asked.")
        called = {row.case.pk: row.called for row in self.sharing.rows}
        for case_id, _, reason in shared.refused:
            messages.warning(self.request, f"{called[case_id]}: {reason}")

    def here(self) -> str:
        return reverse("panels:share-out", args=[self.thing.pk])


class ShareOut(SharingDoor, FormPage):
    """Cases beside their proposed reviewers. What is changed by hand is asked as it was chosen."""

    template_name = "panels/assigning/share_out.html"
    form_class = ShareForm
    title = TITLE

    @cached_property
    def page(self) -> "Some[Row]":
        return Paginator(self.sharing.rows, ON_A_PAGE).get_page(self.request.GET.get("page"))

    def form_arguments(self) -> dict[str, Any]:
        return {"rows": list(self.page.object_list)}

    def read(self) -> dict[str, Any]:
        sitting = f"{self.thing.sitting.get_purpose_display()} of {in_words(self.thing.sitting.on)}"
        crumbs: Iterable[tuple[str, str]] = [(PANELS, reverse("panels:home")), (TITLE, "")]
        return {
            "caption": f"{self.thing.panel} · {sitting}",
            "crumbs": crumbs,
            "meeting": self.thing,
            "sharing": self.sharing,
            "page": self.page,
        }

    def act(self, form: ShareForm) -> Model | None:
        self.say(share_out(pairs=form.pairs, by=self.actor, at=self.now))
        return None

    def next_page(self, made: Model | None) -> str:
        return self.here()


class ShareOutAll(SharingDoor, Act):
    """Everybody is asked who is proposed, for all cases of the sitting; of very many so many at a time."""

    def act(self) -> Model | None:
        pairs = self.sharing.pairs
        self.say(share_out(pairs=pairs[:MOST_AT_ONCE], by=self.actor, at=self.now))
        if left := len(pairs[MOST_AT_ONCE:]):
            places = counted(left, "place")
            messages.warning(self.request, f"Too many to ask all at once: {places} left. Ask everybody once more.")
        return None

    def next_page(self) -> str:
        return self.here()
