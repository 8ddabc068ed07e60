"""Entries in regulators' registers: entering, renewing, ending, and what is noted beside the name."""

from django.db.models import Model

from academy.people.forms.keeping.dated import AnnotationForm, EndForm, RegistrationForm, RenewalForm
from academy.people.models import Annotation, Registration
from academy.people.services import registrations
from academy.people.views.keeping.base import PersonForm, RowForm


class EnterRegistration(PersonForm):
    form_class = RegistrationForm
    title = "Enter a registration"
    intro = "As the public register shows it. Check it there first."
    done_message = "The registration is entered."

    def act(self, form: RegistrationForm) -> Model:
        return registrations.enter(person=self.person, details=form.details, by=self.actor, at=self.now)


class OneRegistration(RowForm):
    """An act on one entry; registers belong to no organisation."""

    rows = "registrations"
    is_of_organisation = False
    thing: Registration


class RenewRegistration(OneRegistration):
    form_class = RenewalForm
    title = "Renew the registration"
    done_message = "The renewal is noted."

    def act(self, form: RenewalForm) -> Model:
        return registrations.renew(registration=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class Annotate(OneRegistration):
    form_class = AnnotationForm
    title = "Note AMHP or BIA"
    intro = "Only what the public register shows beside her name."
    done_message = "The note is entered."

    def act(self, form: AnnotationForm) -> Model:
        return registrations.annotate(registration=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class EndRegistration(OneRegistration):
    form_class = EndForm
    title = "End the registration"
    intro = "What is noted beside it ends with it."
    done_message = "The registration ends after that day."

    def act(self, form: EndForm) -> Model:
        return registrations.end(registration=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class EndAnnotation(OneRegistration):
    form_class = EndForm
    title = "End the note on the register"
    done_message = "The note ends after that day."

    def load(self) -> Model:
        """The registration; a note that is not beside it is a 404."""
        registration: Registration = super().load()
        self.note: Annotation = self.find(registration.annotations.all(), pk=self.kwargs["note"])
        return registration

    def act(self, form: EndForm) -> Model:
        return registrations.end_annotation(annotation=self.note, by=self.actor, at=self.now, **form.cleaned_data)
