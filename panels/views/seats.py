"""Seats on a panel: given, changed, ended."""

from typing import Any

from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague
from academy.engines.access.form_pages import FormPage
from academy.ui.forms.people import PersonSearch
from panels.forms.panels import EndForm, GiveSeatForm, SeatForm
from panels.models import Member, Panel
from panels.rules.seats import term_until
from panels.selectors.seating import pathways_of, term_years, to_seat
from panels.services.members import change, end, give
from panels.services.panels import KEEP
from panels.views.panels import PanelForm


class GiveSeat(PanelForm):
    """Who, as what, for how long; the term of the policy is filled in."""

    template_name = "development/choose_colleague.html"
    form_class = GiveSeatForm
    title = "Give somebody a seat"
    done_message = "Given. She is told."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return to_seat(self.thing, self.asked, near=self.actor.person_id, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        until = term_until(self.today, years=term_years(self.thing, on=self.today))
        return {
            "colleagues": self.colleagues,
            "pathways": pathways_of(self.thing, on=self.today),
            "initial": {"seat": "member", "from_on": self.today, "until_on": until},
        }

    def read(self) -> dict[str, Any]:
        about = "Somebody of your organisation, or a guest from another council who was added as a guest."
        return {**super().read(), "asked": self.asked, "colleagues": self.colleagues, "about": about}

    def act(self, form: GiveSeatForm) -> Member:
        said = form.said(form.cleaned_data["seat"])
        return give(panel=self.thing, person=form.chosen_person, said=said, by=self.actor, at=self.now)


class SeatPage(PanelForm, FormPage):
    """A form about one seat, found through what the actor may know of; afterwards the panel."""

    member: Member

    def load(self) -> Panel:
        visible = Member.objects.visible_to(self.actor).select_related("panel__organisation", "person")
        self.member = self.find(visible, pk=self.kwargs["pk"])
        panel: Panel = self.member.panel
        return panel

    def read(self) -> dict[str, Any]:
        who = f"{self.member.person.full_name}, {self.member.get_seat_display().lower()} of {self.thing.title}"
        return {**super().read(), "caption": who}


class ChangeSeat(SeatPage):
    form_class = SeatForm
    title = "Change this seat"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        names = ("sort", "is_deputy", "service", "expertise", "from_on", "until_on")
        return {
            "pathways": pathways_of(self.thing, on=self.today),
            "initial": {name: getattr(self.member, name) for name in names},
        }

    def act(self, form: SeatForm) -> Member:
        return change(member=self.member, said=form.said(self.member.seat), by=self.actor, at=self.now)


class EndSeat(SeatPage):
    form_class = EndForm
    title = "End this seat"
    intro = "She is told. Cases of the panel are no longer shown to her after that day."
    done_message = "The seat ends on that day."
    permission = KEEP

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"until_on": self.today}}

    def act(self, form: EndForm) -> Member:
        return end(member=self.member, until_on=form.cleaned_data["until_on"], by=self.actor, at=self.now)
