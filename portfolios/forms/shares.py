"""Whom to let read a portfolio: found by name, and until when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.people.rules.spans import in_words
from academy.ui.forms import DateField, LongTextField, OneChoiceField, PortalForm
from academy.ui.forms.people import PersonChoice
from portfolios.choices.sharing import MOST_NOTE
from portfolios.models import Snapshot
from portfolios.services.shares import Letting

AS_IT_STANDS = "portfolio"


class ShareForm(PersonChoice, Guarded, PortalForm):
    """Whom, what of it, until when."""

    submit_words = "Let them read it"
    guarded = ("note",)
    person = OneChoiceField(label="Who is to read it?")
    what = OneChoiceField(label="What are they to read?")
    until_on = DateField(label="Until which day?")
    note = LongTextField(
        label="What would you like from them?",
        required=False,
        rows=3,
        max_length=MOST_NOTE,
        help_text="Only the two of you see this.",
    )

    def __init__(self, *args: Any, snapshots: Sequence[Snapshot], latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until_on"].help_text = f"That day included, {in_words(latest)} at the latest."
        self.snapshots = {str(each.pk): each for each in snapshots}
        what: Any = self.fields["what"]
        what.choices = [
            (AS_IT_STANDS, "The portfolio as it stands, and what I hand in of it"),
            *((pk, f"Version {each.number}, as handed in, and nothing else") for pk, each in self.snapshots.items()),
        ]
        what.initial = AS_IT_STANDS

    @property
    def letting(self) -> Letting:
        """What the sent form says."""
        said = self.cleaned_data
        return Letting(
            person=self.chosen_person,
            until_on=said["until_on"],
            note=said["note"],
            snapshot=self.snapshots.get(said["what"]),
        )
