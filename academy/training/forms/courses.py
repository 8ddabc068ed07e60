"""The academy's form of a course: everything the catalogue says of it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from academy.training.choices import (
    MOST_DAYS,
    MOST_POUNDS,
    MOST_TEXT,
    Accreditation,
    Basis,
    CostKind,
    OfferKind,
    Outcome,
    Principle,
    Promise,
)
from academy.training.forms.course_layout import COSTS, LAYOUT, PRINCIPLES
from academy.training.forms.numbers import amount_field, whole_field
from academy.training.models import Course
from academy.training.selectors.kept_courses import CourseChoices, statement_called, statement_keys
from academy.training.services.courses import CourseSaid, Joined
from academy.ui.forms import CheckboxesField, LongTextField, OneChoiceField, PortalForm, ShortTextField, YesField

AS_WRITTEN = (
    *("title", "kind", "summary", "aims", "group", "promise", "basis", "basis_note", "days", "provider"),
    *("is_external", "url", "credits", "credit_level", "accreditation", "accredited_by", "cancellation"),
    *("outcome", "valid_months", "counts_in_asye", "is_public"),
)
CHOSEN = ("level", "platform", "subscription")
MOST_MONTHS, MOST_CREDITS = 240, 360
TOO_LONG = {"max_length": f"Use at most {MOST_TEXT:,} characters. You have %(show_value)d."}
FindCourse = Callable[[str], Course | None]


def _text(label: str, help_text: str = "", *, rows: int = 3) -> LongTextField:
    return LongTextField(
        label=label, help_text=help_text, rows=rows, required=False, max_length=MOST_TEXT, error_messages=TOO_LONG
    )


def _list(label: str) -> OneChoiceField:
    return OneChoiceField(label=label, required=False, as_list=True)


class CourseForm(PortalForm):
    """A course with its costs, courses before it, standards and principles. `find` finds a course by title or code."""

    submit_words = "Save the course"
    marks_optional = False
    layout = LAYOUT
    title = ShortTextField(label="Title")
    kind = OneChoiceField(label="What kind of learning is it?", choices=OfferKind.choices, as_list=True)
    summary = _text("In one or two sentences", rows=2)
    aims = _text("What it is about, and what one can do afterwards", rows=5)
    group = ShortTextField(label="Heading it stands under", required=False, max_length=120)
    days = amount_field("Length in days", most=MOST_DAYS, what="days")
    provider = ShortTextField(label="Who teaches it, if not your organisation", required=False, max_length=120)
    is_external = YesField(label="It is taught outside: asked for, not booked here", required=False)
    platform = _list("E-learning platform it is done on")
    subscription = _list("Subscription it comes with")
    url = forms.URLField(
        label="Link",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Write the whole address, for example https://learning.example/course."},
    )
    promise = OneChoiceField(label="Stage", choices=Promise.choices, inline=True)
    level = _list("Level it aims at")
    basis = OneChoiceField(label="Why is it offered?", choices=Basis.choices, as_list=True)
    basis_note = ShortTextField(label="Which requirement, need or priority?", required=False, max_length=300)
    themes = CheckboxesField(label="Focus themes it belongs to", required=False)
    needs = CheckboxesField(label="Needs it answers", required=False)
    priorities = CheckboxesField(label="Priorities of the academy it serves", required=False)
    before = LongTextField(
        label="Courses to do before", required=False, rows=2, help_text="One title or code on each line."
    )
    statements = LongTextField(
        label="Standards it speaks to",
        required=False,
        rows=2,
        help_text="One on each line, as framework, version and number: pcf/2018/6. An entry about it starts with them.",
    )
    cost_fee = amount_field("Fee in pounds", most=MOST_POUNDS, what="pounds")
    cost_books = amount_field("Books and materials in pounds", most=MOST_POUNDS, what="pounds")
    cost_exam = amount_field("Registration or examination in pounds", most=MOST_POUNDS, what="pounds")
    cost_travel = amount_field("Travel in pounds", most=MOST_POUNDS, what="pounds")
    cost_other = amount_field("Other costs in pounds", most=MOST_POUNDS, what="pounds")
    cancellation = _text("What holds when somebody cancels?", rows=2)
    accreditation = OneChoiceField(label="Accreditation", choices=Accreditation.choices, as_list=True)
    accredited_by = ShortTextField(label="By whom?", required=False, max_length=120)
    credits = whole_field("Credits", least=1, most=MOST_CREDITS)
    credit_level = whole_field("At level", least=3, most=8)
    outcome = OneChoiceField(label="Who finished it has", choices=Outcome.choices, inline=True)
    valid_months = whole_field("It counts for so many months", least=1, most=MOST_MONTHS, help_text="Empty: for good.")
    counts_in_asye = YesField(label="It counts in the ASYE record", required=False)
    is_public = YesField(label="It stands on the public page of the offer", required=False)
    how_reflection = _text(str(Principle.REFLECTION.label), rows=2)
    how_pcf = _text(str(Principle.PCF.label), rows=2)
    how_holistic = _text(str(Principle.HOLISTIC.label), rows=2)
    how_practice = _text(str(Principle.PRACTICE.label), rows=2)
    how_impact = _text(str(Principle.IMPACT.label), rows=2)

    def __init__(self, *args: Any, choices: CourseChoices, find: FindCourse, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        fields: dict[str, Any] = self.fields
        fields["level"].choices = [("", "All levels"), *choices.levels]
        fields["platform"].choices = [("", "None"), *choices.platforms]
        fields["subscription"].choices = [("", "None"), *choices.subscriptions]
        for name in ("themes", "needs", "priorities"):
            fields[name].choices = getattr(choices, name)

    def clean_before(self) -> frozenset[int]:
        return frozenset(course.pk for course in courses_named(self.cleaned_data["before"], self.find))

    def clean_statements(self) -> frozenset[int]:
        found = {key: statement_called(key) for key in _lines(self.cleaned_data["statements"])}
        missing = [key for key, pk in found.items() if pk is None]
        if missing:
            raise ValidationError(f"There is no standard {missing[0]}. Write it as in pcf/2018/6.")
        return frozenset(pk for pk in found.values() if pk)

    @property
    def said(self) -> CourseSaid:
        """What the valid form says of the course itself."""
        given = self.cleaned_data
        chosen: dict[str, Any] = {f"{name}_id": int(given[name]) if given[name] else None for name in CHOSEN}
        priorities = sorted(int(number) for number in given["priorities"])
        return CourseSaid(**{name: given[name] for name in AS_WRITTEN}, **chosen, priorities=priorities)

    @property
    def joined(self) -> Joined:
        """What the valid form says belongs to it."""
        given = self.cleaned_data
        costs: list[tuple[str, Decimal]] = [(kind.value, given[name]) for kind, name in COSTS.items() if given[name]]
        return Joined(
            themes=frozenset(int(pk) for pk in given["themes"]),
            needs=frozenset(int(pk) for pk in given["needs"]),
            statements=given["statements"],
            before=given["before"],
            costs=tuple(costs),
            principles=tuple((code.value, given[name]) for code, name in PRINCIPLES.items() if given[name]),
        )


def initial_of(course: Course) -> dict[str, Any]:
    """The form's answers as the course is now."""
    costs = {COSTS[CostKind(each.kind)]: each.pounds for each in course.costs.all()}
    principles = {PRINCIPLES[Principle(each.principle)]: each.how for each in course.principles.all()}
    before = course.prerequisites.select_related("before")
    return {
        **{name: getattr(course, name) for name in AS_WRITTEN},
        **{name: getattr(course, f"{name}_id") for name in CHOSEN},
        **costs,
        **principles,
        "themes": [str(pk) for pk in course.themes.values_list("pk", flat=True)],
        "needs": [str(pk) for pk in course.needs.values_list("pk", flat=True)],
        "priorities": [str(number) for number in course.priorities],
        "before": "\n".join(each.before.title for each in before),
        "statements": "\n".join(statement_keys(course)),
    }


def courses_named(text: str, find: FindCourse) -> list[Course]:
    """The courses whose titles or codes stand on the lines, in their order. Raises ValidationError for one nobody
    has."""
    found = {name: find(name) for name in _lines(text)}
    missing = [name for name, course in found.items() if course is None]
    if missing:
        raise ValidationError(f"There is no course {missing[0]}. Write its title as the catalogue has it.")
    return [course for course in found.values() if course]


def _lines(text: str) -> list[str]:
    """What stands on the lines, each once."""
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))
