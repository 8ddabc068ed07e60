"""All dates of a year with how each came about, those to come for another calendar, and moving one."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.guard.pages import GuardedPage
from asye.choices.enrolments import ENDED, UNDER_WAY
from asye.forms.changes import MoveForm
from asye.models import Milestone
from asye.selectors.dates import rows_of
from asye.selectors.days_ahead import dates_of
from asye.services import milestones
from asye.views.doors import YearDoor
from pathways.rules.calendar import CalendarDate, dates_file


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


class DatesFile(YearDoor):
    """What of the year is still to come, as a file for a calendar elsewhere; hers without a name in it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        whose = "ASYE" if self.is_own else f"ASYE, {self.thing.person.full_name}"
        host = urlsplit(settings.PORTAL_ADDRESS).hostname
        dates = (
            CalendarDate(
                uid=f"asye-{self.thing.pk}-{each.code}@{host}", title=f"{whose}: {each.called}", on=each.due_on
            )
            for each in dates_of(self.thing, on=self.today)
        )
        url = f"{settings.PORTAL_ADDRESS}{self.thing.get_absolute_url()}"
        text = dates_file(dates, url=url, at=self.now, of="ASYE")
        response = HttpResponse(text, content_type="text/calendar; method=PUBLISH; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="asye-dates.ics"'
        return response


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
            "title": f"Move a date: {self.milestone.called}",
            "caption": self.thing.person.full_name,
            "intro": row.because if row else "",
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.milestone.called, "")],
        }

    def act(self, form: MoveForm) -> Model:
        said = form.cleaned_data
        milestones.move(
            milestone=self.milestone, due_on=said["due_on"], because=said["because"], by=self.actor, at=self.now
        )
        return self.thing
