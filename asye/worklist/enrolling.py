"""Newly qualified social workers in post whom nobody has enrolled yet (S0-20)."""

from datetime import date

from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.querysets.enrolments import RUNNERS
from asye.selectors.enrolling import MOST_SHOWN, can_be_enrolled


def _to_enrol(actor: Actor, on: date) -> list[Item]:
    """One line for all of them, for who runs the programme; nothing is asked for anybody else."""
    if not actor.organisations_where(*RUNNERS):
        return []
    posts = [each for each in can_be_enrolled(actor) if each.post.from_on <= on]
    if not posts:
        return []
    since = min(each.post.from_on for each in posts)
    one, number = posts[0].post.person, f"{len(posts)}{' or more' if len(posts) == MOST_SHOWN else ''}"
    is_one = len(posts) == 1
    return [
        Item(
            what=f"Enrol {one.full_name} in the ASYE" if is_one else f"Enrol {number} newly qualified social workers",
            why=f"In a newly qualified post without a year, since {in_words(since)}.",
            url=reverse("asye:enrol-person", args=[one.pk]) if is_one else reverse("asye:enrol"),
            action="See whether she is eligible" if is_one else "See who they are",
            waiting_since=since,
        )
    ]


declare(Provider("asye.enrolling", _to_enrol))
