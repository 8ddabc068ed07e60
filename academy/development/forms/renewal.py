"""Forms of renewing: the day an act was done, why it is taken back, which entries are the pieces."""

from typing import Any

from academy.development.choices import MOST_REASON
from academy.development.models import Entry
from academy.people.rules.spans import in_words
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField

MOST_TITLE_IN_LIST = 70


class NoteActForm(PortalForm):
    """On which day the act was done."""

    submit_words = "Note it"
    done_on = WrittenDateField(label="On which day did you do it on the regulator’s site?")


class TakeBackForm(PortalForm):
    """Why what was noted is taken back."""

    submit_words = "Take it back"
    submit_is_warning = True
    reason = ShortTextField(label="Why do you take it back?", max_length=MOST_REASON, help_text="Only you see this.")


class PiecesForm(PortalForm):
    """One list for each piece. All but the first may wait."""

    submit_words = "Choose these pieces"

    def __init__(self, *args: Any, entries: list[Entry], pieces: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {str(entry.pk): entry for entry in entries}
        choices = [("", "Choose an entry"), *((pk, _told(entry)) for pk, entry in self.entries.items())]
        for number in range(1, pieces + 1):
            self.fields[f"piece_{number}"] = OneChoiceField(
                label=f"Piece {number}", as_list=True, choices=choices, required=number == 1
            )

    @property
    def chosen(self) -> list[Entry]:
        """The entries chosen, in their order; empty lists are left out."""
        picked = (self.cleaned_data[name] for name in self.fields)
        return [self.entries[pk] for pk in picked if pk]


def _told(entry: Entry) -> str:
    title = entry.title if len(entry.title) <= MOST_TITLE_IN_LIST else f"{entry.title[:MOST_TITLE_IN_LIST]}…"
    return f"{title}, {in_words(entry.started_on)}" if entry.started_on else title
