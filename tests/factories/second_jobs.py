"""Second jobs and what organisations say about them."""

from datetime import date
from decimal import Decimal

import factory

from academy.people.choices.second_jobs import PermittedBy, SecondJobState
from academy.people.models import SecondJob, SecondJobPolicy
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW


class SecondJobPolicyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SecondJobPolicy

    code = factory.Sequence(lambda number: f"policy-{number}")
    valid_from = factory.Sequence(lambda number: date.fromordinal(date(2015, 1, 1).toordinal() + number))
    content = factory.LazyFunction(lambda: {"threshold": {"grade": "BG9", "point": 28, "at": "line_manager"}})


class SecondJobFactory(factory.django.DjangoModelFactory):
    """A declaration of eight hours beside 37, waiting for the line manager."""

    class Meta:
        model = SecondJob

    class Params:
        allowed = factory.Trait(state=SecondJobState.ALLOWED, decided_at=NOW, renew_on=date(2027, 11, 17))

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    policy = factory.SubFactory(SecondJobPolicyFactory)
    employer = "Avonmouth Night Shelter"
    role = "Support worker"
    hours = Decimal("8.00")
    hours_in_all = Decimal("45.00")
    from_on = TODAY
    permitted_by = PermittedBy.LINE_MANAGER
    declared_at = NOW
