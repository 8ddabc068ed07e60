"""What waits of judging: to review, to look at once more, and what to do with reviews that are in."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import within
from panels.choices.judging import AssignmentKind
from panels.selectors.called import called_to
from panels.selectors.judging_waiting import to_compare, to_judge
from panels.selectors.looked import settled_among
from panels.selectors.wording import about

ALONE = "You judge alone; nobody reads it before all have handed in."
ONCE_MORE = "Something in the reviews asks for another look."
OF = "panels.case"


def _judge(actor: Actor, on: date) -> list[Item]:
    given = list(to_judge(actor))
    names = called_to(actor, [each.case for each in given]) if given else {}
    return [
        Item(
            what=f"{_verb(each.kind)} {names[each.case_id]}: {within(about(each.case))}",
            why=ALONE if each.kind == AssignmentKind.REVIEW else ONCE_MORE,
            url=each.get_absolute_url(),
            action="Judge it",
            due_on=each.due_on,
            of=f"{OF}:{each.case_id}",
        )
        for each in given
    ]


def _compare(actor: Actor, on: date) -> list[Item]:
    cases = list(to_compare(actor))
    names = called_to(actor, cases) if cases else {}
    settled = settled_among(cases) if cases else frozenset()
    return [
        Item(
            what=f"Compare the reviews of {names[case.pk]}: {within(about(case))}",
            why="They are in. Put the case on the agenda." if case.pk in settled else f"They are in. {ONCE_MORE}",
            url=case.get_absolute_url(),
            action="See them",
            waiting_since=timezone.localdate(case.moved_at),
            of=f"{OF}:{case.pk}",
        )
        for case in cases
    ]


def _verb(kind: str) -> str:
    return "Review" if kind == AssignmentKind.REVIEW else "Look once more at the reviews of"


declare(Provider("panels.judging", _judge))
declare(Provider("panels.comparing", _compare))
