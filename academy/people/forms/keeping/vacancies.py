"""What a vacancy says, and why it is withdrawn."""

from typing import Any

from django.core.exceptions import ValidationError

from academy.people.models import Vacancy
from academy.people.selectors.grades import Choices, code_of, grade_chosen
from academy.people.selectors.terms_choices import TermsChoices, terms_chosen
from academy.people.services.vacancies import VacancyDetails
from academy.ui.forms import LongTextField, OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField

NONE = ("", "None")
ORDER = ["title", "reference", "team", "job_role", "grade", "places", "opens_on", "closes_on", "contract"]


class VacancyForm(PortalForm):
    """A vacancy, planned or changed."""

    title = ShortTextField(label="Title", max_length=120, help_text="As people read it: Senior practitioner.")
    reference = ShortTextField(
        label="Reference", max_length=40, width=20, help_text="The number it has in recruitment."
    )
    places = ShortTextField(label="How many places?", width=2, initial="1")
    opens_on = WrittenDateField(label="From which day can people apply?", help_text="On this day it opens by itself.")
    closes_on = WrittenDateField(label="Until which day?", help_text="It still counts.")
    contract = ShortTextField(
        label="Contract", max_length=160, required=False, help_text="For example: permanent, full time or part time."
    )
    about = LongTextField(
        label="What else applicants should know", required=False, max_length=3000, rows=5, help_text="And how to apply."
    )
    is_outside = YesField(
        label="People outside may apply too. Then it stands on the academy’s public page.", required=False
    )

    def __init__(self, *args: Any, organisation_id: int, choices: TermsChoices, grades: Choices, **kwargs: Any) -> None:
        self.organisation_id = organisation_id
        super().__init__(*args, **kwargs)
        self.fields["team"] = OneChoiceField(label="Team", as_list=True, choices=[("", "Choose"), *choices.teams])
        self.fields["job_role"] = OneChoiceField(
            label="Job", as_list=True, choices=[("", "Choose"), *choices.job_roles]
        )
        self.fields["grade"] = OneChoiceField(
            label="Grade and level", as_list=True, required=False, choices=[NONE, *grades]
        )
        self.order_fields(ORDER)

    def clean_places(self) -> int:
        written: str = self.cleaned_data["places"]
        if not (written.isascii() and written.isdigit() and len(written) <= 3):
            raise ValidationError("Write how many places there are as a whole number, for example 1.")
        return int(written)

    @property
    def details(self) -> VacancyDetails:
        """What was filled in, of a valid form; each choice was among those of the organisation."""
        given = dict(self.cleaned_data)
        grade, level = grade_chosen(self.organisation_id, given.pop("grade"))
        chosen = terms_chosen(
            self.organisation_id, team=given.pop("team"), job_role=given.pop("job_role"), grade="", level=""
        )
        return VacancyDetails(team=chosen.team, job_role=chosen.job_role, grade=grade, level=level, **given)


class NewVacancyForm(VacancyForm):
    submit_words = "Plan the vacancy"


class WithdrawVacancyForm(PortalForm):
    submit_words = "Withdraw it"
    submit_is_warning = True
    reason = ShortTextField(label="Why is it withdrawn?", help_text="Kept with the record.")


def read_back(vacancy: Vacancy) -> dict[str, Any]:
    """A vacancy as the form's answers."""
    names = ("title", "reference", "opens_on", "closes_on", "contract", "about", "is_outside")
    return {
        **{name: getattr(vacancy, name) for name in names},
        "places": str(vacancy.places),
        "team": str(vacancy.team_id),
        "job_role": str(vacancy.job_role_id),
        "grade": code_of(vacancy.grade_id, vacancy.level_id),
    }
