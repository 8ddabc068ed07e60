"""Reports that compare how groups of people fared, small numbers hidden: one is chosen, and read or had as a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from academy.engines.access.views import Door
from academy.engines.audit.commands import record_read
from academy.engines.imports.downloads import table
from academy.identity.models import Organisation
from academy.people.rules.compared_lines import HEADINGS, lines_of


class ComparedDoor(Door):
    """What is asked for. Reading a report is written to the audit, as one about nobody in particular. `choices` is the
    form of the reports there are, `file` what a table of them is called."""

    choices: type[Any]
    file: str

    def views(self) -> list[Any]:
        """The reports there are for the actor, the latest first."""
        raise NotImplementedError

    def made(self, view: Any) -> Any:
        """The report of one of them: its `view` and what is `told`."""
        raise NotImplementedError

    @cached_property
    def choice(self) -> Any:
        return self.choices(self.request.GET, found=self.views())

    @cached_property
    def report(self) -> Any:
        """The report that was chosen; None where there is nothing to compare here yet."""
        if self.choice.wanted is None:
            return None
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        record_read(here, about=None, by=self.actor, at=self.now)
        return self.made(self.choice.wanted)


class ComparedTable(ComparedDoor):
    """The report that was chosen as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = f"{self.file}-{self.report.view.code}.csv" if self.report else f"{self.file}.csv"
        return table(name, HEADINGS, lines_of(self.report.told) if self.report else [])
