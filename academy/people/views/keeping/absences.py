"""Time away: dates and a kind, never a reason."""

from django.db.models import Model

from academy.people.forms.keeping.dated import AbsenceForm, EndForm
from academy.people.services import absences
from academy.people.views.keeping.base import PersonForm, RowForm


class EnterAbsence(PersonForm):
    permission = "people.absence.keep"
    form_class = AbsenceForm
    title = "Enter an absence"
    done_message = "The absence is entered."

    def act(self, form: AbsenceForm) -> Model:
        return absences.enter(person=self.person, by=self.actor, at=self.now, **form.cleaned_data)


class EndAbsence(RowForm):
    permission = "people.absence.keep"
    rows = "absences"
    is_of_organisation = False
    form_class = EndForm
    title = "She is back"
    done_message = "The last day away is entered."

    def act(self, form: EndForm) -> Model:
        return absences.end(absence=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
