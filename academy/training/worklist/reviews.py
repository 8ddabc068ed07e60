"""What reviews of the academy ask somebody to do."""

from datetime import date

from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.training.selectors.reviews import own_open_actions


def _actions(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    return [
        Item(
            what=action.what,
            why=f"From the review “{action.review.title}”.",
            url=reverse("training_settings:finish-action", args=[action.pk]),
            action="Say it is done",
            due_on=action.due_on,
        )
        for action in own_open_actions(actor)
    ]


declare(Provider("training.review-action", _actions))
