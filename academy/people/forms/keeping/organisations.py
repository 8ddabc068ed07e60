"""Organisations with their first keeper, and partners of a partnership."""

from typing import Any

from django import forms

from academy.identity.choices import OrganisationKind
from academy.people.choices import RESERVED_ROLE_GIVERS, RoleCode
from academy.people.forms.keeping.dated import EndForm
from academy.people.forms.keeping.people import ASKS
from academy.people.services.keepers import KeeperDetails
from academy.people.services.organisations import OrganisationDetails
from academy.people.services.people import PersonDetails
from academy.ui.forms import (
    Fieldset,
    Layout,
    LongTextField,
    OneChoiceField,
    PortalForm,
    ShortTextField,
    WrittenDateField,
    YesField,
)

ABOUT_IT = ("name", "short_name", "kind", "academy_name")
ABOUT_HER = ("given_name", "family_name", "work_email", "role")
NOTE = "Why? It is kept with the change. Nothing about a person."
ROLES = [(role.value, role.label) for role in RESERVED_ROLE_GIVERS]
ROLE_HINTS = {
    RoleCode.ACADEMY_LEAD.value: "Where the organisation has an academy or a learning team of its own.",
    RoleCode.ADMINISTRATOR.value: "Where somebody only keeps its people and their roles.",
}


class NamesForm(PortalForm):
    """What an organisation is and is called."""

    name = ShortTextField(label="Name", max_length=120)
    short_name = ShortTextField(label="Short name", max_length=60, width=20, help_text="As lists say it: Bristol.")
    kind = OneChoiceField(label="What is it?", choices=OrganisationKind.choices)
    academy_name = ShortTextField(
        label="Name of its academy",
        max_length=120,
        required=False,
        help_text="Only where it has one. The academy then has a public page.",
    )

    @property
    def details(self) -> OrganisationDetails:
        """What was filled in, of a valid form."""
        return OrganisationDetails(**{name: self.cleaned_data.get(name, "") for name in (*ABOUT_IT, "about")})


class OrganisationForm(NamesForm):
    """The same with what everybody may read, and why it is changed."""

    submit_words = "Save the change"
    about = LongTextField(label="What everybody may read about it", required=False, rows=3, max_length=3000)
    note = ShortTextField(label="Note", required=False, help_text=NOTE)


class KeeperForm(PortalForm):
    """Who keeps an organisation first."""

    submit_words = "Send the invitation"
    given_name = ShortTextField(label="Given name", max_length=80, width=20)
    family_name = ShortTextField(label="Family name", max_length=80, width=20)
    work_email = ShortTextField(
        label="Work e-mail address", kind="email", max_length=254, help_text="The invitation goes there."
    )
    role = OneChoiceField(label="As what does she keep it?", choices=ROLES, hints=ROLE_HINTS)

    def clean_work_email(self) -> str:
        email: str = self.cleaned_data["work_email"]
        return str(forms.EmailField(error_messages={"invalid": ASKS}).clean(email)).lower()

    @property
    def keeper(self) -> KeeperDetails:
        """Whom the valid form names."""
        given = self.cleaned_data
        person = PersonDetails(
            given_name=given["given_name"], family_name=given["family_name"], work_email=given["work_email"]
        )
        return KeeperDetails(person, given["role"])


class NewOrganisationForm(NamesForm, KeeperForm):
    """An organisation and its first keeper; a partnership may take it in at once."""

    submit_words = "Add it and invite her"
    from_on = WrittenDateField(label="From which day?", help_text="The day it begins here.")

    def __init__(self, *args: Any, partnership: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        joins = ("joins",) if partnership else ()
        if partnership:
            self.fields["joins"] = YesField(label=f"It is a partner of {partnership} from that day", required=False)
        self.layout = Layout(
            Fieldset(*ABOUT_IT, "from_on", *joins, legend="The organisation", legend_size="m"),
            Fieldset(*ABOUT_HER, legend="Who keeps it first", legend_size="m"),
        )


class EndOrganisationForm(EndForm):
    """The last day of an organisation or of a partner, and why."""

    note = ShortTextField(label="Note", help_text=NOTE)


class PartnerDatesForm(PortalForm):
    """From which day to which an organisation is a partner, and why that is corrected."""

    submit_words = "Correct the dates"
    from_on = WrittenDateField(label="Partner from which day?")
    until_on = WrittenDateField(label="Last day", required=False, help_text="Empty: it goes on.")
    note = ShortTextField(label="Note", required=False, help_text=NOTE)


class PartnerForm(PortalForm):
    """An organisation that is known already becomes a partner."""

    submit_words = "Add the partner"
    from_on = WrittenDateField(label="From which day?")
    until_on = WrittenDateField(label="Last day", required=False)

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"] = OneChoiceField(
            label="Organisation", as_list=True, choices=[("", "Choose"), *organisations]
        )
        self.order_fields(["member", "from_on", "until_on"])
