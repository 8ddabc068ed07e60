"""A policy as its author writes it: checked first, published when she has seen what changes."""

from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from academy.engines.reference.publishing.checking import MOST_BYTES, checked
from academy.engines.reference.publishing.kinds import PublishedKind
from academy.engines.reference.reading import BadFile
from academy.identity.models import Organisation
from academy.people.rules.spans import in_words
from academy.ui.forms import Button, DocumentField, PortalForm
from academy.ui.forms.base import Refusal

CHECK = "check"
MOST_SUMMED_UP = 10


class PublishForm(PortalForm):
    """The text, or a file with it.

    `file` is what the valid text says, `mistakes` what is wrong with it, and `was_checked` whether this very text was
    shown with what it changes.
    """

    submit_words = "Check it"
    marks_optional = False
    upload = DocumentField(
        label="A file with it", endings=[".yaml", ".yml"], most_bytes=MOST_BYTES, kinds="YAML", required=False
    )
    text = forms.CharField(
        label="Or the text itself",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "class": "app-code", "spellcheck": "false"}),
    )
    # the digest of the text whose changes were shown
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: PublishedKind, organisation: Organisation, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.organisation, self.on = kind, organisation, on
        self.file: Any = None
        self.mistakes: list[str] = []

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        upload = given.get("upload")
        if not self.errors:
            given["text"] = _plain(_words(upload) if upload else given["text"])
            self.data = {name: self.data.get(name) for name in self.data} | {"text": given["text"]}
            self.file = self._checked(given["text"])
        return given

    def _checked(self, text: str) -> Any:
        if not text.strip():
            raise ValidationError({"text": "Choose a file or write the text."})
        try:
            return checked(self.kind, text, organisation=self.organisation, on=self.on)
        except BadFile as bad:
            self.mistakes = bad.mistakes
            raise ValidationError({"text": _first(bad.mistakes)}) from bad

    @property
    def digest(self) -> str:
        """By which a text that was shown is known again."""
        return sha256(self.cleaned_data["text"].encode()).hexdigest()

    @property
    def was_checked(self) -> bool:
        return bool(self.cleaned_data["seen"] == self.digest)

    def shown_again(self) -> "PublishForm":
        """The same text to publish, once its author sees what it changes."""
        again = type(self)(
            initial={"text": self.cleaned_data["text"], "seen": self.digest},
            kind=self.kind,
            organisation=self.organisation,
            on=self.on,
        )
        again.submit_words = f"Publish it from {in_words(self.file.valid_from)}"
        again.other_buttons = (Button(CHECK, "Check it again"),)
        return again

    def add_refusal(self, refused: Refusal) -> None:
        """Code and first day stand in the text."""
        self.add_error("text", refused.reason)


class WithdrawForm(PortalForm):
    """Nothing to fill in: one press."""

    submit_words = "Withdraw it"
    submit_is_warning = True


def _first(mistakes: list[str]) -> list[str]:
    """What the summary says of many mistakes; all of them stand under the lines."""
    more = len(mistakes) - MOST_SUMMED_UP
    return [*mistakes[:MOST_SUMMED_UP], f"{more} more stand under their lines."] if more > 1 else mistakes


def _plain(text: str) -> str:
    """The same text however its lines end, so that it is known again; what is far too long is not touched."""
    if len(text) > MOST_BYTES:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").rstrip()


def _words(upload: UploadedFile) -> str:
    upload.seek(0)
    try:
        return str(upload.read().decode("utf-8-sig"))
    except UnicodeDecodeError as unreadable:
        raise ValidationError({"upload": "This is no text in UTF-8. Save it as UTF-8, or paste it."}) from unreadable
