"""The academy's pages about its programmes: the list, adding, changing, withdrawing and offering again."""

from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.selectors.keeping import colleagues_called
from academy.training.forms.ending import WithdrawForm
from academy.training.forms.programmes import AS_WRITTEN, ProgrammeForm
from academy.training.models import Course, Programme
from academy.training.selectors.kept_courses import course_called
from academy.training.selectors.programmes import (
    programme_choices,
    programmes_kept,
    programmes_to_read,
    titles_in_order,
)
from academy.training.services import programmes
from academy.training.views.keeping.base import KeepingForm, KeepsOffer


class KeepsProgrammes(KeepsOffer):
    listed = ("Programmes", "programmes")

    def find_colleagues(self, words: str) -> list[Person]:
        return colleagues_called(self.actor, words)

    def find_course(self, words: str) -> Course | None:
        """A course of the organisation whose programme it is, or of the one acted in, by title or code."""
        organisation_id = self.thing.organisation_id if isinstance(self.thing, Programme) else self.organisation.pk
        return course_called(organisation_id, words)


class Programmes(KeepsProgrammes, Page):
    """Programmes with how many courses they have."""

    template_name = "training/keeping/programmes.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.listed[0],
            "programmes": list(programmes_kept(self.actor)),
            "crumbs": self.crumbs(),
        }


class AddProgramme(KeepsProgrammes, KeepingForm):
    form_class = ProgrammeForm
    title = "Add a programme"
    done_message = "The programme is added."

    def form_arguments(self) -> dict[str, Any]:
        choices = programme_choices(self.organisation, on=self.today)
        return {"choices": choices, "find": self.find_colleagues, "find_course": self.find_course}

    def act(self, form: ProgrammeForm) -> Model:
        return programmes.add(
            organisation=self.organisation, said=form.said, parts=form.parts, by=self.actor, at=self.now
        )


class OneProgramme(KeepsProgrammes):
    """A page about one programme, found through what the actor may know of."""

    thing: Programme

    def load(self) -> Programme:
        programme: Programme = self.find(programmes_to_read(self.actor), pk=self.kwargs["pk"])
        return programme


class ChangeProgramme(OneProgramme, KeepingForm):
    form_class = ProgrammeForm
    title = "Change a programme"
    done_message = "The programme is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        programme = self.thing
        joined = {
            "courses": "\n".join(titles_in_order(programme)),
            "employers": [str(each.pk) for each in programme.employers.all()],
            "needs": [str(each.pk) for each in programme.needs.all()],
            "sponsor": programme.sponsor.full_name if programme.sponsor else "",
        }
        return {
            "choices": programme_choices(programme.organisation, on=self.today, programme=programme),
            "find": self.find_colleagues,
            "find_course": self.find_course,
            "initial": {**{name: getattr(programme, name) for name in AS_WRITTEN}, **joined},
        }

    def act(self, form: ProgrammeForm) -> Model:
        return programmes.change(programme=self.thing, said=form.said, parts=form.parts, by=self.actor, at=self.now)


class WithdrawProgramme(OneProgramme, KeepingForm):
    form_class = WithdrawForm
    title = "Withdraw a programme"
    intro = "Its courses stay in the catalogue; they are no longer shown together."
    done_message = "The programme is withdrawn."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: WithdrawForm) -> Model:
        return programmes.withdraw(programme=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class OfferProgrammeAgain(OneProgramme, Act):
    done_message = "The programme is offered again."

    def act(self) -> Model:
        return programmes.offer_again(programme=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.back
