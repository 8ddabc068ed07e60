"""Forms beside an entry: share, talk, withdraw, files."""

from typing import Any

from django import forms

from academy.development.choices import MOST_NOTE, MOST_REASON
from academy.engines.files.choices import ACCEPTED_ENDINGS
from academy.engines.files.services.files import limits
from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import DocumentField, LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from academy.ui.forms.people import PersonChoice


class ShareForm(PersonChoice, PortalForm):
    """Whom to share with, of the colleagues found."""

    submit_words = "Share this entry"
    person = OneChoiceField(label="Who is to read it?")
    note = LongTextField(
        label="What would you like from them?",
        required=False,
        rows=3,
        max_length=MOST_NOTE,
        help_text="Only the two of you see this.",
    )


class TalkForm(PortalForm):
    """When it was talked about and, for the author, with whom."""

    submit_words = "Note the talk"
    person = OneChoiceField(label="With whom?")
    on = WrittenDateField(label="On which day?")

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        with_whom: Any = self.fields["person"]
        with_whom.choices = [(pk, person.full_name) for pk, person in self.people.items()]
        if len(people) == 1:
            with_whom.widget = forms.HiddenInput()
            with_whom.initial = str(people[0].pk)

    @property
    def chosen_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class WithdrawForm(PortalForm):
    """Why a kept entry is withdrawn."""

    submit_words = "Withdraw this entry"
    submit_is_warning = True
    reason = ShortTextField(
        label="Why do you withdraw it?", max_length=MOST_REASON, help_text="Only you will see this."
    )


class DiscardForm(PortalForm):
    """Withdrawing a draft asks nothing."""

    submit_words = "Withdraw this draft"
    submit_is_warning = True


class FileForm(Guarded, PortalForm):
    """One file to put beside an entry, looked through as what is written is."""

    guarded = ("upload",)

    submit_words = "Add this file"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["upload"] = DocumentField(
            label="File",
            endings=ACCEPTED_ENDINGS.split(","),
            most_bytes=limits().bytes,
            kinds="PDF, picture, Office or text file",
        )
