"""Platforms and subscriptions, as an academy keeps them."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.people.choices import RoleCode
from academy.training.choices import OpenTo
from academy.training.models import Subscription
from academy.training.services import platforms
from academy.training.services.platforms import PlatformSaid, SubscriptionSaid
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory

pytestmark = pytest.mark.django_db
POOL = PlatformSaid(name="Learning Pool", open_to=OpenTo.PROVIDERS)
MRC = SubscriptionSaid(name="Making Research Count", short_name="MRC", aims=["Spread research"], sessions_a_year=5)


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


def last_event():
    return Event.objects.order_by("pk").last()


def test_platform_is_added_changed_and_withdrawn(council, by):
    platform = platforms.add_platform(organisation=council, said=POOL, by=by, at=NOW)
    assert (platform.code, platform.open_to, last_event().to_state) == ("learning-pool", "providers", "offered")

    said = PlatformSaid(name="Learning Pool", open_to=OpenTo.STAFF, url="https://pool.example/")
    platform = platforms.change_platform(platform=platform, said=said, by=by, at=NOW)
    assert (platform.url, last_event().changed) == ("https://pool.example/", ["open_to", "url"])

    platform = platforms.withdraw_platform(platform=platform, from_on=TODAY, by=by, at=NOW)
    assert (platform.withdrawn_on, last_event().to_state) == (TODAY, "withdrawn")
    with pytest.raises(Refused, match="Offer it again first"):
        platforms.change_platform(platform=platform, said=said, by=by, at=NOW)
    platform = platforms.offer_platform_again(platform=platform, by=by, at=NOW)
    assert (platform.withdrawn_on, last_event().to_state) == (None, "offered")


def test_subscription_is_added_changed_and_withdrawn(council, by):
    held = platforms.add_subscription(organisation=council, said=MRC, by=by, at=NOW)
    assert (held.code, held.aims, held.sessions_a_year) == ("making-research-count", ["Spread research"], 5)

    said = SubscriptionSaid(name="Making Research Count", short_name="MRC", sessions_a_year=6)
    held = platforms.change_subscription(subscription=held, said=said, by=by, at=NOW)
    assert (held.sessions_a_year, last_event().changed) == (6, ["aims", "sessions_a_year"])

    held = platforms.withdraw_subscription(subscription=held, from_on=TODAY, by=by, at=NOW)
    assert (held.withdrawn_on, last_event().act) == (TODAY, "training.subscription.withdraw")

    held = platforms.hold_again(subscription=held, by=by, at=NOW)
    assert (held.withdrawn_on, last_event().act) == (None, "training.subscription.hold_again")
    with pytest.raises(Refused, match="This is offered already"):
        platforms.hold_again(subscription=held, by=by, at=NOW)


def test_shipped_platform_that_a_file_withdrew_is_the_academys_own_once_offered_again(council, by):
    platform = PlatformFactory(organisation=council, origin=Origin.SHIPPED, withdrawn_on=TODAY)
    assert platforms.offer_platform_again(platform=platform, by=by, at=NOW).origin == Origin.PUBLISHED


def test_shipped_platform_that_was_changed_is_the_academys_own(council, by):
    platform = PlatformFactory(organisation=council, origin=Origin.SHIPPED)
    assert platforms.change_platform(platform=platform, said=POOL, by=by, at=NOW).origin == Origin.PUBLISHED


@pytest.mark.parametrize(("number", "says"), [(1, "1 course is still offered"), (2, "2 courses are still offered")])
def test_platform_of_offered_courses_is_not_withdrawn(council, by, number, says):
    platform = PlatformFactory(organisation=council)
    for _ in range(number):
        CourseFactory(organisation=council, platform=platform)
    CourseFactory(organisation=council, platform=platform, withdrawn_on=TODAY)
    with pytest.raises(Refused, match=f"{says} with it. Change or withdraw them first"):
        platforms.withdraw_platform(platform=platform, from_on=TODAY, by=by, at=NOW)


def test_withdrawing_backwards_is_refused_at_the_day(council, by):
    with pytest.raises(Refused, match="Give today or a day to come") as refused:
        platforms.withdraw_platform(
            platform=PlatformFactory(organisation=council), from_on=date(2020, 1, 1), by=by, at=NOW
        )
    assert refused.value.field == "from_on"


def test_nobody_but_the_academy_keeps_platforms_and_subscriptions(council):
    by = as_actor(staff_of(council))
    with pytest.raises(Refused, match="Only the academy keeps what is offered"):
        platforms.add_subscription(organisation=council, said=MRC, by=by, at=NOW)
    with pytest.raises(Refused, match="Only the academy keeps what is offered"):
        platforms.withdraw_platform(platform=PlatformFactory(organisation=council), from_on=TODAY, by=by, at=NOW)
    assert Subscription.objects.count() == 0
