"""Forms of looking a submission through: what is to be mended and why, what was changed, and accepting."""

from collections.abc import Sequence
from typing import Any

from academy.engines.guard.forms import Guarded
from academy.ui.forms import CheckboxesField, LongTextField, PortalForm
from panels.choices.panels import MOST_REASON
from panels.rules.checking import Ask
from panels.rules.parts_of_policy import CheckItem
from panels.selectors.checks import Check

REASON = "reason_"


class AskForm(Guarded, PortalForm):
    """One question for each item of the policy's list; those with a reason are asked for."""

    submit_words = "Ask for these changes"
    marks_optional = False

    def __init__(self, *args: Any, items: Sequence[CheckItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [item.code for item in items]
        self.guarded = tuple(f"{REASON}{code}" for code in self.codes)
        for item in items:
            self.fields[f"{REASON}{item.code}"] = LongTextField(
                label=item.title, help_text=item.asks, rows=2, required=False, max_length=MOST_REASON
            )

    @property
    def asks(self) -> list[Ask]:
        """Those with a reason."""
        said = [(code, self.cleaned_data[f"{REASON}{code}"].strip()) for code in self.codes]
        return [Ask(code, reason) for code, reason in said if reason]


class MendForm(Guarded, PortalForm):
    """What was changed."""

    submit_words = "Say that it is mended"
    marks_optional = False
    guarded = ("answer",)
    answer = LongTextField(label="What did you change?", rows=3, max_length=MOST_REASON)


class AcceptForm(PortalForm):
    """What somebody looks at herself, because the record cannot say."""

    submit_words = "Accept the case"
    marks_optional = False

    def __init__(self, *args: Any, checks: Sequence[Check], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to_look_at = [each.item for each in checks if each.is_to_look_at]
        if to_look_at:
            self.fields["looked_at"] = CheckboxesField(
                label="What have you looked at, and found in order?",
                choices=[(item.code, item.title) for item in to_look_at],
                hints={item.code: item.asks for item in to_look_at},
                required=False,
            )

    @property
    def looked_at(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data.get("looked_at", ()))
