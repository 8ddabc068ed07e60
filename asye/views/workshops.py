"""Planning workshops and groups with peers for a cohort, and inviting those who are behind."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.training.selectors.occasions import Occasion, courses_to_plan, occasion_to_book
from asye.forms.nudges import numbers
from asye.forms.workshops import InviteForm, SeriesChoice
from asye.selectors.invitations import invitations_of
from asye.selectors.nudges import Drafts
from asye.selectors.workshops import Standing, series_of, standing_of
from asye.services.nudges import send_invitations
from asye.views.cohort import ON_A_PAGE, RUN
from asye.views.doors import to_board

TITLE = "Workshops and groups"
GONE = "That event cannot be booked any more. Choose another one, or plan the next."


class Workshops(Page):
    """One series: by when there is to be one, which are planned and held, who came how often and who is behind."""

    permission = RUN
    section = "asye"
    template_name = "asye/cohort/workshops.html"

    @cached_property
    def choice(self) -> SeriesChoice:
        return SeriesChoice(self.request.GET, found=series_of(self.actor))

    def read(self) -> dict[str, Any]:
        wanted = self.choice.wanted
        said = {"title": TITLE, "crumbs": _crumbs(), "choice": self.choice}
        if wanted is None:
            return said
        standing = standing_of(wanted, self.actor)
        page = Paginator(standing.attendees, ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {**said, "standing": standing, "page": page, "to_plan": self._to_plan(standing)}

    def _to_plan(self, standing: Standing) -> list[tuple[str, str]]:
        """The courses of which the next one can be planned, each with the form it leads to, filled in as far as known.
        Empty for whoever does not plan events."""
        if not allows("training.event.keep", self.actor):
            return []
        known: dict[str, Any] = {
            "mainly_for": f"Newly qualified social workers, {standing.series.words}",
            "capacity": len(standing.attendees),
        }
        form = reverse("training_settings:plan-event")
        courses = courses_to_plan(self.actor, courses=standing.series.group.courses)
        return [(each.title, f"{form}?{urlencode({'course': each.pk, **known})}") for each in courses]


class InviteToWorkshop(FormPage):
    """What will be sent to whom about an event that can be booked."""

    permission = RUN
    section = "asye"
    form_class = InviteForm
    template_name = "asye/cohort/nudges.html"
    title = "Invite those who are behind"

    @cached_property
    def event(self) -> Occasion | None:
        """Named in the address, or sent back with the form. One that cannot be booked is not there."""
        asked = numbers(self.request.POST.get("event", "") or self.request.GET.get("event", ""))
        return occasion_to_book(self.actor, asked[0]) if asked else None

    @cached_property
    def cases(self) -> list[int]:
        """Ticked on the list, or sent back with the form."""
        return numbers(self.request.POST.get("cases", "") or ",".join(self.request.GET.getlist("case")))

    @cached_property
    def drafts(self) -> Drafts:
        return invitations_of(self.cases, self.event, self.actor) if self.event else Drafts((), ())

    def form_arguments(self) -> dict[str, Any]:
        return {"cases": self.cases, "seen": self.drafts.sha256, "event": self.event.pk if self.event else 0}

    def read(self) -> dict[str, Any]:
        back = self.next_page(None)
        return {
            "intro": f"To “{self.event.name}”. Read it before you send it. Nobody gets two in a week."
            if self.event
            else GONE,
            "drafts": self.drafts,
            "cancel_url": back,
            "crumbs": [*_crumbs(back), ("Invite", "")],
        }

    def act(self, form: InviteForm) -> None:
        if self.event is None:
            raise Refused(GONE)
        said = {"seen": form.cleaned_data["seen"], "by": self.actor, "at": self.now}
        sent = send_invitations(cases=self.cases, event=self.event, **said)
        messages.success(self.request, f"{sent} {'invitation' if sent == 1 else 'invitations'} sent.")

    def next_page(self, made: Model | None) -> str:
        return reverse("asye:workshops")


def _crumbs(here: str = "") -> list[tuple[str, str]]:
    return [*to_board(), (TITLE, here)]
