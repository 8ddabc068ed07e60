"""All dates of a year with how each came about, and moving one."""

from typing import Any

from django.db.models import Model

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from asye.choices.enrolments import ENDED, UNDER_WAY
from asye.forms.changes import MoveForm
from asye.models import Milestone
from asye.selectors.dates import rows_of
from asye.services import milestones
from asye.views.doors import YearDoor


class Dates(YearDoor, Page):
    """Every date, its sentence, and where one may, how to move it."""

    template_name = "asye/dates/dates.html"

    def read(self) -> dict[str, Any]:
        year = self.thing
        return {
            **self.of_year(),
            "title": "All dates of the year",
            "caption": self.thing.person.full_name,
            "rows": rows_of(self.thing),
            "may_move": year.state not in ENDED and allows("asye.milestone.move", self.actor, year),
            "may_propose": year.state in UNDER_WAY and allows("asye.change.propose", self.actor, year),
            "crumbs": [*self.crumbs, ("All dates", "")],
        }


class MoveDate(GuardedPage, YearDoor):
    """One date moves to another day, with a reason."""

    permission = "asye.milestone.move"
    form_class = MoveForm
    done_message = "Moved. Everybody who has a part in the year is told."
    milestone: Milestone

    def load(self) -> Any:
        year = super().load()
        self.milestone = self.find(year.milestones.all(), code=self.kwargs["code"])
        return year

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"due_on": self.milestone.due_on}}

    def read(self) -> dict[str, Any]:
        row = next((row for row in rows_of(self.thing) if row.code == self.milestone.code), None)
        return {
            "title": f"Move a date: {self.milestone.title}",
            "caption": self.thing.person.full_name,
            "intro": row.because if row else "",
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.milestone.title, "")],
        }

    def act(self, form: MoveForm) -> Model:
        said = form.cleaned_data
        milestones.move(
            milestone=self.milestone, due_on=said["due_on"], because=said["because"], by=self.actor, at=self.now
        )
        return self.thing
