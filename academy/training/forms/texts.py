"""A text an academy publishes, in a version."""

from academy.training.choices import MOST_TEXT, MOST_TITLE, TextKind
from academy.training.services.texts import TextSaid
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField


class TextForm(PortalForm):
    """What a version says. It is published as written and never changes."""

    submit_words = "Publish it"
    kind = OneChoiceField(label="What is it?", choices=TextKind.choices)
    title = ShortTextField(label="Title", max_length=MOST_TITLE)
    owner = ShortTextField(label="Which office answers for it?", max_length=120, help_text="An office, not a name.")
    text = LongTextField(
        label="Text",
        rows=12,
        min_length=2,
        max_length=MOST_TEXT,
        error_messages={
            "max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d.",
            "min_length": "Write the text.",
        },
    )
    valid_from = WrittenDateField(label="From which day does it hold?")

    @property
    def said(self) -> TextSaid:
        return TextSaid(**self.cleaned_data)
