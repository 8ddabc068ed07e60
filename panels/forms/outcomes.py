"""Forms of what follows a decision: the letter, telling it, who gives feedback, feedback, a target that is done."""

from collections.abc import Iterable
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import FilterForm, LongTextField, OneChoiceField, PortalForm, WrittenDateField
from panels.choices.panels import MOST_REASON, MOST_WORDS, MemberSort


class LetterForm(Guarded, PortalForm):
    """The letter as it is to go."""

    submit_words = "Save the letter"
    marks_optional = False
    guarded = ("body",)
    body = LongTextField(
        label="Letter",
        rows=18,
        max_length=MOST_WORDS,
        help_text="An empty line begins a paragraph. How and until when to appeal is added as it goes.",
    )


class TellForm(PortalForm):
    """Telling what was decided; after the day by which letters were to go with a note of why."""

    submit_words = "Tell it now"
    submit_is_warning = True
    marks_optional = False
    note = LongTextField(
        label="Why do the letters go later?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="The note stays in the record.",
    )

    def __init__(self, *args: Any, is_late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            del self.fields["note"]

    @property
    def said(self) -> str:
        """The note of a valid form; nothing where none is asked for."""
        found: str = self.cleaned_data.get("note", "")
        return found


class GiverForm(PortalForm):
    """As what, and who."""

    submit_words = "Name her"
    marks_optional = False
    sort = OneChoiceField(label="In which part is feedback given?")
    person = OneChoiceField(label="Who gives it?", as_list=True)

    def __init__(self, *args: Any, sorts: Iterable[MemberSort], people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        sort: Any = self.fields["sort"]
        sort.choices = [(each.value, each.label) for each in sorts]
        person: Any = self.fields["person"]
        person.choices = [("", "Choose"), *((pk, each.full_name) for pk, each in self.people.items())]

    @property
    def named(self) -> dict[str, Any]:
        """What was chosen, of a valid form."""
        said = self.cleaned_data
        return {"sort": MemberSort(said["sort"]), "person": self.people[said["person"]]}


class FeedbackForm(Guarded, PortalForm):
    """What the candidate reads."""

    submit_words = "Give the feedback"
    marks_optional = False
    guarded = ("words",)
    words = LongTextField(
        label="Your feedback",
        rows=12,
        max_length=MOST_WORDS,
        help_text="What the panel saw in her work, and what would take it further. It stays as you give it.",
    )


class ProgressForm(Guarded, PortalForm):
    """How far a target is, and on which day."""

    submit_words = "Note it"
    guarded = ("words",)
    on = WrittenDateField(label="On which day?")
    words = LongTextField(
        label="How far is it?",
        rows=3,
        max_length=MOST_REASON,
        required=False,
        help_text="A sentence or two. It is read with the plan, and when the case comes before the panel again.",
    )


class DoneForm(Guarded, PortalForm):
    """When it was done, and how that shows."""

    submit_words = "Note it as done"
    guarded = ("words",)
    done_on = WrittenDateField(label="When was it done?")
    words = LongTextField(
        label="How does it show?",
        rows=3,
        max_length=MOST_REASON,
        required=False,
        help_text="A piece, a day, who saw it.",
    )


class SittingFilter(FilterForm):
    """Of which panel; of all where none is chosen."""

    submit_words = "Show"
    sitting = OneChoiceField(label="Panel", as_list=True)

    def __init__(self, *args: Any, sittings: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["sitting"]
        asked.choices = [("", "All"), *sittings]

    @property
    def wanted(self) -> str:
        return str(self.chosen.get("sitting", ""))
