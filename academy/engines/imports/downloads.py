"""A table to take away: a CSV file that spreadsheets open as text, whatever stands in it."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, as_text


def table(name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The file to download, kept by nobody on the way."""
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    csv.writer(response).writerows([as_text(cell) for cell in row] for row in (headings, *rows))
    return response
