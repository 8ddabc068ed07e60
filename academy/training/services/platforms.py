"""E-learning platforms and subscriptions of an organisation: adding, changing and withdrawing them."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import Course, Platform, Subscription
from academy.training.rules import keeping as rules
from academy.training.services.keeping import (
    lock_kept,
    locked,
    own_code,
    require,
    to_offer_again,
    to_withdraw,
    written,
)


@dataclass(frozen=True, kw_only=True)
class PlatformSaid:
    name: str
    open_to: str
    about: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class SubscriptionSaid:
    """`sessions_a_year` is how many in-house sessions it brings each calendar year; None where nobody says."""

    name: str
    short_name: str
    about: str = ""
    aims: list[str] = field(default_factory=list)
    mainly_for: str = ""
    sessions_a_year: int | None = None


Said = PlatformSaid | SubscriptionSaid


@command("training.platform.add")
def add_platform(*, organisation: Organisation, said: PlatformSaid, by: Actor, at: datetime) -> Platform:
    """Add an e-learning platform. Its code, made of the name, stands in the tables it gives out."""
    platform = _added(Platform(organisation=organisation), said, by=by)
    record(platform, moved=("", "offered"), organisation=organisation.pk)
    return platform


@command("training.platform.change")
def change_platform(*, platform: Platform, said: PlatformSaid, by: Actor, at: datetime) -> Platform:
    """Change a platform; loading leaves it alone then. Refuses one that is withdrawn."""
    platform, changed = _changed(platform, said, by=by)
    record(platform, changed=changed, organisation=platform.organisation_id)
    return platform


@command("training.platform.withdraw")
def withdraw_platform(*, platform: Platform, from_on: date, by: Actor, at: datetime) -> Platform:
    """Offer a platform no longer from a day on. Refuses a past day, and one that offered courses are done on."""
    platform = _withdrawn(platform, from_on, by=by)
    record(platform, moved=("offered", "withdrawn"), organisation=platform.organisation_id)
    return platform


@command("training.platform.offer_again")
def offer_platform_again(*, platform: Platform, by: Actor, at: datetime) -> Platform:
    """Offer a withdrawn platform again. Refuses one that is offered."""
    platform = to_offer_again(platform, by=by)
    platform.save()
    record(platform, moved=("withdrawn", "offered"), organisation=platform.organisation_id)
    return platform


@command("training.subscription.add")
def add_subscription(*, organisation: Organisation, said: SubscriptionSaid, by: Actor, at: datetime) -> Subscription:
    """Add a subscription that brings learning."""
    subscription = _added(Subscription(organisation=organisation), said, by=by)
    record(subscription, moved=("", "held"), organisation=organisation.pk)
    return subscription


@command("training.subscription.change")
def change_subscription(*, subscription: Subscription, said: SubscriptionSaid, by: Actor, at: datetime) -> Subscription:
    """Change a subscription; loading leaves it alone then. Refuses one that is withdrawn."""
    subscription, changed = _changed(subscription, said, by=by)
    record(subscription, changed=changed, organisation=subscription.organisation_id)
    return subscription


@command("training.subscription.withdraw")
def withdraw_subscription(*, subscription: Subscription, from_on: date, by: Actor, at: datetime) -> Subscription:
    """Hold a subscription no longer from a day on. Refuses a past day, and one that offered courses come with."""
    subscription = _withdrawn(subscription, from_on, by=by)
    record(subscription, moved=("held", "withdrawn"), organisation=subscription.organisation_id)
    return subscription


@command("training.subscription.hold_again")
def hold_again(*, subscription: Subscription, by: Actor, at: datetime) -> Subscription:
    """Hold a withdrawn subscription again. Refuses one that is held."""
    subscription = to_offer_again(subscription, by=by)
    subscription.save()
    record(subscription, moved=("withdrawn", "held"), organisation=subscription.organisation_id)
    return subscription


def _added(row: Any, said: Said, *, by: Actor) -> Any:
    organisation = lock_kept(row, by=by)
    written(row, asdict(said))
    rows = type(row).objects.filter(organisation=organisation)
    row.code = own_code(rows, said.name, otherwise=type(row).__name__.lower())
    row.save()
    return row


def _changed(row: Any, said: Said, *, by: Actor) -> tuple[Any, tuple[str, ...]]:
    row = locked(row, by=by)
    require(rules.can_change(withdrawn_on=row.withdrawn_on))
    changed = written(row, {**asdict(said), "origin": Origin.PUBLISHED})
    row.save()
    return row, changed


def _withdrawn(row: Any, from_on: date, *, by: Actor) -> Any:
    row = to_withdraw(row, from_on, by=by)
    require(
        rules.can_leave_courses(courses=Course.objects.offered_on(from_on).filter(pk__in=row.courses.all()).count())
    )
    row.save()
    return row
