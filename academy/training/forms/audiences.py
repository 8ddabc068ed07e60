"""One more group a course is for."""

from typing import Any

from academy.people.choices import Profession, ServiceKind
from academy.people.selectors.terms_choices import TermsChoices
from academy.training.choices import AudienceWho
from academy.training.services.audiences import Whom
from academy.ui.forms import OneChoiceField, PortalForm

ANY = ("", "Any")


class AudienceForm(PortalForm):
    """Everything that is chosen has to fit. `places` are the teams, jobs and grades of the course's organisation."""

    submit_words = "Add this group"
    marks_optional = False
    organisation = OneChoiceField(label="Whose people?", as_list=True)
    who = OneChoiceField(label="Which of them?", choices=AudienceWho.choices, initial=AudienceWho.STAFF)
    service_kind = OneChoiceField(label="In services for", required=False, as_list=True)
    profession = OneChoiceField(label="Profession", required=False, as_list=True)
    job_role = OneChoiceField(label="Job", required=False, as_list=True)
    team = OneChoiceField(label="Team", required=False, as_list=True)
    grade = OneChoiceField(label="Grade", required=False, as_list=True)

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], places: TermsChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].choices = organisations
        fields["service_kind"].choices = [ANY, *ServiceKind.choices]
        fields["profession"].choices = [ANY, *Profession.choices]
        fields["job_role"].choices = [ANY, *places.job_roles]
        fields["team"].choices = [ANY, *places.teams]
        fields["grade"].choices = [ANY, *places.grades]

    @property
    def whom(self) -> Whom:
        """The group the valid form names."""
        given = self.cleaned_data
        return Whom(
            organisation_id=int(given["organisation"]),
            who=given["who"],
            service_kind=given["service_kind"],
            profession=given["profession"],
            job_role_id=_id(given["job_role"]),
            team_id=_id(given["team"]),
            grade_id=_id(given["grade"]),
        )


def _id(value: str) -> int | None:
    return int(value) if value else None
