"""What waits of reviews: to be held, written, sent, signed; and plans of support to be looked at."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from asye.models import Review
from asye.selectors.next_steps import about
from asye.selectors.reviews import parts_to_write
from asye.selectors.reviews_waiting import plans_to_look_at, to_hold, to_send, to_sign_by


def _hold(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Hold {_the(each, actor)}",
            why="Note afterwards who came; then each writes a part.",
            url=each.get_absolute_url(),
            action="Open it",
            due_on=each.milestone.due_on,
            of=about(each.enrolment_id),
        )
        for each in to_hold(actor, on)
    ]


def _write(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Write your part of {_the(each.review, actor)}",
            why="The others read it once you say that it is done.",
            url=reverse("asye:write-part", args=[each.pk]),
            action="Write",
            waiting_since=each.review.held_on,
            of=about(each.review.enrolment_id),
        )
        for each in parts_to_write(actor)
    ]


def _send(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Send {_the(each, actor)} to be signed",
            why="Everybody has written.",
            url=reverse("asye:send-review", args=[each.pk]),
            action="Look at it",
            waiting_since=each.held_on,
            of=about(each.enrolment_id),
        )
        for each in to_send(actor)
    ]


def _sign(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Sign {_the(each, actor)}",
            why="It is locked once everybody has signed.",
            url=reverse("asye:sign-review", args=[each.pk]),
            action="Read and sign",
            waiting_since=timezone.localdate(each.changed_at),
            of=about(each.enrolment_id),
        )
        for each in to_sign_by(actor)
    ]


def _look_at(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Look at the plan of support with {each.enrolment.person.full_name}",
            why="Carry it on to another day, or close the concern.",
            url=each.get_absolute_url(),
            action="Open it",
            due_on=each.plan_review_on,
            of=about(each.enrolment_id),
        )
        for each in plans_to_look_at(actor, on)
    ]


def _the(review: Review, actor: Actor) -> str:
    title = review.milestone.title.lower()
    return (
        f"your {title}"
        if review.person_id == actor.person_id
        else f"the {title} of {review.enrolment.person.full_name}"
    )


declare(Provider("asye.review.hold", _hold))
declare(Provider("asye.review.write", _write))
declare(Provider("asye.review.send", _send))
declare(Provider("asye.review.sign", _sign))
declare(Provider("asye.concern.look_at", _look_at))
