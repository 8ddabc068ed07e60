"""The kinds of answer a form asks for, with words that say what to do when one does not fit."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

MOST_CHARACTERS = 200
MOST_CHARACTERS_LONG = 50_000
BYTES_IN_MB = 1024 * 1024  # as the files engine and computers' own windows count


def word_count(text: str) -> int:
    """How many words, as the page's script counts them: runs of characters between spaces."""
    return len(text.split())


class ShortTextField(forms.CharField):
    """One line. `width` is how many characters wide the box is drawn (2, 3, 4, 5, 10, 20 or 30)."""

    def __init__(self, *, width: int | None = None, kind: str = "text", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MOST_CHARACTERS)
        kwargs.setdefault("widget", forms.TextInput(attrs=_width(width) | {"type": kind}))
        too_long = "Use at most %(limit_value)d characters. You have %(show_value)d."
        super().__init__(**saying(kwargs, required=f"Write {_asked(kwargs)}", max_length=too_long))


class LongTextField(forms.CharField):
    """Long writing with a count of words that is never scored.

    `most_words` is a limit, `aside` a calm sentence beside the count, `prompts` the questions above the box.
    """

    def __init__(
        self,
        *,
        most_words: int | None = None,
        prompts: Sequence[str] = (),
        aside: str = "",
        rows: int = 5,
        **kwargs: Any,
    ) -> None:
        self.most_words = most_words
        self.prompts = tuple(prompts)
        self.aside = aside
        kwargs.setdefault("max_length", MOST_CHARACTERS_LONG)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        too_long = "This is too long to keep: use at most %(limit_value)d characters."
        super().__init__(**saying(kwargs, required=f"Write {_asked(kwargs)}", max_length=too_long))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without a limit in the browser: a paste is never cut silently, the answer is refused with words."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def validate(self, value: str) -> None:
        super().validate(value)
        count = word_count(value or "")
        if self.most_words and count > self.most_words:
            raise ValidationError(f"Use at most {self.most_words} words. You have {count}.", code="words")


class OneChoiceField(forms.ChoiceField):
    """One of a few as radios or, with `as_list`, one of many as a select. `hints` maps a value to a line below it."""

    def __init__(
        self, *, as_list: bool = False, hints: Mapping[str, str] | None = None, inline: bool = False, **kwargs: Any
    ) -> None:
        self.hints = dict(hints or {})
        self.inline = inline
        kwargs.setdefault("widget", forms.Select if as_list else forms.RadioSelect)
        super().__init__(
            **saying(kwargs, required=f"Choose {_asked(kwargs)}", invalid_choice="Choose one of the answers shown.")
        )


class CheckboxesField(forms.MultipleChoiceField):
    """Any number of several, as boxes; choices may be grouped."""

    def __init__(self, *, hints: Mapping[str, str] | None = None, inline: bool = False, **kwargs: Any) -> None:
        self.hints = dict(hints or {})
        self.inline = inline
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(
            **saying(kwargs, required=f"Choose {_asked(kwargs)}", invalid_choice="Choose only from the answers shown.")
        )


class YesField(forms.BooleanField):
    """One box to tick; the label is the sentence agreed to."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**saying(kwargs, required="Tick the box to go on."))


class DocumentField(forms.FileField):
    """A file, with its kinds and greatest size said before it is chosen.

    Judges the name's ending and the size (in bytes); what it truly is, is judged from its content when it is stored.
    """

    def __init__(self, *, endings: Sequence[str], most_bytes: int, kinds: str, **kwargs: Any) -> None:
        self.endings = tuple(ending.lower() for ending in endings)
        self.most_bytes = most_bytes
        kwargs.setdefault("help_text", f"{kinds}, at most {_megabytes(most_bytes)} MB.")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ",".join(self.endings)}))
        self.kinds = kinds
        super().__init__(**saying(kwargs, required="Choose a file.", empty="The file is empty. Choose another."))

    def clean(self, data: Any, initial: Any = None) -> UploadedFile | None:
        found = super().clean(data, initial)
        if found and PurePosixPath(found.name.lower()).suffix not in self.endings:
            raise ValidationError(f"Choose a file of these kinds: {self.kinds}.", code="kind")
        if found and found.size > self.most_bytes:
            most, has = _megabytes(self.most_bytes), _megabytes(found.size)
            raise ValidationError(f"The file is too big: at most {most} MB, and it has {has} MB.", code="size")
        return found


def _megabytes(number_of_bytes: int) -> str:
    return f"{number_of_bytes / BYTES_IN_MB:.1f}".removesuffix(".0")


def _width(characters: int | None) -> dict[str, str]:
    return {"class": f"govuk-input--width-{characters}"} if characters else {}


def _asked(options: Mapping[str, Any]) -> str:
    """What is asked, as the end of a sentence: the summary of a long form names each answer that is missing."""
    return f"an answer to “{options['label']}”." if options.get("label") else "an answer."


def saying(options: Mapping[str, Any], **messages: str) -> dict[str, Any]:
    """The options of a field with these messages, where the form has not set its own."""
    return {**options, "error_messages": {**messages, **options.get("error_messages", {})}}
