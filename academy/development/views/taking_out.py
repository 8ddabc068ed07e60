"""Taking one's own record out, at any time: also without a post, as long as somebody can sign in."""

from collections.abc import Iterator
from typing import Any, cast

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from academy.development.rules.records import csv_lines, json_parts
from academy.development.selectors.exports import Exported, exported_entries
from academy.engines.access.views import Door, Page

PERMISSION = "development.record.take"


class TakeOut(Page):
    """The ways to take one's record out, and the documents made of it."""

    permission = PERMISSION
    section = "take-out"
    template_name = "development/take_out.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Take my record with me", "crumbs": [("Take my record with me", "")]}


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
