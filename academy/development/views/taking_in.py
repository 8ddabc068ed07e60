"""Taking own entries in from a table."""

from typing import Any

from academy.development.imports import ENTRIES
from academy.engines.imports.views.imports import UploadPage


class ImportEntries(UploadPage):
    """Choose a table: as the portal's own export writes it, or with the same columns."""

    kind = ENTRIES
    permission = "development.entry.start"
    section = "year"
    template_name = "development/import.html"
    title = "Take in entries from a table"
    intro = "Nothing is taken in before it was checked and you said so. The entries are private, as if written here."

    def read(self) -> dict[str, Any]:
        return {"columns": ENTRIES.columns, "crumbs": [("My year", "/cpd/"), (self.title, "")], "cancel_url": "/cpd/"}
