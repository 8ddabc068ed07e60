"""What a person is called, and how somebody new belongs."""

from collections.abc import Callable
from typing import Any

from django import forms

from academy.identity.models import Person
from academy.people.choices import MembershipKind
from academy.people.services.people import PersonDetails
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField

FindDoubles = Callable[[PersonDetails], list[Person]]
HINTS = {MembershipKind.STARTER.value: "Her post comes next: team, job, grade and hours."}
ASKS = "Write an e-mail address, for example name@council.example."


class PersonForm(PortalForm):
    """Names and work address."""

    given_name = ShortTextField(label="Given name", max_length=80, width=20)
    family_name = ShortTextField(label="Family name", max_length=80, width=20)
    known_as = ShortTextField(
        label="Name she goes by", max_length=80, width=20, required=False, help_text="Only where it is another."
    )
    work_email = ShortTextField(label="Work e-mail address", kind="email", max_length=254, required=False)

    def clean_work_email(self) -> str:
        email: str = self.cleaned_data["work_email"]
        return str(forms.EmailField(required=False, error_messages={"invalid": ASKS}).clean(email)).lower()

    @property
    def details(self) -> PersonDetails:
        """What was filled in, of a valid form."""
        return PersonDetails(**{name: self.cleaned_data[name] for name in PersonDetails.__dataclass_fields__})


class NewPersonForm(PersonForm):
    """The same for somebody new. Asks once more, with the records found, where she may be in the portal already."""

    submit_words = "Add this person"
    kind = OneChoiceField(
        label="How does she belong here?", choices=MembershipKind.choices, hints=HINTS, initial=MembershipKind.STARTER
    )
    from_on = WrittenDateField(label="From which day?", help_text="The day her record begins here.")
    is_another = YesField(label="This is another person: add her", required=False)

    def __init__(self, *args: Any, find_doubles: FindDoubles, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find_doubles = find_doubles
        self.doubles: list[Person] = []
        if "is_another" not in self.data:
            self.fields["is_another"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if {"given_name", "family_name", "work_email"} <= set(cleaned):
            self.doubles = self.find_doubles(self.details)
        if self.doubles and not cleaned.get("is_another"):
            self.fields["is_another"].widget = forms.CheckboxInput()
            self.add_error(
                "is_another",
                "Somebody here has this name or address already. Look at the record above, "
                "or tick that this is another person.",
            )
        return cleaned
