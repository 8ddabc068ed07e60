"""What waits for somebody in her own writing, and in what colleagues share with her."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.development.selectors.reflections import asked_by, asked_of
from academy.development.selectors.regulators import asks_in_force
from academy.development.selectors.renewals import requirements_of
from academy.development.selectors.season import Season, team_standing
from academy.development.selectors.shared import shared_with
from academy.development.selectors.waiting import empty_stretch, resting_drafts
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _drafts(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Finish “{draft.name}”",
            why="Your draft has rested for more than a week. Only you can see it.",
            url=reverse("development:edit", args=[draft.pk]),
            action="Go on writing",
            waiting_since=timezone.localdate(draft.changed_at),
        )
        for draft in resting_drafts(actor, on)
    ]


def _shared(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Read and talk about “{each.share.version.title}”",
            why=f"{each.share.entry.author.full_name} shared it with you.",
            url=reverse("development:entry", args=[each.share.entry_id]),
            action="Read it",
            waiting_since=timezone.localdate(each.share.shared_at),
        )
        for each in shared_with(actor)
        if each.is_waiting
    ]


def _peer_asked(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Confirm {reflection.entry.author.full_name}’s peer reflection",
            why="You are asked whether you talked. You approve nothing.",
            url=reverse("development:answer-reflection", args=[reflection.pk]),
            action="Answer",
            waiting_since=timezone.localdate(reflection.asked_at),
        )
        for reflection in asked_of(actor)
    ]


def _peer_awaited(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"{reflection.peer_name} to confirm that you talked",
            why=f"About “{reflection.title}”. It counts without an answer too.",
            url=reflection.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(reflection.asked_at),
        )
        for reflection in asked_by(actor)
    ]


def _stretch(actor: Actor, on: date) -> list[Item]:
    stretch = empty_stretch(actor, on)
    if stretch is None:
        return []
    return [
        Item(
            what="Write something for your present stretch",
            why="Nothing is kept in it yet. A small, true piece is enough.",
            url=reverse("development:new"),
            action="Write an entry",
            due_on=stretch.ends_on,
        )
    ]


def _renewals(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Finish your renewal with {requirement.asks.name}",
            why=requirement.missing_words,
            url=f"{reverse('development:year')}#{requirement.asks.regulator}",
            action="See the steps",
            due_on=requirement.cycle.closes_on,
        )
        for requirement in requirements_of(actor)
        if requirement.missing and (requirement.is_open or requirement.is_over)
    ]


def _team_renewals(actor: Actor, on: date) -> list[Item]:
    """The season of the people she manages, while a window is open and somebody has not noted everything."""
    if not actor.manages:
        return []
    open_now = [season for asks in asks_in_force(on).values() if (season := Season.of_team(actor, asks)).is_open]
    counted = [(season, *team_standing(season)) for season in open_now]
    return [
        Item(
            what=f"See your team through renewing with {season.asks.name}",
            why=f"{unfinished} of {people} have not noted everything. You see days, never what they wrote.",
            url=f"{reverse('development:season')}?regulator={season.asks.regulator}",
            action="See the season",
            due_on=season.cycle.closes_on,
        )
        for season, people, unfinished in counted
        if unfinished
    ]


declare(Provider("development.draft", _drafts))
declare(Provider("development.renewal", _renewals))
declare(Provider("development.peer", _peer_asked))
declare(Provider("development.peer_awaited", _peer_awaited, waits_on_others=True))
declare(Provider("development.shared", _shared))
declare(Provider("development.stretch", _stretch))
declare(Provider("development.team_renewal", _team_renewals))
