"""Leaver events and support to qualify."""

from datetime import date

import factory

from academy.people.choices.leaving import LeavingState, QualifyingRoute
from academy.people.models import Leaving, QualifyingSupport
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, JobRoleFactory


class LeavingFactory(factory.django.DjangoModelFactory):
    """Somebody who leaves after four years at the end of the year."""

    class Meta:
        model = Leaving

    class Params:
        interviewed = factory.Trait(
            state=LeavingState.INTERVIEWED,
            interviewed_on=date(2026, 11, 16),
            interviewed_by=factory.SubFactory(PersonFactory),
            reasons=["progression"],
        )

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    joined_on = date(2022, 12, 1)
    last_on = date(2026, 12, 31)
    entered_at = NOW


class QualifyingSupportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QualifyingSupport

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    route = QualifyingRoute.APPRENTICESHIP
    towards = factory.SubFactory(JobRoleFactory)
    from_on = date(2023, 9, 1)
    entered_at = NOW
