"""Grants and bars for tests."""

from datetime import UTC, datetime

import factory
from django.contrib.contenttypes.models import ContentType

from academy.engines.access.models import Bar, Grant
from tests.factories.identity import TODAY, PersonFactory

GIVEN_AT = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


class _LineFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        exclude = ["thing"]

    thing = factory.SubFactory(PersonFactory)
    person = factory.SubFactory(PersonFactory)
    thing_type = factory.LazyAttribute(lambda made: ContentType.objects.get_for_model(made.thing))
    thing_id = factory.SelfAttribute("thing.pk")
    purpose = "share"
    from_on = TODAY
    given_at = GIVEN_AT


class GrantFactory(_LineFactory):
    """A grant on `thing` (any model; a person if none is given) that holds from today."""

    class Meta:
        model = Grant


class BarFactory(_LineFactory):
    """A bar from `thing` that holds from today."""

    class Meta:
        model = Bar
