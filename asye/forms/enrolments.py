"""Enrolling somebody: when the year starts, when she qualified, and who has which part in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from academy.ui.forms import DateField, LongTextField, OneChoiceField, PortalForm, ShortTextField, YesField
from asye.choices.enrolments import MOST_REASON, Programme, Role
from asye.forms.documents_seen import documents_field
from asye.rules.parts_of_policy import Document
from asye.selectors.enrolling import Candidate, Known
from asye.services.enrolments import Details

SEEN = "Asked for before the year begins; what comes later is noted on the record, which keeps no document."
BEFORE_DOCUMENTS = ("programme", "starts_on", "qualified_on", "knowledge_current")
CHOSEN = (Role.ASSESSOR, Role.PRACTICE_ASSESSOR, Role.SUPERVISOR, Role.COORDINATOR)


class FindForm(forms.Form):
    """Words of a name to look for, sent by GET."""

    q = forms.CharField(required=False, max_length=80)

    @property
    def asked(self) -> str:
        return str(self.cleaned_data["q"]) if self.is_valid() else ""


class EnrolForm(PortalForm):
    """Few questions: what is known of her is read back beside them. First it is explained whether she is eligible; sent
    again unchanged, she is enrolled."""

    submit_words = "See whether she is eligible"
    programme = OneChoiceField(label="Which programme?", choices=Programme.choices, initial=Programme.ASYE)
    starts_on = DateField(label="First day of the year", help_text="Not before she was registered.")
    qualified_on = DateField(label="When did she qualify?", help_text="The day on her degree certificate.")
    knowledge_current = LongTextField(
        label="Why is her knowledge still current?",
        help_text="Only where more than two years have gone by since she qualified.",
        rows=2,
        required=False,
        max_length=MOST_REASON,
    )
    is_agency = YesField(label="An agency employs her", required=False)
    agency_agreement = ShortTextField(
        label="Who gives support and assessment: the agency, or you?",
        help_text="Only where an agency employs her; it is written down with the agency.",
        required=False,
        max_length=MOST_REASON,
    )
    assessor = OneChoiceField(label="Assessor", as_list=True)
    practice_assessor = OneChoiceField(label="Practice assessor", as_list=True)
    supervisor = OneChoiceField(
        label="Professional supervisor",
        as_list=True,
        required=False,
        help_text="Where her line manager is not a registered social worker.",
    )
    coordinator = OneChoiceField(label="Co-ordinator", as_list=True)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        known: Known,
        roles: Sequence[Role],
        offered: Mapping[Role, Sequence[Candidate]],
        documents: Sequence[Document] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        fields: dict[str, Any] = self.fields
        for role in CHOSEN:
            if role not in offered:
                del fields[role.value]
                continue
            fields[role.value].choices = [("", "Choose"), *((each.person.pk, said_of(each)) for each in offered[role])]
            fields[role.value].required = role in roles
        if documents:
            fields["documents"] = documents_field(documents, label="What have you seen?", help_text=SEEN)
        if known.service != "children":
            del fields["programme"]
        self.order_fields([*BEFORE_DOCUMENTS, "documents"])

    @property
    def details(self) -> Details:
        """What was said, of a valid form, beside what is known of her post."""
        said = self.cleaned_data
        return Details(
            starts_on=said["starts_on"],
            qualified_on=said["qualified_on"],
            fte=self.known.fte,
            contract_on=self.known.contract_on,
            knowledge_current=said["knowledge_current"],
            is_agency=said["is_agency"],
            agency_agreement=said["agency_agreement"],
            programme=Programme(said.get("programme") or Programme.ASYE),
            documents=tuple(said.get("documents", ())),
            people={role: int(said[role.value]) for role in CHOSEN if said.get(role.value)},
        )


def said_of(candidate: Candidate) -> str:
    """Somebody to choose, in one line: "Tom Baines (assessor of 2 now)"."""
    return f"{candidate.person.full_name} ({candidate.work})"


def seen_as(details: Details) -> str:
    """What was explained, so that what is sent again is told from what was changed since."""
    people = ",".join(f"{role}={person}" for role, person in sorted(details.people.items()))
    days: tuple[date | None, ...] = (details.starts_on, details.qualified_on)
    noted = (details.is_agency, details.agency_agreement, details.knowledge_current, *details.documents)
    said = (*days, *noted, details.programme, people)
    return "|".join(str(each) for each in said)
