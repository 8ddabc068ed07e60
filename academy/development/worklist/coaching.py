"""What waits in coaching: an answer, a yes, a signature, a word whether one met, and the end."""

from datetime import date

from django.utils import timezone

from academy.development.choices.coaching import MatchState
from academy.development.selectors.coaching import MatchView, open_views
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _own(actor: Actor, on: date) -> list[Item]:
    views = open_views(actor)
    turns = [_turn(view) for view in views if view.waits_for_her]
    return [
        *turns,
        *(
            Item(what=what, why=why, url=view.match.get_absolute_url(), action="Open it")
            for view in views
            for what, why in _to_say(view)
        ),
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"{view.other.full_name} to {'answer' if view.is_asked else 'go on'} about your coaching",
            why="A place is kept for you until then." if view.is_asked else "It is the other’s turn.",
            url=view.match.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(view.match.changed_at),
            due_on=view.answer_due_on if view.is_asked else None,
        )
        for view in open_views(actor)
        if not view.is_coach and not view.is_running and not view.waits_for_her
    ]


def _turn(view: MatchView) -> Item:
    name = view.other.full_name
    words = {
        MatchState.ASKED: (f"Answer {name}, who asks you to coach", "A place of yours is kept until then.", "Answer"),
        MatchState.OFFERED: (f"Say yes to {name} as your coach", "Your request is accepted.", "See it"),
        MatchState.AGREED: (f"Sign the coaching contract with {name}", "Coaching begins with both.", "Open it"),
    }
    what, why, action = words[MatchState(view.match.state)]
    return Item(
        what=what,
        why=why,
        url=view.match.get_absolute_url(),
        action=action,
        waiting_since=timezone.localdate(view.match.changed_at),
        due_on=view.answer_due_on if view.is_asked else None,
    )


def _to_say(view: MatchView) -> list[tuple[str, str]]:
    """What is to be said of coaching that runs: one thing at a time, the weightiest first."""
    name = view.other.full_name
    if view.suggests_ending:
        return [(f"Talk with {name} about whether to go on", "Two of your meetings were missed.")]
    if view.is_over_time:
        return [(f"End the coaching with {name}", "The agreed time is over.")]
    if view.unsaid:
        return [(f"Say whether you met {name}", "A planned day has been. Only whether you met is noted.")]
    return []


declare(Provider("development.match", _own))
declare(Provider("development.match_awaited", _awaited, waits_on_others=True))
