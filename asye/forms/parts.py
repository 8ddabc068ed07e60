"""A part that changes hands, and what the one before tells the next."""

from collections.abc import Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, WrittenDateField
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Role
from asye.forms.enrolments import said_of
from asye.selectors.enrolling import Candidate
from asye.services.parts import Given


class AssignForm(PortalForm):
    """To whom, from which day, and why."""

    submit_words = "Give her this part"
    person = OneChoiceField(label="Who has the part from then on?", as_list=True)
    from_on = WrittenDateField(label="From which day?")
    because = LongTextField(
        label="Why does it change hands?",
        help_text="She and those who have a part read it, and the next review shows it. No health reason.",
        rows=2,
        required=False,
        max_length=MOST_REASON,
    )

    def __init__(self, *args: Any, role: Role, offered: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        person: Any = self.fields["person"]
        person.choices = [("", "Choose"), *((each.person.pk, said_of(each)) for each in offered)]

    @property
    def given(self) -> Given:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Given(role=self.role, person_id=int(said["person"]), from_on=said["from_on"], because=said["because"])


class HandOverForm(Guarded, PortalForm):
    """What the next one should know."""

    guarded = ("handover",)
    submit_words = "Hand over"
    handover = LongTextField(
        label="What should the next one know?",
        help_text="Where she stands, what was promised, what is next. She reads it, too.",
        rows=8,
        max_length=MOST_WORDS,
    )
