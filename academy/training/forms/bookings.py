"""Forms about places: booking one, giving one back, and booking for several people."""

from typing import Any

from academy.identity.models import Person
from academy.training.choices import MOST_NOTE
from academy.ui.forms import CheckboxesField, LongTextField, PortalForm

NEEDS_HELP = (
    "For example: step-free access, a hearing loop, large print, time to pray, food you cannot eat. "
    "Only who holds the event and the academy read it; it is deleted 30 days after the event."
)


class BookForm(PortalForm):
    """What she needs to take part."""

    submit_words = "Book"
    access_needs = LongTextField(
        label="Is there anything you need to take part?",
        help_text=NEEDS_HELP,
        required=False,
        rows=3,
        max_length=MOST_NOTE,
    )


class LeaveForm(PortalForm):
    """A press that gives a place up; `act` is what that is called."""

    submit_is_warning = True

    def __init__(self, *args: Any, act: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.submit_words = act


class PeopleForm(PortalForm):
    """The people to book for, of those shown."""

    submit_words = "Book for them"
    people = CheckboxesField(label="For whom?", error_messages={"required": "Choose at least one person."})

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["people"]
        field.choices = [(str(person.pk), person.full_name) for person in people]
        self.known = {str(person.pk): person for person in people}

    @property
    def chosen(self) -> list[Person]:
        return [self.known[key] for key in self.cleaned_data["people"]]
