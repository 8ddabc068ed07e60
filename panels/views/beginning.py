"""Beginning a case: for the step of one's journey, or for an open vacancy."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.people.models import Vacancy
from academy.people.selectors.vacancies import vacancies_for
from panels.forms.cases import ApplyForm, SittingForm
from panels.models import Case, Meeting
from panels.selectors.beginnings import (
    Beginning,
    earlier_of,
    eligibility_of,
    open_meetings,
    post_beginning,
    step_beginning,
)
from panels.selectors.portfolios import opened_along
from panels.services.cases import begin_post, begin_step
from panels.views.cases import OwnDoor
from pathways.selectors.journeys import journeys_seen

NOT_NOW = "This needs no panel from where you stand now. Look on your ladder how the step is made."


class BeginPage(OwnDoor, FormPage):
    """Everything known is read back; what is asked is what nobody can know."""

    template_name = "panels/cases/begin.html"
    title = "Begin a case"
    done_message = "Begun. Its page says what is missing, and by when."

    @cached_property
    def found(self) -> Beginning | None:
        raise NotImplementedError

    def read(self) -> dict[str, Any]:
        found = self.found
        is_new = found is not None and found.live is None
        step = (found.organisation_id, found.code) if found is not None else (0, "")
        return {
            "found": found,
            "stops": "" if found is not None else NOT_NOW,
            "is_new": is_new,
            "why": eligibility_of(found, on=self.today) if found is not None and is_new else None,
            "earlier": earlier_of(self.actor.person_id, *step),
            "cancel_url": reverse("panels:cases"),
            "crumbs": [*self.crumbs, (self.title, "")],
        }


class BeginStep(BeginPage):
    """For the step of one's own journey, towards a sitting. Others' journeys are not found."""

    form_class = SittingForm

    def load(self) -> Any:
        here = {"person_id": self.actor.person_id, "organisation_id": self.actor.organisation_id}
        return self.find(journeys_seen(self.actor).filter(**here), pk=self.kwargs["pk"])

    @cached_property
    def found(self) -> Beginning | None:
        return step_beginning(self.thing, self.actor)

    @cached_property
    def meetings(self) -> list[Meeting]:
        found = self.found
        return open_meetings(found.organisation_id, found.purpose, on=self.today) if found is not None else []

    def form_arguments(self) -> dict[str, Any]:
        return {"meetings": self.meetings, "usual": self.thing.sitting_id}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "has_no_sitting": not self.meetings, "portfolio": opened_along(self.thing)}

    def act(self, form: SittingForm) -> Case:
        return begin_step(journey=self.thing, meeting=form.meeting, by=self.actor, at=self.now)


class BeginPost(BeginPage):
    """For an open vacancy; what it is about is whoever begins."""

    form_class = ApplyForm
    vacancy: Vacancy

    def load(self) -> Any:
        self.vacancy = self.find(vacancies_for(self.actor), pk=self.kwargs["pk"])
        return super().load()

    @cached_property
    def found(self) -> Beginning | None:
        return post_beginning(self.vacancy, self.actor)

    def act(self, form: ApplyForm) -> Case:
        return begin_post(vacancy=self.vacancy, by=self.actor, at=self.now)
