"""Forms of themes, of the year's plan and of a half-year's summary."""

from collections.abc import Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import FilterForm, LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField
from asye.rules.moderation_summary import Half
from panels.choices.outcomes import NoteSort
from panels.choices.panels import MOST_REASON, MOST_TITLE, MOST_WORDS
from panels.models import Theme
from panels.services.themes import Noted
from panels.services.year_plan import Planned


class HalfChoice(FilterForm):
    """Which half-year; the latest where none or a wrong one is asked for."""

    submit_words = "Show"
    half = OneChoiceField(label="Half-year", as_list=True)

    def __init__(self, *args: Any, found: Sequence[Half], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.halves = {each.code: each for each in found}
        half: Any = self.fields["half"]
        half.choices = [(code, each.words) for code, each in self.halves.items()]

    @property
    def wanted(self) -> Half:
        return self.halves.get(self.chosen.get("half", ""), next(iter(self.halves.values())))


class ThemeForm(PortalForm):
    """A theme, by its name."""

    submit_words = "Take up"
    marks_optional = False
    title = ShortTextField(
        label="Which theme is taken up?",
        help_text="In a few words, as it stands in the summary: “Depth of reflection”.",
        max_length=MOST_TITLE,
    )


class NoteForm(Guarded, PortalForm):
    """Under which theme, of which sort, and what was found."""

    submit_words = "Note it"
    marks_optional = False
    guarded = ("words",)
    theme = OneChoiceField(label="Which theme?", as_list=True)
    sort = OneChoiceField(label="What is it?", choices=NoteSort.choices)
    words = LongTextField(
        label="What was found?",
        rows=3,
        max_length=MOST_REASON,
        help_text="In a sentence, without names. Neither the candidate nor the assessor reads it.",
    )

    def __init__(self, *args: Any, themes: Sequence[Theme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme: Any = self.fields["theme"]
        theme.choices = [("", "Choose"), *((each.code, each.title) for each in themes)]

    @property
    def said(self) -> Noted:
        """What is to be noted, of a valid form."""
        said = self.cleaned_data
        return Noted(theme=said["theme"], sort=NoteSort(said["sort"]), words=said["words"])


class ActionForm(Guarded, PortalForm):
    """What is done, about which theme, by whom and until when."""

    submit_words = "Plan it"
    guarded = ("words",)
    words = LongTextField(label="What is to be done?", rows=2, max_length=MOST_REASON)
    theme = OneChoiceField(label="About which theme?", as_list=True, required=False)
    owner = OneChoiceField(label="Who sees to it?", as_list=True)
    due_on = WrittenDateField(label="Until when?")

    def __init__(self, *args: Any, themes: Sequence[Theme], owners: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme: Any = self.fields["theme"]
        theme.choices = [("", "None of them"), *((each.code, each.title) for each in themes)]
        owner: Any = self.fields["owner"]
        owner.choices = [("", "Choose"), *((str(each.pk), each.full_name) for each in owners)]

    @property
    def planned(self) -> Planned:
        """What is to be planned, of a valid form."""
        said = self.cleaned_data
        owner_id = int(said["owner"])
        return Planned(words=said["words"], owner_id=owner_id, due_on=said["due_on"], theme=said["theme"] or "")


class ChangeForm(ActionForm):
    """The same of an action there is."""

    submit_words = "Change it"


class ProgressForm(Guarded, PortalForm):
    """How an action goes."""

    submit_words = "Keep it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(label="How does it go?", rows=3, max_length=MOST_REASON)


class CloseForm(Guarded, PortalForm):
    """What came of an action."""

    submit_words = "Close it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(
        label="What came of it?", rows=3, max_length=MOST_REASON, help_text="The next summary tells it. Write no names."
    )


class DropForm(Guarded, PortalForm):
    """Why an action is dropped."""

    submit_words = "Drop it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(
        label="Why is it dropped?", rows=3, max_length=MOST_REASON, help_text="The next summary tells it."
    )


class PeriodWordsForm(Guarded, PortalForm):
    """What the numbers do not say."""

    submit_words = "Keep it"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(
        label="What do the numbers not say?",
        rows=12,
        max_length=MOST_WORDS,
        help_text="It stands in the summary, which can go outside. Write no names, and nothing of a single case.",
    )
