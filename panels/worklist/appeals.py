"""What waits of appeals: people to name for the academy lead, an answer for those who hear one."""

from collections.abc import Iterable
from datetime import date

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import within
from panels.models import Appeal
from panels.selectors.appeals import to_hear, to_staff
from panels.selectors.called import called_to
from panels.selectors.wording import about
from panels.worklist.checking import OF


def _name(actor: Actor, on: date) -> list[Item]:
    return _items(to_staff(actor), actor, what="Name who hears the appeal of", action="Name them")


def _answer(actor: Actor, on: date) -> list[Item]:
    return _items(to_hear(actor), actor, what="Hear and answer the appeal of", action="Open it")


def _items(appeals: Iterable[Appeal], actor: Actor, *, what: str, action: str) -> list[Item]:
    rows = list(appeals)
    names = called_to(actor, [each.decision.case for each in rows]) if rows else {}
    return [
        Item(
            what=f"{what} {names[each.decision.case_id]}: {within(about(each.decision.case))}",
            why="Nobody who had a part in the decision hears it.",
            url=each.get_absolute_url(),
            action=action,
            due_on=each.hear_by,
            of=f"{OF}:{each.decision.case_id}",
        )
        for each in rows
    ]


declare(Provider("panels.appeal.name", _name))
declare(Provider("panels.appeal.answer", _answer))
