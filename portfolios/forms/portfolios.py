"""Beginning a portfolio, writing a section, putting pieces in, and saying what they show."""

from collections.abc import Sequence
from typing import Any

from academy.development.selectors.colleagues import Colleague
from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.ui.forms import (
    CheckboxesField,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)
from academy.ui.wording import beginning
from portfolios.choices.portfolios import MOST_REASON, MOST_SHOWS, MOST_TEXT, MOST_TITLE
from portfolios.schema.template import SectionPart
from portfolios.selectors.fitting import Fit


class BeginForm(PortalForm):
    """What it is called, and by when she wants it ready."""

    marks_optional = False
    submit_words = "Begin"
    title = ShortTextField(label="What do you call it?", required=False, max_length=MOST_TITLE)
    due_on = WrittenDateField(
        label="By when do you want it ready? (if you know)",
        required=False,
        help_text="You are reminded before it, and can change it.",
    )


class DayForm(PortalForm):
    """Another day for a portfolio of her own wish."""

    submit_words = "Save"
    due_on = WrittenDateField(
        label="By when do you want it ready?", required=False, help_text="Leave it empty for none."
    )


class WithdrawForm(PortalForm):
    """Why it ends."""

    submit_words = "Withdraw it"
    reason = LongTextField(
        label="Why?", rows=3, required=False, max_length=MOST_REASON, help_text="Only you will see it."
    )


class SectionForm(Guarded, PortalForm):
    """The text of a section. Nothing is required before it is judged."""

    guarded = ("text",)
    marks_optional = False
    submit_words = "Save"
    text = LongTextField(
        label="Your text",
        rows=16,
        required=False,
        max_length=MOST_TEXT,
        error_messages={"max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d."},
    )

    def __init__(self, *args: Any, part: SectionPart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = part.words.words.says if part.words else ""
        self.fields["text"].help_text = f"{beginning(asked)}. It saves itself while you write." if asked else ""


class PutInForm(PortalForm):
    """What fits, to be ticked."""

    marks_optional = False
    submit_words = "Put them in"
    pieces = CheckboxesField(label="What fits here", required=False)

    def __init__(self, *args: Any, fits: Sequence[Fit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["pieces"].choices = [(fit.value, _said(fit)) for fit in fits]


class HolderForm(PortalForm):
    """Which colleague fills the sections of a role."""

    marks_optional = False
    submit_words = "Name her"
    person = OneChoiceField(label="Choose a colleague", error_messages={"required": "Choose who it is."})

    def __init__(self, *args: Any, colleagues: Sequence[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.person.pk): each.person for each in colleagues}
        person: Any = self.fields["person"]
        person.choices = [(pk, each.full_name) for pk, each in self.people.items()]
        person.hints = {str(each.person.pk): each.work for each in colleagues if each.work}

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class ItemForm(Guarded, PortalForm):
    """What in a piece speaks to the section, and whether its files stay in the edition without names."""

    guarded = ("shows",)
    marks_optional = False
    submit_words = "Save"
    shows = LongTextField(
        label="What in it speaks to this section?",
        rows=5,
        required=False,
        max_length=MOST_SHOWS,
        help_text="Who reads the portfolio looks for this first.",
    )


def _said(fit: Fit) -> str:
    day = f", {in_words(fit.on)}" if fit.on else ""
    speaks = f". Speaks to {', '.join(fit.speaks_to)}" if fit.speaks_to else ""
    return f"{fit.title} ({fit.kind_words}{day}){speaks}"
