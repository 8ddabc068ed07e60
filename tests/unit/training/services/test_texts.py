"""Texts an academy publishes: versions follow each other, and none changes."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.training.choices import TextKind
from academy.training.models import PublishedText
from academy.training.services.texts import TextSaid, publish
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.training import PublishedTextFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def lead(council):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, council))


def said(**changed):
    values = {"kind": TextKind.EXPECTATION, "title": "What we expect", "owner": "The academy", "text": "Learn."}
    return TextSaid(**({**values, "valid_from": TODAY} | changed))


def test_new_text_is_published_with_a_key_of_its_own(council, lead):
    PublishedTextFactory(organisation=council, key="what-we-expect")

    text = publish(organisation=council, key="", said=said(), by=lead, at=NOW)

    assert (text.key, text.code, text.published_by_id) == ("what-we-expect-2", "2026-11-17", lead.person_id)
    event = Event.objects.order_by("pk").last()
    assert (event.act, event.to_state, event.changed) == (
        "training.text.publish",
        "published",
        ["text", "valid_from"],
    )


def test_new_version_stands_beside_the_one_before(council, lead):
    before = PublishedTextFactory(organisation=council, key="offer")

    text = publish(organisation=council, key="offer", said=said(text="More."), by=lead, at=NOW)

    before.refresh_from_db()
    assert (text.key, text.text, before.text, before.valid_to) == (
        *("offer", "More."),
        *("Learning in-house follows the priorities of the service.", None),
    )
    assert len(text.checksum) == 64


@pytest.mark.parametrize("first_day", [date(2021, 4, 1), date(2020, 1, 1)])
def test_version_that_does_not_follow_the_last_is_refused_at_the_day(council, lead, first_day):
    PublishedTextFactory(organisation=council, key="offer")
    with pytest.raises(Refused, match="The last version begins on 1 April 2021") as refused:
        publish(organisation=council, key="offer", said=said(valid_from=first_day), by=lead, at=NOW)
    assert (refused.value.field, PublishedText.objects.count()) == ("valid_from", 1)


def test_nobody_but_the_academy_lead_publishes(council):
    by = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))
    with pytest.raises(Refused, match="Only the academy lead of the organisation publishes its texts"):
        publish(organisation=council, key="", said=said(), by=by, at=NOW)
    assert PublishedText.objects.count() == 0
