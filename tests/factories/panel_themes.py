"""Themes of moderation, what is noted under them, and actions of the year's plan, for tests. Stored as they are."""

from datetime import timedelta

import factory

from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from panels import models as made
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import NoteSort
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.panels import case_in
from tests.factories.people import NOW, TODAY, holder_of


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = made.Theme

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda n: f"theme-{n}")
    title = factory.Sequence(lambda n: f"Theme {n}")


class ThemeNoteFactory(factory.django.DjangoModelFactory):
    """Something to learn, noted today on an ASYE that was told."""

    class Meta:
        model = made.ThemeNote

    theme = factory.SubFactory(ThemeFactory)
    case = factory.LazyAttribute(
        lambda row: case_in(CaseState.RELEASED, kind=CaseKind.MODERATION, organisation=row.theme.organisation)
    )
    sort = NoteSort.TO_LEARN
    words = "The reflections stay on the surface."
    noted_on = TODAY
    noted_by = factory.SubFactory(PersonFactory)


class ActionFactory(factory.django.DjangoModelFactory):
    """An open action of this year's plan, due in a week."""

    class Meta:
        model = made.Action

    organisation = factory.SubFactory(OrganisationFactory)
    year = TODAY.year
    words = "A workshop for assessors."
    owner = factory.LazyAttribute(lambda row: keeper_of(row.organisation))
    due_on = TODAY + timedelta(days=7)
    opened_at = NOW


def keeper_of(organisation: Organisation) -> Person:
    """Somebody who runs moderation there without leading the academy."""
    return holder_of(RoleCode.ACADEMY_STAFF, organisation)
