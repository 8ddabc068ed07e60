"""What waits as submissions are looked through: new ones and mended ones for the clerk, what to mend for candidates."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import within
from panels.choices.cases import CaseState
from panels.selectors.called import called_to
from panels.selectors.checking_waiting import to_look_through, to_mend
from panels.selectors.wording import about

OF = "panels.case"


def _to_look_through(actor: Actor, on: date) -> list[Item]:
    cases = list(to_look_through(actor))
    names = called_to(actor, cases) if cases else {}
    return [
        Item(
            what=f"Look through the case of {names[case.pk]}: {within(about(case))}",
            why=(
                "What was asked for is mended."
                if case.state == CaseState.CHANGES_MADE
                else "It is handed in. Accept it, or ask for what is missing."
            ),
            url=case.get_absolute_url(),
            action="Look it through",
            waiting_since=timezone.localdate(case.moved_at),
            of=f"{OF}:{case.pk}",
        )
        for case in cases
    ]


def _to_mend(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Mend what is asked for in your case: {within(about(case))}",
            why="It is accepted once that is done.",
            url=case.get_absolute_url(),
            action="See what is asked for",
            due_on=getattr(case, "mend_by"),
            waiting_since=timezone.localdate(case.moved_at),
            of=f"{OF}:{case.pk}",
        )
        for case in to_mend(actor)
    ]


declare(Provider("panels.checking", _to_look_through))
declare(Provider("panels.mending", _to_mend))
