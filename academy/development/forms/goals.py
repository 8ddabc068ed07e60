"""Forms of goals: setting and changing one, closing it, and saying which entries belong to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from academy.development.choices import MOST_REASON
from academy.development.choices.plans import MOST_WORDS, GoalSource
from academy.development.models import Entry, Goal
from academy.development.rules.goals import GoalWords, goal_faults
from academy.people.rules.spans import in_words
from academy.ui.forms import (
    CheckboxesField,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)

REACHED, DROPPED = "reached", "dropped"


class GoalForm(PortalForm):
    """What, why, how and by when. `standards` are pairs of id and words, asked about only where there are any."""

    marks_optional = False
    submit_words = "Save this goal"
    title = ShortTextField(label="What do you want to learn or reach?", required=False)
    why = LongTextField(
        label="Why does it matter, for you and for people you work with?",
        rows=3,
        required=False,
        max_length=MOST_WORDS,
    )
    how = LongTextField(
        label="How will you go about it, and who or what helps?", rows=3, required=False, max_length=MOST_WORDS
    )
    due_on = WrittenDateField(label="By when?", required=False)
    source = OneChoiceField(label="What did it come from?", choices=GoalSource.choices, as_list=True)
    standards = CheckboxesField(label="Standards it speaks to", required=False)

    def __init__(
        self,
        *args: Any,
        on: date,
        known_due_on: date | None = None,
        standards: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.known_due_on = known_due_on
        fields: dict[str, Any] = self.fields
        fields["standards"].choices = standards
        if not standards:
            del fields["standards"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for fault in goal_faults(self.words, on=self.on, known_due_on=self.known_due_on):
            if fault.field not in self.errors:
                self.add_error(fault.field, fault.reason)
        return cleaned

    @property
    def words(self) -> GoalWords:
        """What was written, as far as it is valid."""
        said = {
            name: self.cleaned_data[name] for name in ("title", "why", "how", "source") if name in self.cleaned_data
        }
        ids = frozenset(int(pk) for pk in self.cleaned_data.get("standards", ()))
        return GoalWords(**{"title": "", **said}, due_on=self.cleaned_data.get("due_on"), statement_ids=ids)


class CloseGoalForm(PortalForm):
    """What became of it. Dropping is no failure, but its reason stays."""

    submit_words = "Close this goal"
    outcome = OneChoiceField(
        label="What became of it?",
        choices=[(REACHED, "I have reached it"), (DROPPED, "I no longer pursue it")],
    )
    words = LongTextField(
        label="In a few words: what came of it, or why not?", rows=3, required=False, max_length=MOST_REASON
    )


class LinkForm(PortalForm):
    """Which of one's own kept entries belong to the goal."""

    submit_words = "Save"
    entries = CheckboxesField(label="Which entries belong to this goal?", required=False)

    def __init__(self, *args: Any, goal: Goal, entries: Sequence[Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries_by_pk = {str(entry.pk): entry for entry in entries}
        field: Any = self.fields["entries"]
        field.choices = [(pk, entry.title) for pk, entry in self.entries_by_pk.items()]
        field.hints = {pk: in_words(entry.started_on) for pk, entry in self.entries_by_pk.items() if entry.started_on}

    @property
    def chosen(self) -> list[Entry]:
        return [self.entries_by_pk[pk] for pk in self.cleaned_data["entries"]]
