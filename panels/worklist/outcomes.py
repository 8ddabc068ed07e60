"""What waits after a decision: letters for the lead, feedback for who gives it, targets for whom they concern."""

from datetime import date

from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.wording import counted, within
from panels.selectors.called import numbered
from panels.selectors.outcomes_waiting import ToTell, feedback_to_give, targets_to_reach, to_tell
from panels.selectors.wording import about

OF = "panels.case"


def _telling(actor: Actor, on: date) -> list[Item]:
    return [_item(each) for each in to_tell(actor)]


def _item(waiting: ToTell) -> Item:
    letters = f"Read {counted(waiting.unread, 'letter')}" if waiting.unread else "Tell what was decided"
    why = f"{counted(waiting.of, 'decision')} not told yet. Nobody outside the panel knows before the letters go."
    if waiting.meeting is not None:
        day = in_words(waiting.meeting.sitting.on)
        url, of, whose = reverse("panels:outbox", args=[waiting.meeting.pk]), "", f"the panel of {day}"
    else:
        pk = waiting.case.pk if waiting.case else 0
        url, of, whose = reverse("panels:case", args=[pk]), f"{OF}:{pk}", numbered(pk).lower()
    return Item(what=f"{letters}: {whose}", why=why, url=url, action="Open", due_on=waiting.due_on, of=of)


def _giving(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Give feedback to {each.case.person.full_name}: {within(about(each.case))}",
            why=f"You are named for it as {each.get_sort_display()}.",
            url=each.get_absolute_url(),
            action="Write it",
            due_on=each.due_on,
            of=f"{OF}:{each.case_id}",
        )
        for each in feedback_to_give(actor)
    ]


def _reaching(actor: Actor, on: date) -> list[Item]:
    items: list[Item] = []
    for each in targets_to_reach(actor, on=on):
        case = each.decision.case
        is_own = case.person_id == actor.person_id
        items.append(
            Item(
                what=f"{'Your plan' if is_own else f'The plan of {case.person.full_name}'}: {each.words}",
                why="It is a target the panel set.",
                url=each.get_absolute_url(),
                action="Note it as done",
                due_on=each.due_on,
                of=f"{OF}:{case.pk}",
            )
        )
    return items


declare(Provider("panels.telling", _telling))
declare(Provider("panels.feedback", _giving))
declare(Provider("panels.targets", _reaching))
