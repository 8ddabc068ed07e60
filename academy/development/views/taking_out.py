"""Taking one's own record out, at any time: also without a post, as long as somebody can sign in."""

from collections.abc import Iterator
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from academy.development.documents import CPD_RECORD
from academy.development.forms.taking_out import PeriodForm
from academy.development.rules.records import csv_lines, json_parts
from academy.development.selectors.exports import Exported, exported_entries
from academy.development.selectors.record import recorded_parts
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.engines.documents.declarations import Asked
from academy.engines.documents.selectors.documents import documents_about, documents_under_way
from academy.engines.documents.services.documents import order_parts
from academy.engines.jobs.models import Job

PERMISSION = "development.record.take"


class TakeOut(FormPage):
    """The ways to take one's record out, and the documents made of it."""

    permission = PERMISSION
    section = "take-out"
    template_name = "development/take_out.html"
    form_class = PeriodForm
    title = "Take my record with me"

    def read(self) -> dict[str, Any]:
        return {
            "made": documents_about(self.actor, CPD_RECORD.name),
            "under_way": documents_under_way(self.actor),
            "crumbs": [("My year", "/cpd/"), (self.title, "")],
        }

    def act(self, form: PeriodForm) -> Job | None:
        """Order the document; a long record comes in several, and then the page lists them."""
        period = form.cleaned_data["period"]
        parts = recorded_parts(cast(int, self.actor.person_id), period=period, on=self.today)
        jobs = order_parts(kind=CPD_RECORD, parts=parts, by=self.actor, at=self.now, choices={"period": period})
        return jobs[0] if len(jobs) == 1 else None

    def next_page(self, made: Any) -> str:
        return made.get_absolute_url() if made else reverse("development:take-out")


class PreviewRecord(Door):
    """The document's first part on screen: the template it is printed from."""

    permission = PERMISSION
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PeriodForm(data=request.GET)
        if not form.is_valid():
            raise Http404
        person_id = cast(int, self.actor.person_id)
        choices = {"period": form.cleaned_data["period"]}
        content = CPD_RECORD.build(Asked(person_id=person_id, by=self.actor, at=self.now, choices=choices))
        return render(request, CPD_RECORD.template, {"document": content})


class RecordStream(Door):
    """One's own entries as a file to save, written as it is read."""

    permission = PERMISSION
    http_method_names = ["get"]
    content_type = ""
    ending = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = StreamingHttpResponse(self.written(), content_type=self.content_type)
        response["Content-Disposition"] = f'attachment; filename="cpd-record-{self.today}.{self.ending}"'
        response["Cache-Control"] = "private, no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def entries(self) -> Iterator[Exported]:
        return exported_entries(cast(int, self.actor.person_id))

    def written(self) -> Iterator[str]:
        raise NotImplementedError


class RecordCsv(RecordStream):
    content_type = "text/csv; charset=utf-8"
    ending = "csv"

    def written(self) -> Iterator[str]:
        return csv_lines(self.entries())


class RecordJson(RecordStream):
    content_type = "application/json"
    ending = "json"

    def written(self) -> Iterator[str]:
        return json_parts(self.entries(), name=self.actor.label, made_at=self.now)
