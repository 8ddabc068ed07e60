"""Monitoring forms and answers, and numbers of the HR system."""

from datetime import date

import factory

from academy.people.models import MonitoringAnswer, MonitoringForm, StaffNumber
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW


class MonitoringFormFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MonitoringForm

    code = factory.Sequence(lambda number: f"form-{number}")
    valid_from = date(2020, 1, 1)


class MonitoringAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MonitoringAnswer

    person = factory.SubFactory(PersonFactory)
    question = "age"
    answer = "25-34"
    given_at = NOW


class StaffNumberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StaffNumber

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    number = factory.Sequence(lambda number: f"{100000 + number}")
    entered_at = NOW
