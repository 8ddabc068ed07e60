"""From eligible to a post: the list of who recruits, inviting, appointing, and saying kindly that not."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from academy.people.models import Vacancy
from panels.forms.appointments import AppointForm, EndForm, InviteForm, TurnDownForm
from panels.models import Appointment, Case
from panels.selectors.appointments import BESIDE, recruiting_of, vacancies_to_fill
from panels.services.appointing import DECIDE, follow
from panels.services.recruiting import appoint, end, invite, turn_down
from panels.views.case_forms import CaseForm
from panels.views.doors import PANELS, CaseDoor

TITLE = "Eligible for appointment"


class Eligible(Page):
    """Who is eligible, invited, or without a post so far."""

    permission = "panels.appointment.follow"
    section = "panels"
    template_name = "panels/appointments/eligible.html"

    def read(self) -> dict[str, Any]:
        crumbs = [(PANELS, reverse("panels:home")), (TITLE, "")]
        return {"title": TITLE, "recruiting": recruiting_of(self.actor), "crumbs": crumbs}


class AppointmentForm(CaseForm):
    """A form about one appointment, found through what the actor may know of."""

    permission = DECIDE
    thing: Any

    def load(self) -> Any:
        beside = (*BESIDE, "case__organisation", "case__policy", "case__sitting", "case__panel")
        visible = Appointment.objects.visible_to(self.actor).select_related(*beside)
        return self.find(visible, pk=self.kwargs["pk"])

    @property
    def case(self) -> Case:
        found: Case = self.thing.case
        return found


class VacancyForm(AppointmentForm):
    """A form that says for which vacancy."""

    @cached_property
    def vacancies(self) -> list[Vacancy]:
        return vacancies_to_fill(self.case)

    def form_arguments(self) -> dict[str, Any]:
        return {**super().form_arguments(), "vacancies": self.vacancies, "usual": self.thing.vacancy_id}


class Invite(VacancyForm):
    """To an interview, or to another day."""

    form_class = InviteForm
    title = "Invite to an interview"
    intro = "She is told when and where. Invite her again to name another day."
    done_message = "Invited. She is told."

    def act(self, form: InviteForm) -> Appointment:
        said = {"vacancy": form.post, "interview_at": form.interview_at, "place": form.cleaned_data["place"]}
        return invite(appointment=self.thing, **said, by=self.actor, at=self.now)


class Appoint(GuardedPage, VacancyForm):
    """To a post, from a day."""

    form_class = AppointForm
    title = "Appoint"
    intro = (
        "Her grade changes to that of the post on its first day, and she is told. Her team and her role are entered by "
        "human resources, who are told too; somebody from outside becomes staff that way."
    )
    done_message = "Appointed. She and human resources are told."

    def act(self, form: AppointForm) -> Appointment:
        said = {"vacancy": form.post, "from_on": form.cleaned_data["from_on"], "words": form.cleaned_data["words"]}
        return appoint(appointment=self.thing, **said, by=self.actor, at=self.now)


class TurnDown(GuardedPage, AppointmentForm):
    """Not appointed after the interview."""

    form_class = TurnDownForm
    title = "Not appointed this time"
    intro = "She is told that there is an answer, and reads your words on her page. Another vacancy may follow."
    done_message = "Recorded. She is told."

    def act(self, form: TurnDownForm) -> Appointment:
        return turn_down(appointment=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)


class End(GuardedPage, AppointmentForm):
    """Without a post: the vacancy was taken back, or she does not want it."""

    form_class = EndForm
    title = "End without a post"
    intro = "For a vacancy that was taken back, or that she does not want. She reads your words; another may follow."
    done_message = "Ended. She is told."

    def act(self, form: EndForm) -> Appointment:
        return end(appointment=self.thing, words=form.cleaned_data["words"], by=self.actor, at=self.now)


class Follow(CaseDoor, Act):
    """Another vacancy may follow."""

    permission = DECIDE
    done_message = "She is eligible for another vacancy. Invite her to the interview."

    def act(self) -> Model:
        return follow(case=self.case, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.case.get_absolute_url()
