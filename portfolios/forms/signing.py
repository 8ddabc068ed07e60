"""Asking for signatures, signing or sending back, opening again."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from academy.development.selectors.colleagues import Colleague
from academy.engines.guard.forms import OVERRULED, Guarded
from academy.engines.guard.forms import REASON as GUARD_REASON
from academy.engines.guard.handing import Handing
from academy.ui.forms import CheckboxesField, LongTextField, OneChoiceField, PortalForm
from academy.ui.forms.base import Button
from portfolios.choices.portfolios import MOST_REASON, MOST_RETURNED
from portfolios.rules.content import SectionSaid
from portfolios.rules.signing import DECLARATIONS
from portfolios.services.signing import Asking, Name

RETURN = "send_back"
REASON = "reason_"


class AskForm(Handing, PortalForm):
    """What the author declares, and who verifies where the chain has a verifier."""

    submit_words = "Sign and pass it on"
    verifier = OneChoiceField(label="Who verifies that the evidence is yours and was seen?", required=False)
    declared = CheckboxesField(
        label="I declare", choices=list(DECLARATIONS.items()), required=False, help_text="Tick all of it."
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, seen: str, colleagues: Iterable[Colleague] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        found = list(colleagues or ())
        self.people = {str(each.person.pk): each.person for each in found}
        if colleagues is None:
            del self.fields["verifier"]
            return
        verifier: Any = self.fields["verifier"]
        verifier.choices = [(str(each.person.pk), each.person.full_name) for each in found]
        verifier.hints = {str(each.person.pk): each.work for each in found if each.work}

    @property
    def asking(self) -> Asking:
        said = self.cleaned_data
        return Asking(
            declared=frozenset(said["declared"]),
            seen=said["seen"],
            verifier=self.people.get(said.get("verifier", "")),
            let_stand=self.overruled,
        )


class SignForm(Guarded, PortalForm):
    """Sign, or send back: a reason beside each section to be changed. What is said with either is looked at."""

    submit_words = "Sign it"
    other_buttons = (Button(RETURN, "Send it back with these reasons"),)
    words = LongTextField(
        label="What do you want to say beside your name?", required=False, rows=3, max_length=MOST_REASON
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, seen: str, sections: Iterable[SectionSaid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = seen
        self.codes = [section.code for section in sections]
        self.guarded = ("words", *(f"{REASON}{code}" for code in self.codes))
        for section in sections:
            self.fields[f"{REASON}{section.code}"] = LongTextField(
                label=f"What should change in “{section.title}”?", required=False, rows=3, max_length=MOST_RETURNED
            )

    @property
    def answers_to_guard(self) -> list[forms.BoundField]:
        """What is asked about what was found; nothing where nothing was."""
        return [self[name] for name in (OVERRULED, GUARD_REASON) if name in self.fields]

    def reason_for(self, code: str) -> forms.BoundField:
        """The field in which a section is sent back."""
        return self[f"{REASON}{code}"]

    @property
    def is_return(self) -> bool:
        """Was it sent by the button that sends back?"""
        return RETURN in self.data

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reasons by the code of their section."""
        return {code: self.cleaned_data[f"{REASON}{code}"] for code in self.codes}

    @property
    def name(self) -> Name:
        return Name(seen=self.cleaned_data["seen"], words=self.cleaned_data["words"])

    def clean(self) -> dict[str, Any]:
        """Reasons written and then a signature: one of the two was not meant."""
        said: dict[str, Any] = super().clean() or {}
        if not self.is_return and any(said.get(f"{REASON}{code}") for code in self.codes):
            raise forms.ValidationError("You wrote reasons to change something. Send it back with them, or empty them.")
        return said


class OpenAgainForm(PortalForm):
    """Why it is opened again."""

    submit_words = "Open it again"
    marks_optional = False
    reason = LongTextField(
        label="Why do you open it again?",
        rows=3,
        required=False,
        max_length=MOST_REASON,
        help_text="Whoever signed it reads this beside the signatures, which are withdrawn.",
    )


class SubmitForm(Handing, PortalForm):
    """Nothing is asked but what the guard finds in the whole: it is handed in as it was signed."""

    submit_words = "Hand it in"
