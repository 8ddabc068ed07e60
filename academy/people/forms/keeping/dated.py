"""Small forms about something dated: its last day, a registration, a role, a deputy, a membership, an absence."""

from typing import Any

from academy.identity.models import Organisation, Person
from academy.people.choices import (
    RESERVED_ROLE_GIVERS,
    RESERVED_ROLES,
    AbsenceCategory,
    AnnotationKind,
    MembershipKind,
    Regulator,
    RoleCode,
)
from academy.people.forms.keeping.search import ColleagueSearch, Find, colleague_field
from academy.people.selectors.terms_choices import scope_chosen
from academy.people.services.registrations import RegistrationDetails
from academy.people.services.roles import RoleDetails
from academy.ui.forms import OneChoiceField, PortalForm, ShortTextField, WrittenDateField, YesField


class EndForm(PortalForm):
    """The last day something holds."""

    submit_words = "End it"
    submit_is_warning = True
    last_day = WrittenDateField(label="What is the last day?", help_text="It still counts.")


class SureForm(PortalForm):
    """Nothing to fill in: one press."""


class PublicForm(PortalForm):
    is_public = YesField(
        label="She agreed to stand there with her name and job. Without the tick she is not shown.", required=False
    )


class RegistrationForm(PortalForm):
    submit_words = "Enter the registration"
    regulator = OneChoiceField(label="Regulator", choices=Regulator.choices)
    number = ShortTextField(label="Registration number", max_length=20, width=10, help_text="For example SW12345.")
    from_on = WrittenDateField(label="Registered since")
    expires_on = WrittenDateField(label="Renewed until", required=False)

    @property
    def details(self) -> RegistrationDetails:
        return RegistrationDetails(**self.cleaned_data)


class RenewalForm(PortalForm):
    submit_words = "Note the renewal"
    expires_on = WrittenDateField(label="Renewed until which day?")


class AnnotationForm(PortalForm):
    submit_words = "Enter the note"
    kind = OneChoiceField(label="What does the register note?", choices=AnnotationKind.choices)
    from_on = WrittenDateField(label="Since which day?")


class AbsenceForm(PortalForm):
    submit_words = "Enter the absence"
    category = OneChoiceField(
        label="Kind of absence",
        choices=AbsenceCategory.choices,
        help_text="Only the kind is kept, never a reason.",
    )
    from_on = WrittenDateField(label="First day away")
    until_on = WrittenDateField(label="Last day away", required=False, help_text="Leave it open if nobody knows yet.")


class MembershipForm(PortalForm):
    submit_words = "Begin the membership"
    kind = OneChoiceField(label="How does she belong?", choices=MembershipKind.choices)
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day", required=False)


class DeputyForm(PortalForm):
    submit_words = "Name this deputy"
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day", required=False)

    def __init__(self, *args: Any, find: Find, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"] = colleague_field("Who stands in?", required=True)
        self.order_fields(["deputy", "from_on", "until_on"])
        self.search = ColleagueSearch(self, "deputy", find=find)

    def clean_deputy(self) -> Person | None:
        return self.search.found()


class RoleForm(PortalForm):
    """A role with scope and dates; offers the roles that open records widely only to those who may give them."""

    submit_words = "Give the role"
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day", required=False)

    def __init__(self, *args: Any, scopes: list[tuple[str, str]], gives_reserved: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [choice for choice in RoleCode.choices if gives_reserved or choice[0] not in RESERVED_ROLES]
        self.fields["role"] = OneChoiceField(label="Role", as_list=True, choices=[("", "Choose"), *roles])
        self.fields["scope"] = OneChoiceField(label="Where does it hold?", as_list=True, required=False, choices=scopes)
        self.order_fields(["role", "scope", "from_on", "until_on"])

    def details(self, organisation: Organisation) -> RoleDetails:
        """The role and its scope, of a valid form: a scope was among the choices of the organisation."""
        service, team = scope_chosen(organisation.pk, self.cleaned_data["scope"])
        return RoleDetails(role=self.cleaned_data["role"], organisation=organisation, service=service, team=team)


def gives_reserved(roles: set[str]) -> bool:
    """Do these roles let somebody give the roles that open records widely?"""
    return bool(roles.intersection(RESERVED_ROLE_GIVERS))
