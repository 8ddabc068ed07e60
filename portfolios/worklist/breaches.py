"""Breaches of confidentiality that wait: for the author to correct, and for whoever found them to look again."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.choices.portfolios import OPEN_TO_AUTHOR
from portfolios.selectors.breaches import to_correct, to_settle


def _to_correct(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    return [
        Item(
            what=f"Correct “{each.portfolio.title}”: somebody could be told from it",
            why="The page says where it stands and by which hour it is to be corrected.",
            url=each.get_absolute_url(),
            action="Read where",
            due_on=timezone.localdate(each.correct_by),
        )
        for each in to_correct(actor.person_id)
        if each.portfolio.state in OPEN_TO_AUTHOR
    ]


def _to_settle(actor: Actor, on: date) -> list[Item]:
    """Once its author has had it signed again, or the time is over."""
    if actor.person_id is None:
        return []
    return [
        Item(
            what=f"Say whether the portfolio of {each.portfolio.person.full_name} is corrected",
            why="You noted that somebody could be told from it.",
            url=reverse("portfolios:settle-breach", args=[each.pk]),
            action="Look and say",
            due_on=timezone.localdate(each.correct_by),
        )
        for each in to_settle(actor.person_id)
        if each.portfolio.state not in OPEN_TO_AUTHOR or timezone.localdate(each.correct_by) < on
    ]


declare(Provider("portfolios.breach", _to_correct))
declare(Provider("portfolios.breach_found", _to_settle))
