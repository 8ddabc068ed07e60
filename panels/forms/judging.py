"""Forms of whoever judges: a review by criteria, a review of an ASYE, another look, notes, opening again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField

from academy.engines.guard.forms import Guarded
from academy.identity.models import Person
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm
from academy.ui.forms.base import Button
from asye.choices.ending import Test
from asye.rules.faults import Fault
from asye.rules.final import Check
from panels.choices.judging import Look, LookReason, ModerationView, Overall
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.rules.disagreement import look_faults
from panels.rules.parts_of_policy import Criterion
from panels.rules.reviewing import CHECK, LEVEL, REASON, TEST, Moderated, Written, faults, moderation_faults
from panels.services.looking import LookSaid

KEEP = "keep"
KEEP_BUTTON = Button(KEEP, "Keep it, I go on later")
YES_NO = [("yes", "Yes"), ("no", "No")]
FLAGS = "Read by the chair when all reviews are in. It is no part of your judgement."


@dataclass(frozen=True)
class Box:
    """Questions that belong together on the page: a criterion with its level and reason, which is its own heading, or a
    part of the template under a heading."""

    code: str
    title: str
    asks: str
    fields: tuple[BoundField, ...]
    has_heading: bool = False


class JudgingForm(Guarded, PortalForm):
    """What reviews of both sorts share: kept for later it is neither judged nor handed in."""

    submit_words = "Hand it in"
    other_buttons = (KEEP_BUTTON,)
    marks_optional = False

    @property
    def is_kept(self) -> bool:
        """Is it put by, to be gone on with later?"""
        return KEEP in self.data

    @property
    def is_guarded(self) -> bool:
        return not self.is_kept

    @property
    def boxes(self) -> list[Box]:
        """The questions in boxes, in the order of the page."""
        raise NotImplementedError

    @property
    def rest(self) -> list[BoundField]:
        """The questions outside the boxes, the guard's among them."""
        boxed = {field.name for box in self.boxes for field in box.fields}
        return [field for field in self if field.name not in boxed]

    def faults(self) -> Iterable[Fault]:
        """What it lacks."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Everything that is missing at once, each beside its question."""
        said: dict[str, Any] = super().clean() or {}
        for fault in () if self.is_kept else self.faults():
            if fault.field not in self.errors:
                self.add_error(fault.field if fault.field in self.fields else None, fault.says)
        return said


class ReviewForm(JudgingForm):
    """A level and a reason for each criterion, a view of the whole, and what the chair should look at."""

    overall = OneChoiceField(label="Your view of the whole", choices=Overall.choices, required=False)
    words = LongTextField(
        label="What does it rest on?",
        rows=6,
        required=False,
        max_length=MOST_WORDS,
        help_text="It is judged as a whole: no sum is made of the levels.",
    )
    flags = LongTextField(
        label="What should the chair look at closely?", rows=3, required=False, max_length=MOST_WORDS, help_text=FLAGS
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = tuple(criteria)
        asked: dict[str, Any] = {}
        for each in self.criteria:
            asked[f"{LEVEL}{each.code}"] = OneChoiceField(
                label=each.title,
                help_text=each.asks,
                choices=[(level.code, level.title) for level in each.levels],
                hints={level.code: level.describes for level in each.levels},
                required=False,
            )
            asked[f"{REASON}{each.code}"] = LongTextField(
                label="Why this level?",
                rows=4,
                required=False,
                max_length=MOST_WORDS,
                help_text="Needed. Name the pieces you rest on.",
            )
        self.fields = {**asked, **self.fields}
        self.guarded = (*(f"{REASON}{each.code}" for each in self.criteria), "words", "flags")

    @property
    def boxes(self) -> list[Box]:
        return [
            Box(each.code, each.title, "", (self[f"{LEVEL}{each.code}"], self[f"{REASON}{each.code}"]))
            for each in self.criteria
        ]

    @property
    def said(self) -> Written:
        """What was said, for the command."""
        given = self.cleaned_data
        codes = [each.code for each in self.criteria]
        return Written(
            levels={code: given.get(f"{LEVEL}{code}") or "" for code in codes},
            reasons={code: given.get(f"{REASON}{code}") or "" for code in codes},
            **{name: given.get(name) or "" for name in ("overall", "words", "flags")},
        )

    def faults(self) -> Iterable[Fault]:
        return faults(self.said, self.criteria)


class ModerationForm(JudgingForm):
    """The three parts of moderation: is it complete, is the recommendation borne out, feedback (D1-62, D1-63)."""

    overall = OneChoiceField(label="The recommendation", choices=ModerationView.choices, required=False)
    words = LongTextField(label="What does your view rest on?", rows=6, required=False, max_length=MOST_WORDS)
    to_assessor = LongTextField(
        label="To the assessor",
        rows=4,
        required=False,
        max_length=MOST_WORDS,
        help_text="Your questions, or your feedback. The panel makes one answer of all reviews.",
    )
    to_candidate = LongTextField(
        label="To the newly qualified social worker",
        rows=4,
        required=False,
        max_length=MOST_WORDS,
        help_text="She reads what the panel makes of it once the employer has decided.",
    )
    flags = LongTextField(
        label="What should the chair look at closely?", rows=3, required=False, max_length=MOST_WORDS, help_text=FLAGS
    )
    guarded = ("words", "to_assessor", "to_candidate", "flags")

    def __init__(self, *args: Any, checks: Sequence[Check], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.checks = tuple(checks)
        asked: dict[str, Any] = {
            f"{CHECK}{each.code}": OneChoiceField(
                label=each.title, choices=YES_NO, inline=True, required=False, help_text=each.says
            )
            for each in self.checks
        }
        for test in Test:
            asked[f"{TEST}{test}"] = OneChoiceField(label=test.label, choices=YES_NO, inline=True, required=False)
        self.fields = {**asked, **self.fields}
        for each in self.checks:
            self.initial.setdefault(f"{CHECK}{each.code}", "yes" if each.is_met else "no")

    @property
    def boxes(self) -> list[Box]:
        parts = (
            ("complete", "Is it complete?", "Answered from the record. Say otherwise where you find otherwise."),
            ("tests", "Is the decision sound?", "Is the recommendation …"),
            ("view", "Is the recommendation borne out?", "Moderation never turns a recommendation round."),
            ("feedback", "Feedback", ""),
        )
        named = (
            [f"{CHECK}{each.code}" for each in self.checks],
            [f"{TEST}{test}" for test in Test],
            ["overall", "words"],
            ["to_assessor", "to_candidate"],
        )
        return [Box(*part, tuple(self[name] for name in names), True) for part, names in zip(parts, named, strict=True)]

    @property
    def said(self) -> Moderated:
        """What was said, for the command."""
        given = self.cleaned_data
        return Moderated(
            checks=_answers(given, CHECK, [each.code for each in self.checks]),
            tests=_answers(given, TEST, list(Test.values)),
            view=given.get("overall") or "",
            **{name: given.get(name) or "" for name in ("words", "to_assessor", "to_candidate", "flags")},
        )

    def faults(self) -> Iterable[Fault]:
        return moderation_faults(self.said, [each.code for each in self.checks])


class LookForm(Guarded, PortalForm):
    """Whether the reviews hold, why where they do not, and words."""

    submit_words = "Hand it in"
    marks_optional = False
    guarded = ("words",)
    view = OneChoiceField(label="What do you say of the reviews?", choices=Look.choices, required=False)
    reason = OneChoiceField(
        label="Why?",
        choices=[("", "They hold"), *LookReason.choices],
        as_list=True,
        required=False,
        help_text="Where you vary them, or they do not hold.",
    )
    words = LongTextField(label="What did you find?", rows=8, required=False, max_length=MOST_WORDS)

    @property
    def said(self) -> LookSaid:
        given = self.cleaned_data
        return LookSaid(**{name: given.get(name) or "" for name in ("view", "reason", "words")})

    def clean(self) -> dict[str, Any]:
        """Everything that is missing at once, each beside its question."""
        given: dict[str, Any] = super().clean() or {}
        for fault in look_faults(view=self.said.view, reason=self.said.reason, words=self.said.words):
            if fault.field not in self.errors:
                self.add_error(fault.field, fault.says)
        return given


class AskLookForm(PortalForm):
    """Whom to ask to look again."""

    submit_words = "Ask her"
    person = OneChoiceField(label="Who is to look again?")

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        fields: Any = self.fields
        fields["person"].choices = [(pk, each.full_name) for pk, each in self.people.items()]

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class OpenAgainForm(PortalForm):
    """Why a review is opened again."""

    submit_words = "Open it again"
    marks_optional = False
    reason = LongTextField(
        label="What is to be changed?",
        rows=4,
        max_length=MOST_REASON,
        help_text="The reviewer reads it. What she handed in stays, and is in her form again.",
    )


class NotesForm(Guarded, PortalForm):
    """Private notes, part of nothing."""

    submit_words = "Save"
    marks_optional = False
    guarded = ("notes",)
    notes = LongTextField(label="Your notes", rows=14, required=False, max_length=MOST_WORDS)


class PaperForm(PortalForm):
    """Having a PDF made needs no words."""

    submit_words = "Make the PDF"


def _answers(given: dict[str, Any], prefix: str, codes: Iterable[str]) -> dict[str, bool]:
    """The yes and no that were given; what was not answered is left out."""
    said = {code: given.get(f"{prefix}{code}") for code in codes}
    return {code: answer == "yes" for code, answer in said.items() if answer}
