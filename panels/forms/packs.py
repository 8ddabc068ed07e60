"""Forms of packs: clearing one, naming who reads outside, and what she writes."""

from collections.abc import Sequence
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField, YesField
from panels.choices.panels import MOST_WORDS
from panels.services.packs import Read

MOST_ALSO = 4000


class ClearForm(PortalForm):
    """What is to be hidden besides, and that it was read. `seen` is the fingerprint of what was on the page."""

    submit_words = "Read and cleared: it may leave"
    marks_optional = False
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    also = LongTextField(
        label="What else tells who or where somebody is? (optional)",
        help_text="A name, a nickname, a place, a school: each on a line of its own, as it is written above. "
        "Send it, and read what stands there then.",
        rows=4,
        required=False,
        max_length=MOST_ALSO,
    )
    is_read = YesField(label="I have read all of it, and nobody and no employer can be told from it", required=False)

    def shows(self, sha256: str) -> None:
        """Carry the fingerprint of what stands on the page now, and not of what was read before it."""
        if self.is_bound:
            sent: Any = self.data
            self.data = {name: value for name, value in sent.items() if name != "is_read"} | {"seen": sha256}

    @property
    def said(self) -> Read:
        """What she says who read it, of a valid form."""
        given = self.cleaned_data
        return Read(seen=given["seen"], is_read=given["is_read"], also=given["also"])


class ReaderForm(PortalForm):
    """Who reads a draw from outside, and until which day."""

    submit_words = "Let her read it"
    person = OneChoiceField(label="Who reads it?", as_list=True)
    until_on = WrittenDateField(label="Until which day?", help_text="Her feedback is asked for by that day.")

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        person: Any = self.fields["person"]
        person.choices = [("", ""), *((pk, each.full_name) for pk, each in self.people.items())]

    @property
    def reader(self) -> Person:
        """Who was chosen, of a valid form."""
        return self.people[self.cleaned_data["person"]]


class AnswerForm(Guarded, PortalForm):
    """What somebody outside thinks of a case."""

    submit_words = "Send it"
    guarded = ("feedback",)
    feedback = LongTextField(
        label="What do you think of this moderation?",
        help_text="Is the decision consistent, accurate, valid, robust and sufficient? It changes no outcome. Write no "
        "names.",
        rows=8,
        max_length=MOST_WORDS,
    )
