"""What each kind of answer accepts and what it says otherwise."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from academy.ui.forms import CheckboxesField, DocumentField, LongTextField, OneChoiceField, ShortTextField, YesField
from academy.ui.forms.fields import word_count

CHOICES = [("a", "Apple"), ("b", "Pear")]


def document(**options: Any) -> DocumentField:
    return DocumentField(endings=[".pdf", ".docx"], most_bytes=3 * 1024 * 512, kinds="PDF or Word", **options)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (ShortTextField(label="Title"), "", "Write an answer to “Title”."),
        (ShortTextField(), "", "Write an answer."),
        (ShortTextField(max_length=3), "abcd", "Use at most 3 characters. You have 4."),
        (ShortTextField(), "a\x00b", "Null characters are not allowed."),
        (LongTextField(label="What"), " ", "Write an answer to “What”."),
        (LongTextField(most_words=2), "one two three", "Use at most 2 words. You have 3."),
        (LongTextField(max_length=5), "123456", "This is too long to keep: use at most 5 characters."),
        (OneChoiceField(label="Kind", choices=CHOICES), "", "Choose an answer to “Kind”."),
        (OneChoiceField(choices=CHOICES), "c", "Choose one of the answers shown."),
        (CheckboxesField(label="Which", choices=CHOICES), [], "Choose an answer to “Which”."),
        (CheckboxesField(choices=CHOICES), ["c"], "Choose only from the answers shown."),
        (YesField(), False, "Tick the box to go on."),
        (document(), None, "Choose a file."),
        (document(), SimpleUploadedFile("a.pdf", b""), "The file is empty. Choose another."),
        (document(), SimpleUploadedFile("a.exe", b"x"), "Choose a file of these kinds: PDF or Word."),
        (document(), SimpleUploadedFile("pdf", b"x"), "Choose a file of these kinds: PDF or Word."),
        (
            document(),
            SimpleUploadedFile("a.pdf", b"x" * 1_680_000),
            "The file is too big: at most 1.5 MB, and it has 1.6 MB.",
        ),
        (ShortTextField(error_messages={"required": "Name it."}), "", "Name it."),
    ],
)
def test_field_answer_that_does_not_fit_is_refused_with_what_to_do(field: forms.Field, value: Any, said: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        field.clean(value)
    assert refusal.value.messages == [said]


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (ShortTextField(), " <b>Osei</b> ", "<b>Osei</b>"),
        (LongTextField(most_words=2), "one two", "one two"),
        (OneChoiceField(choices=CHOICES, as_list=True), "b", "b"),
        (CheckboxesField(choices=CHOICES), ["a", "b"], ["a", "b"]),
        (YesField(), "on", True),
    ],
)
def test_field_answer_that_fits_is_kept(field: forms.Field, value: Any, kept: Any) -> None:
    assert field.clean(value) == kept


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "my.notes.docx"])
def test_document_field_named_kinds_are_accepted(name: str) -> None:
    kept = document().clean(SimpleUploadedFile(name, b"x"))
    assert kept is not None
    assert kept.name == name


def test_document_field_says_kinds_and_size_before_anything_is_chosen() -> None:
    field = document()
    assert (field.help_text, field.widget.attrs["accept"]) == ("PDF or Word, at most 1.5 MB.", ".pdf,.docx")


def test_document_field_optional_may_be_left_out() -> None:
    assert document(required=False).clean(None) is None


def test_long_text_field_never_lets_the_browser_cut_a_paste() -> None:
    assert LongTextField(max_length=5).widget.attrs == {"cols": "40", "rows": 5}


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("  ", 0), ("one", 1), ("one\n two\tthree ", 3), ("well-being isn’t", 2)]
)
def test_word_count_counts_runs_between_spaces(text: str, count: int) -> None:
    assert word_count(text) == count
