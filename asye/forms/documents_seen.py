"""Ticking what was seen of the documents a policy asks for."""

from collections.abc import Collection
from typing import Any

from academy.ui.forms import CheckboxesField, PortalForm
from asye.rules.parts_of_policy import Document


def documents_field(documents: Collection[Document], **said: Any) -> CheckboxesField:
    """One box for each document."""
    return CheckboxesField(choices=[(each.code, each.title) for each in documents], required=False, **said)


class DocumentsForm(PortalForm):
    """What is still to be seen; made with those documents."""

    submit_words = "Note it"
    marks_optional = False

    def __init__(self, *args: Any, documents: Collection[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["documents"] = documents_field(documents, label="What have you seen since?")
