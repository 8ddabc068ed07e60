"""Choosing a table."""

from typing import Any

from academy.engines.imports.rules.tables import MOST_BYTES
from academy.ui.forms import DocumentField, PortalForm


class TableForm(PortalForm):
    """A CSV file of at most 5 MB."""

    submit_words = "Check this file"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = DocumentField(
            label="CSV file", endings=[".csv", ".txt"], most_bytes=MOST_BYTES, kinds="A table saved as CSV"
        )
