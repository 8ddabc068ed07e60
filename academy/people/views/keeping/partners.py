"""Partners of a partnership: adding, correcting their dates, ending."""

from typing import Any

from django.db.models import Model

from academy.identity.models import Organisation
from academy.people.forms.keeping.organisations import EndOrganisationForm, PartnerDatesForm, PartnerForm
from academy.people.models import PartnershipMember
from academy.people.selectors.organisations import partners_kept, possible_partners
from academy.people.services import partners
from academy.people.views.keeping.organisations import OrganisationForms


class AddPartner(OrganisationForms):
    permission = "people.organisation.keep"
    form_class = PartnerForm
    title = "Add a partner"
    intro = "An organisation that is not in the list is added with its first keeper: see “Add an organisation”."
    done_message = "The partner is added."

    def form_arguments(self) -> dict[str, Any]:
        organisations = possible_partners(self.organisation.pk, self.today)
        return {"organisations": organisations, "initial": {"from_on": self.today}}

    def act(self, form: PartnerForm) -> Model:
        given = form.cleaned_data
        return partners.add(
            partnership=self.organisation,
            member=Organisation.objects.get(pk=given["member"]),
            from_on=given["from_on"],
            until_on=given["until_on"],
            by=self.actor,
            at=self.now,
        )


class OnePartner(OrganisationForms):
    permission = "people.organisation.keep"
    thing: PartnershipMember

    def load(self) -> Model:
        partner: PartnershipMember = self.find(partners_kept(self.actor), pk=self.kwargs["pk"])
        return partner

    def read(self) -> dict[str, Any]:
        return {**super().read(), "caption": self.thing.member.name}


class ChangePartner(OnePartner):
    form_class = PartnerDatesForm
    title = "Correct the dates of a partner"
    done_message = "The dates are corrected."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.thing.from_on, "until_on": self.thing.until_on}}

    def act(self, form: PartnerDatesForm) -> Model:
        return partners.change(partner=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class EndPartner(OnePartner):
    form_class = EndOrganisationForm
    title = "End a partner"
    intro = "The organisation itself goes on, and so does everything its people have here."
    done_message = "The organisation is a partner until that day."

    def act(self, form: EndOrganisationForm) -> Model:
        return partners.end(partner=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
