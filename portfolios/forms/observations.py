"""Forms of observations: planned, moved, written, declined, reflected on, judged, withdrawn."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms

from academy.engines.guard.forms import Guarded
from academy.ui.forms import (
    CheckboxesField,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)
from academy.ui.forms.people import PersonChoice
from portfolios.choices.evidence import (
    MOST_NAME,
    MOST_REASON,
    MOST_TITLE,
    MOST_WORDS,
    Judgement,
    Observer,
    Setting,
)
from portfolios.services.observations import OutsideObserver, Plan

NO_NAMES = "Name nobody who draws on care and support: initials or “the mother” are enough."


class PlanForm(Guarded, PortalForm):
    """What is to be observed, when, and what the observer is to the practitioner.

    The boxes of the standards are drawn by the page, because they are many.
    """

    submit_words = "Ask them to observe"
    relation = OneChoiceField(label="What are they to you?")
    setting = OneChoiceField(label="What is to be observed?", choices=Setting.choices)
    planned_on = WrittenDateField(label="On which day?")
    title = ShortTextField(
        label="A name for it in your evidence",
        required=False,
        max_length=MOST_TITLE,
        help_text="For example: A first visit after hospital. Left empty, it is called by what is observed.",
    )
    focus = LongTextField(
        label="What should they look at?",
        required=False,
        rows=4,
        max_length=MOST_WORDS,
        help_text=NO_NAMES,
    )
    statements = CheckboxesField(label="Which standards is it to speak to?", required=False)
    token = forms.UUIDField(widget=forms.HiddenInput)

    guarded = ("title", "focus")
    who: tuple[str, ...] = ()

    def __init__(
        self,
        *args: Any,
        standards: Iterable[tuple[str, str]],
        relations: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["statements"].choices = list(standards)
        named = {code: Observer(code).label for code in relations}
        fields["relation"].choices = [
            (code, f"My {words}" if code in OWN else words.capitalize()) for code, words in named.items()
        ]
        self.initial.setdefault("token", str(uuid.uuid4()))
        self.layout = Layout(*self.who, "relation", "setting", "planned_on", "title", "focus", "token")

    @property
    def chosen(self) -> dict[str, Any]:
        """What was said of the observation, beside who observes."""
        said = self.cleaned_data
        names = ("relation", "setting", "planned_on", "title", "focus")
        statements = frozenset(int(pk) for pk in said["statements"])
        return {**{name: said[name] for name in names}, "statement_ids": statements}


OWN = (Observer.LINE_MANAGER, Observer.ASSESSOR, Observer.PRACTICE_EDUCATOR)


class ColleaguePlanForm(PersonChoice, PlanForm):
    """Observed by one of the colleagues found."""

    who = ("person",)
    person = OneChoiceField(label="Who is to observe?")

    @property
    def plan(self) -> Plan:
        return Plan(**self.chosen, observer=self.chosen_person)


class OutsidePlanForm(PlanForm):
    """Observed by somebody without an account here."""

    submit_words = "Send them a link"
    who = ("name", "email", "registration")
    name = ShortTextField(label="Who is to observe?", max_length=MOST_NAME)
    email = forms.EmailField(
        label="Their e-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="They get a link to write by, and a second one once you have reflected. Then it is deleted here.",
        error_messages={
            "required": "Write their e-mail address: that is where the link goes.",
            "invalid": "Write an e-mail address such as name@council.example.",
        },
    )
    registration = ShortTextField(
        label="Their registration number",
        required=False,
        max_length=20,
        width=10,
        help_text="As they give it, where they observe as a registered social worker. For example: SW12345.",
    )

    @property
    def plan(self) -> Plan:
        said = self.cleaned_data
        outsider = OutsideObserver(name=said["name"], email=said["email"], registration=said["registration"])
        return Plan(**self.chosen, outsider=outsider)


class MoveForm(PortalForm):
    """Another day."""

    submit_words = "Move it"
    planned_on = WrittenDateField(label="On which day is it now?")


class CallBackForm(PortalForm):
    """Taking back what was asked needs no words."""

    submit_words = "Take it back"


class SendAgainForm(PortalForm):
    """Sending a link again needs no words."""

    submit_words = "Send a new link"


class SeenForm(Guarded, PortalForm):
    """What the observer writes."""

    guarded = ("seen", "strengths", "to_develop")
    submit_words = "Send what I saw"
    happened_on = WrittenDateField(label="On which day did you observe?")
    people_agreed = YesField(label="The people present agreed to my being there")
    seen = LongTextField(
        label="What did you see?",
        rows=9,
        max_length=MOST_WORDS,
        help_text=f"What was done and said, not yet what you make of it. {NO_NAMES}",
    )
    strengths = LongTextField(label="What was done well?", rows=4, required=False, max_length=MOST_WORDS)
    to_develop = LongTextField(label="What could be developed?", rows=4, required=False, max_length=MOST_WORDS)


class DeclineForm(PortalForm):
    """Why somebody cannot observe."""

    submit_words = "Send my answer"
    reason = LongTextField(label="Why can you not do it?", rows=3, max_length=MOST_REASON)


class ReflectForm(Guarded, PortalForm):
    """What the practitioner takes from it; the boxes of the standards are drawn by the page."""

    guarded = ("reflection",)
    submit_words = "Send my reflection"
    reflection = LongTextField(
        label="What do you take from it?",
        rows=12,
        max_length=MOST_WORDS,
        prompts=("What did the observer see that you did not?", "What will you keep doing, and what will you try?"),
    )
    statements = CheckboxesField(label="Which standards does it speak to?", required=False)
    layout = Layout("reflection")

    def __init__(self, *args: Any, standards: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["statements"].choices = list(standards)

    @property
    def statement_ids(self) -> frozenset[int]:
        return frozenset(int(pk) for pk in self.cleaned_data["statements"])


class JudgeForm(Guarded, PortalForm):
    """What the observer makes of it."""

    guarded = ("reason",)
    submit_words = "Send my judgement"
    judgement = OneChoiceField(label="What do you make of what you saw?", choices=Judgement.choices)
    reason = LongTextField(
        label="Why?",
        rows=6,
        max_length=MOST_WORDS,
        help_text="What of what you saw, and of their reflection, shows it. Your words count; nothing is added up.",
    )


class WithdrawForm(PortalForm):
    """Why a whole observation is withdrawn."""

    submit_words = "Withdraw this observation"
    submit_is_warning = True
    reason = ShortTextField(
        label="Why do you withdraw it?", required=False, max_length=MOST_REASON, help_text="Only you see this."
    )
