"""The academy's pages about e-learning platforms and subscriptions."""

from dataclasses import fields
from typing import Any

from django.db.models import Model

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.training.forms.ending import WithdrawForm
from academy.training.forms.offer import PlatformForm, SubscriptionForm
from academy.training.models import Platform, Subscription
from academy.training.selectors.kept_offer import platforms_kept, subscriptions_kept, with_sessions
from academy.training.services import platforms
from academy.training.services.platforms import PlatformSaid, SubscriptionSaid
from academy.training.views.keeping.base import KeepingForm, KeepsOffer


class Platforms(KeepsOffer, Page):
    """Platforms with who may use them; subscriptions with their sessions of this year."""

    listed = ("Platforms and subscriptions", "platforms")
    template_name = "training/keeping/platforms.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.listed[0],
            "platforms": list(platforms_kept(self.actor)),
            "subscriptions": with_sessions(self.actor),
            "crumbs": self.crumbs(),
        }


class PlatformsForm(KeepingForm):
    listed = Platforms.listed


class AddPlatform(PlatformsForm):
    form_class = PlatformForm
    title = "Add a platform"
    done_message = "The platform is added."

    def act(self, form: PlatformForm) -> Model:
        return platforms.add_platform(organisation=self.organisation, said=form.said, by=self.actor, at=self.now)


class LoadsPlatform(KeepsOffer):
    listed = Platforms.listed
    thing: Platform

    def load(self) -> Platform:
        platform: Platform = self.find(platforms_kept(self.actor), pk=self.kwargs["pk"])
        return platform


class OfferPlatformAgain(LoadsPlatform, Act):
    done_message = "The platform is offered again."

    def act(self) -> Model:
        return platforms.offer_platform_again(platform=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.back


class ChangePlatform(LoadsPlatform, KeepingForm):
    form_class = PlatformForm
    title = "Change a platform"
    done_message = "The platform is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {field.name: getattr(self.thing, field.name) for field in fields(PlatformSaid)}}

    def act(self, form: PlatformForm) -> Model:
        return platforms.change_platform(platform=self.thing, said=form.said, by=self.actor, at=self.now)


class WithdrawPlatform(LoadsPlatform, KeepingForm):
    form_class = WithdrawForm
    title = "Withdraw a platform"
    intro = "What people finished there stays in their records."
    done_message = "The platform is withdrawn."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: WithdrawForm) -> Model:
        return platforms.withdraw_platform(platform=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class AddSubscription(PlatformsForm):
    form_class = SubscriptionForm
    title = "Add a subscription"
    done_message = "The subscription is added."

    def act(self, form: SubscriptionForm) -> Model:
        return platforms.add_subscription(organisation=self.organisation, said=form.said, by=self.actor, at=self.now)


class LoadsSubscription(KeepsOffer):
    listed = Platforms.listed
    thing: Subscription

    def load(self) -> Subscription:
        subscription: Subscription = self.find(subscriptions_kept(self.actor), pk=self.kwargs["pk"])
        return subscription


class HoldSubscriptionAgain(LoadsSubscription, Act):
    done_message = "The subscription is held again."

    def act(self) -> Model:
        return platforms.hold_again(subscription=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.back


class ChangeSubscription(LoadsSubscription, KeepingForm):
    form_class = SubscriptionForm
    title = "Change a subscription"
    done_message = "The subscription is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        said = {field.name: getattr(self.thing, field.name) for field in fields(SubscriptionSaid)}
        return {"initial": {**said, "aims": "\n".join(self.thing.aims)}}

    def act(self, form: SubscriptionForm) -> Model:
        return platforms.change_subscription(subscription=self.thing, said=form.said, by=self.actor, at=self.now)


class WithdrawSubscription(LoadsSubscription, KeepingForm):
    form_class = WithdrawForm
    title = "Withdraw a subscription"
    intro = "What it brought stays where it is."
    done_message = "The subscription is withdrawn."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"from_on": self.today}}

    def act(self, form: WithdrawForm) -> Model:
        return platforms.withdraw_subscription(subscription=self.thing, by=self.actor, at=self.now, **form.cleaned_data)
