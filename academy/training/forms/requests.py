"""Asking for learning outside the offer, answering a question, and deciding."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from academy.training.choices import (
    MOST_DAYS,
    MOST_NOTE,
    MOST_POUNDS,
    MOST_TEXT,
    AgreedIn,
    AwardType,
    CostKind,
    Support,
)
from academy.training.forms.numbers import amount_field
from academy.training.models import Course, TrainingRequest
from academy.training.rules.requests import Words, faults, missing_for_submission
from academy.training.selectors.request_links import Links
from academy.ui.forms import (
    Button,
    CheckboxesField,
    Div,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
)

TOO_LONG = {"max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d."}
TOO_LONG_NOTE = {"max_length": f"Use at most {MOST_NOTE:,} characters. You have %(show_value)d."}
COSTS = {kind: f"cost_{kind.value}" for kind in CostKind}
# What a request may have come from.
LINKED = ("goal", "supervision")


def _pounds(label: str) -> forms.DecimalField:
    """0 says as much as nothing written."""
    return amount_field(label, most=MOST_POUNDS, what="pounds", least=Decimal(0))


def _text(label: str, help_text: str, *, rows: int = 4) -> LongTextField:
    return LongTextField(
        label=label, help_text=help_text, rows=rows, required=False, max_length=MOST_TEXT, error_messages=TOO_LONG
    )


class RequestForm(PortalForm):
    """Everything a decision rests on (S0-66). `handing_in` asks for what a submitted request needs."""

    marks_optional = False
    submit_words = "Ask for it"
    other_buttons = (Button("leave", "Leave as a draft"),)

    course = OneChoiceField(
        label="Is it one of these?",
        help_text="Courses of your offer that are taught outside. Of one of them you need not write the name.",
        required=False,
        as_list=True,
    )
    title = ShortTextField(
        label="What do you ask for?", help_text="The course, award or programme by its name.", required=False
    )
    provider = ShortTextField(label="Who provides it?", required=False, max_length=120)
    award_type = OneChoiceField(label="What does it lead to?", choices=AwardType.choices, as_list=True)
    starts_on = WrittenDateField(label="First day", required=False)
    ends_on = WrittenDateField(label="Last day (if more than one)", required=False)
    days = amount_field("Working days away", most=MOST_DAYS, what="days", least=Decimal(0))
    cost_fee = _pounds("Fee in pounds")
    cost_books = _pounds("Books and materials in pounds")
    cost_exam = _pounds("Registration or examination in pounds")
    cost_travel = _pounds("Travel in pounds")
    cost_other = _pounds("Other costs in pounds")
    need = _text("Which need does it meet?", "In your own words. Whoever decides reads it.")
    role_relevance = _text("How does it serve your job?", "One of the two grounds a decision rests on.", rows=3)
    benefit = _text("What does your service gain?", "The other ground: what you bring back.", rows=3)
    support = CheckboxesField(label="What do you ask your employer for?", required=False, choices=Support.choices)
    goal = OneChoiceField(label="Which of your goals does it serve?", required=False, as_list=True)
    supervision = OneChoiceField(
        label="In which supervision did you talk it over?",
        help_text="Leave it out if it was somewhere else.",
        required=False,
        as_list=True,
    )
    agreed_in = OneChoiceField(label="Where did you talk it over?", choices=AgreedIn.choices)
    agreed_on = WrittenDateField(label="On which day? (if you did)", required=False)

    layout = Layout(
        "course",
        "title",
        "provider",
        "award_type",
        Div("starts_on", "ends_on", "days", css_class="app-inline"),
        "need",
        "role_relevance",
        "benefit",
        "support",
        Div("cost_fee", "cost_books", "cost_exam", "cost_travel", "cost_other", css_class="app-inline"),
        "goal",
        "supervision",
        "agreed_in",
        "agreed_on",
    )

    def __init__(
        self,
        *args: Any,
        on: date,
        courses: Sequence[Course],
        links: Links,
        handing_in: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.courses = {str(course.pk): course for course in courses}
        self.handing_in = handing_in
        self.links = links
        self._offer()
        self._offer_links()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        course = self._chosen(cleaned)
        cleaned["course_id"] = course.pk if course else None
        for name in ("title", "provider") if course else ():
            if name in cleaned:
                cleaned[name] = cleaned[name] or getattr(course, name)
        self._follow_links(cleaned)
        found = faults(self.words, on=self.on) + (
            missing_for_submission(self.words, on=self.on) if self.handing_in else []
        )
        for fault in found:
            if fault.field not in self.errors:
                self.add_error(fault.field, fault.reason)
        return cleaned

    @property
    def words(self) -> Words:
        """What was written, as far as it is valid."""
        left_out = ("course", *LINKED, *COSTS.values())
        said = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        costs = {kind.value: self.cleaned_data.get(name) for kind, name in COSTS.items()}
        support = tuple(said.pop("support", ()))
        return Words(**said, support=support, costs={kind: pounds for kind, pounds in costs.items() if pounds})

    def _offer(self) -> None:
        """The courses to choose from; without any the form does not ask."""
        fields: dict[str, Any] = self.fields
        named = [(key, " · ".join(filter(None, (each.title, each.provider)))) for key, each in self.courses.items()]
        fields["course"].choices = [("", "No, something else"), *named]
        if not named:
            self.layout = Layout(*self.layout.fields[1:])
            del fields["course"]

    def _offer_links(self) -> None:
        """Goals and supervisions to choose from; where there are none the form does not ask."""
        fields: dict[str, Any] = self.fields
        for name, offered in (("goal", self.links.goals), ("supervision", self.links.supervisions)):
            fields[name].choices = [("", "None"), *offered]
            if not offered:
                self.layout = Layout(*(each for each in self.layout.fields if each != name))
                del fields[name]

    def _follow_links(self, cleaned: dict[str, Any]) -> None:
        """What was chosen, by its number. A supervision says where and when it was talked over."""
        for name in LINKED:
            cleaned[f"{name}_id"] = int(cleaned[name]) if cleaned.get(name) else None
        held_on = (self.links.held_on or {}).get(cleaned.get("supervision", ""))
        if held_on is not None:
            cleaned["agreed_in"], cleaned["agreed_on"] = AgreedIn.SUPERVISION.value, held_on

    def _chosen(self, cleaned: dict[str, Any]) -> Course | None:
        """The course that was chosen, or whose name was written."""
        title = cleaned.get("title", "").casefold()
        by_title = (course for course in self.courses.values() if title == course.title.casefold())
        return self.courses.get(cleaned.get("course", "")) or next(by_title, None)


def stored(request: TrainingRequest) -> dict[str, Any]:
    """What a draft says, to start the form from."""
    names = [name for name in RequestForm.base_fields if name not in ("course", *LINKED, *COSTS.values())]
    said: dict[str, Any] = {name: getattr(request, name) for name in names} | {"course": request.course_id}
    said |= {name: getattr(request, f"{name}_id") for name in LINKED}
    said |= {COSTS[CostKind(line.kind)]: line.pounds for line in request.costs.all()}
    return said


def of_course(course: Course) -> dict[str, Any]:
    """What the offer says of a course that is taught outside, to start the form from."""
    said: dict[str, Any] = {name: getattr(course, name) for name in ("title", "provider", "days")}
    said["course"] = course.pk
    return said | {COSTS[CostKind(line.kind)]: line.pounds for line in course.costs.all()}


def typed(data: QueryDict) -> dict[str, Any]:
    """What was typed, unjudged, to start a form from autosaved words."""
    said: dict[str, Any] = {name: data.get(name, "") for name in RequestForm.base_fields if name != "support"}
    said["support"] = data.getlist("support")
    return {name: value for name, value in said.items() if name in data}


class AnswerForm(PortalForm):
    """The answer to a question about a request."""

    submit_words = "Answer"
    answer = LongTextField(label="Your answer", max_length=MOST_NOTE, error_messages=TOO_LONG_NOTE)


class WithdrawForm(PortalForm):
    """Nothing is asked: the page says what happens."""

    submit_words = "Withdraw it"
    submit_is_warning = True


class DecisionForm(PortalForm):
    """One text for reason or question, and the two grounds as they are recorded."""

    marks_optional = False
    reason = LongTextField(
        label="Reason or question", rows=3, required=False, max_length=MOST_NOTE, error_messages=TOO_LONG_NOTE
    )
    job_role = LongTextField(
        label="Job role", rows=2, required=False, max_length=MOST_NOTE, error_messages=TOO_LONG_NOTE
    )
    benefit = LongTextField(
        label="Benefit to the organisation", rows=2, required=False, max_length=MOST_NOTE, error_messages=TOO_LONG_NOTE
    )


class TogetherForm(PortalForm):
    """Several decisions at once: a yes for each that stays ticked."""

    submit_words = "Approve those ticked"
    stages = CheckboxesField(label="Requests")

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["stages"].choices = choices
        fields["stages"].initial = [value for value, _ in choices]
