"""Vacancies, in the state asked for with the moments that go with it; and grades changed by decisions."""

from datetime import date, timedelta

import factory

from academy.people.models import GradeChange, Vacancy
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, JobRoleFactory, TeamFactory, TermsFactory


class VacancyFactory(factory.django.DjangoModelFactory):
    """A vacancy of one place that is open on the day of the tests."""

    class Meta:
        model = Vacancy

    class Params:
        planned = factory.Trait(state="planned", opened_at=None, opens_on=TODAY + timedelta(days=7))
        closed = factory.Trait(state="closed", closed_at=NOW)
        filled = factory.Trait(state="filled", closed_at=NOW, filled_at=NOW)
        withdrawn = factory.Trait(state="withdrawn", withdrawn_at=NOW)

    organisation = factory.SubFactory(OrganisationFactory)
    team = factory.SubFactory(TeamFactory, service__organisation=factory.SelfAttribute("...organisation"))
    job_role = factory.SubFactory(JobRoleFactory)
    title = factory.Sequence(lambda number: f"Senior practitioner {number}")
    reference = factory.Sequence(lambda number: f"V{number}")
    opens_on = date(2026, 11, 2)
    closes_on = date(2026, 12, 4)
    state = "open"
    opened_at = NOW


class GradeChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GradeChange

    terms = factory.SubFactory(TermsFactory)
    basis = "panel"
    decision = "Panel of 17 June 2026"
    decision_key = factory.Sequence(lambda number: f"panels:2026-06/{number}")
    entered_at = NOW
