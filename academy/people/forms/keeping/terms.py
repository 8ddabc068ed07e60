"""What holds in a post: present terms are read back, and only what is changed matters."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError

from academy.identity.models import Organisation, Person
from academy.people.forms.keeping.search import ColleagueSearch, Find, colleague_field
from academy.people.models import Terms
from academy.people.selectors.terms_choices import TermsChoices, terms_chosen
from academy.people.services.terms import TermsDetails
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField

NONE = ("", "None")
ORDER = [
    *("team", "job_role", "job_title", "grade", "level", "spinal_point", "fte", "line_manager"),
    *("from_on", "reason", "is_second"),
]


@dataclass(frozen=True)
class TermsQuestions:
    """What the form needs to ask: the choices of the organisation, how colleagues are found, what holds today, whether
    whoever fills it in may know the spinal point, and whether the grade is hers to change."""

    organisation: Organisation
    choices: TermsChoices
    find: Find
    present: Terms | None = None
    shows_pay: bool = False
    changes_grade: bool = True


class TermsForm(PortalForm):
    """Terms from a day on."""

    submit_words = "Change from that day"
    from_on = WrittenDateField(label="From which day?")
    job_title = ShortTextField(
        label="Job title", max_length=120, required=False, help_text="Only where the organisation calls it otherwise."
    )
    fte = ShortTextField(
        label="Hours, as a share of full time", width=5, initial="1", help_text="1 is full time, 0.6 three days a week."
    )
    spinal_point = ShortTextField(label="Spinal point", width=3, required=False)
    reason = ShortTextField(
        label="Reason", required=False, help_text="Shown in her record: new in post, ASYE passed. Never about health."
    )

    def __init__(self, *args: Any, questions: TermsQuestions, **kwargs: Any) -> None:
        self.questions = questions
        kwargs.setdefault("initial", _read_back(questions.present))
        super().__init__(*args, **kwargs)
        choices = questions.choices
        self.fields["team"] = OneChoiceField(label="Team", as_list=True, choices=[("", "Choose"), *choices.teams])
        jobs = [("", "Choose"), *choices.job_roles]
        self.fields["job_role"] = OneChoiceField(label="Job", as_list=True, choices=jobs)
        self.fields["grade"] = _list("Grade", choices.grades)
        self.fields["level"] = _list("Level within the grade", choices.levels)
        present = questions.present.line_manager if questions.present else None
        self.fields["line_manager"] = colleague_field("Line manager", required=False, present=present)
        self.search = ColleagueSearch(self, "line_manager", find=questions.find, present=present)
        if not questions.shows_pay:
            del self.fields["spinal_point"]
        if not questions.changes_grade:
            del self.fields["grade"], self.fields["level"]
        self.order_fields(ORDER)

    def clean_fte(self) -> Decimal:
        try:
            fte = Decimal(self.cleaned_data["fte"].replace(",", "."))
        except InvalidOperation:
            fte = Decimal("NaN")
        if not fte.is_finite():
            raise ValidationError("Write a number above 0 and at most 1, for example 1 or 0.6.")
        return fte

    def clean_spinal_point(self) -> int | None:
        written = self.cleaned_data["spinal_point"]
        if written and not (written.isascii() and written.isdigit() and len(written) <= 3):
            raise ValidationError("Write the spinal point as a whole number, for example 28.")
        return int(written) if written else None

    def clean_line_manager(self) -> Person | None:
        return self.search.found()

    @property
    def details(self) -> TermsDetails:
        """What was filled in, of a valid form; each choice was among those of the organisation."""
        given = {**_read_back(self.questions.present), **self.cleaned_data}
        chosen = terms_chosen(
            self.questions.organisation.pk,
            team=given["team"],
            job_role=given["job_role"],
            grade=given["grade"],
            level=given["level"],
        )
        return TermsDetails(
            team=chosen.team,
            job_role=chosen.job_role,
            job_title=given["job_title"],
            grade=chosen.grade,
            level=chosen.level,
            spinal_point=self.cleaned_data.get("spinal_point"),
            fte=given["fte"],
            line_manager=given["line_manager"],
            reason=given["reason"],
        )


class NewPostForm(TermsForm):
    """The terms a post begins with."""

    submit_words = "Begin the post"
    is_second = YesField(label="She keeps another post here, which stays the primary one", required=False)


def _list(label: str, choices: list[tuple[str, str]]) -> OneChoiceField:
    return OneChoiceField(label=label, as_list=True, required=False, choices=[NONE, *choices])


def _read_back(terms: Terms | None) -> dict[str, Any]:
    """The present terms as the form's answers; the reason is asked anew."""
    if terms is None:
        return {}
    return {
        "team": str(terms.team_id),
        "job_role": str(terms.job_role_id),
        "job_title": terms.job_title,
        "grade": str(terms.grade_id or ""),
        "level": str(terms.level_id or ""),
        "spinal_point": "" if terms.spinal_point is None else str(terms.spinal_point),
        "fte": str(terms.fte),
    }
