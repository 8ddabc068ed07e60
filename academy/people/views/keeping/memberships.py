"""How people without a post belong."""

from django.db.models import Model

from academy.people.forms.keeping.dated import EndForm, MembershipForm
from academy.people.services import memberships
from academy.people.views.keeping.base import PersonForm, RowForm


class BeginMembership(PersonForm):
    form_class = MembershipForm
    title = "Begin a membership"
    intro = "For somebody who belongs here without a post. She sees only what she is given."
    done_message = "The membership is entered."

    def act(self, form: MembershipForm) -> Model:
        return memberships.begin(
            person=self.person, organisation=self.organisation, by=self.actor, at=self.now, **form.cleaned_data
        )


class EndMembership(RowForm):
    rows = "memberships"
    form_class = EndForm
    title = "End this membership"
    done_message = "The membership ends after that day."

    def act(self, form: EndForm) -> Model:
        return memberships.end(membership=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
