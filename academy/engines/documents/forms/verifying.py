"""What somebody shows to have it checked: the file itself, or the number and the fingerprint printed on its pages."""

from typing import Any

from academy.engines.documents.hashing import MOST_BYTES, HashedFile
from academy.engines.documents.rules.codes import code_read, fingerprint_read
from academy.ui.forms import DocumentField, PortalForm, ShortTextField


class CheckForm(PortalForm):
    """The file, or the two numbers. The file is hashed as it comes in and not kept."""

    submit_words = "Check it"
    file = DocumentField(
        label="The PDF",
        endings=(".pdf",),
        most_bytes=MOST_BYTES,
        kinds="PDF",
        required=False,
        help_text="The surest way. It is compared and not kept.",
    )
    code = ShortTextField(
        label="Or its number",
        required=False,
        max_length=20,
        help_text="At the bottom of every page, such as 8F3A-27C1.",
    )
    fingerprint = ShortTextField(
        label="And the beginning of its fingerprint",
        required=False,
        max_length=80,
        help_text="At least eight characters, such as 3f9a 12de.",
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("file"):
            return said
        if not said.get("code") and not said.get("fingerprint") and "file" not in self.errors:
            self.add_error("file", "Choose the PDF, or type its number and the beginning of its fingerprint.")
        elif "file" not in self.errors:
            self._judge_numbers(said)
        return said

    def _judge_numbers(self, said: dict[str, Any]) -> None:
        said["code"] = code_read(said.get("code", ""))
        said["fingerprint"] = fingerprint_read(said.get("fingerprint", ""))
        if not said["code"]:
            self.add_error("code", "Type the number as it is printed: four letters or digits, a hyphen, and four more.")
        if not said["fingerprint"]:
            self.add_error("fingerprint", "Type at least the first eight characters, digits and the letters a to f.")

    @property
    def sha256(self) -> str:
        """The hash of the file that was sent; empty without one."""
        file = self.cleaned_data.get("file")
        return file.sha256 if isinstance(file, HashedFile) else ""
