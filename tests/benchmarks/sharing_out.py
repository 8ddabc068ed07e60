"""Sharing cases out: `python -m tests.benchmarks.sharing_out`.

Makes a panel with 60 members, of whom some have ended their terms, with 500 cases of one sitting that want three
reviewers of both services each, in a database in memory. Three members are tied to each case, one declined it, and some
have cases of another sitting already. Tells how long proposing takes, also as a multiple of an empty page, how even the
loads are, and how long it takes to ask somebody proposed, by fifty of them; times are the processor's.

Loads that differ by more than one, a place that stays open, somebody proposed who is refused, or more queries for 500
cases than for 10 end it with 1.
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.benchmarks.in_memory import ROUNDS, in_memory

FEW, CASES, MEMBERS, ENDED = 10, 500, 60, 4
TIED, ASKED = 3, 50


def main() -> int:
    """Measure at both sizes; the bigger one is told."""
    with in_memory():
        few, many = (measured(number) for number in (FEW, CASES))
    told = (
        f"{CASES} cases, {MEMBERS - ENDED} of {MEMBERS} members with a seat, {many['places']} places",
        f"proposed in {many['propose']:.1f} s with {many['queries']} queries, {many['ratio']:.0f} times an empty page",
        f"loads {many['least']} to {many['most']}, {many['short']} cases short",
        f"asked in {many['ask'] * 1000:.0f} ms each with {many['each']:.0f} queries; {many['refused']} refused",
    )
    sys.stdout.write("\n".join([*told, *faults(few, many)]) + "\n")
    return 1 if faults(few, many) else 0


def faults(few: dict[str, Any], many: dict[str, Any]) -> list[str]:
    """What must not be."""
    return [
        *([f"FAULT: loads from {many['least']} to {many['most']}."] if many["most"] - many["least"] > 1 else []),
        *([f"FAULT: {many['short']} cases short."] if many["short"] else []),
        *([f"FAULT: {many['refused']} of what was proposed is refused."] if many["refused"] else []),
        *([f"FAULT: {many['queries']} queries, not {few['queries']}."] if many["queries"] != few["queries"] else []),
    ]


def measured(number: int) -> dict[str, Any]:
    """A panel with so many cases: what proposing and asking takes, and what is proposed."""
    from django.urls import reverse

    from panels.selectors.sharing import sharing_of
    from panels.services.assigning import share_out
    from tests.benchmarks.measuring import asker
    from tests.factories.people import NOW, account_of, as_actor

    judging = panel_with_cases(number)
    actor = as_actor(judging.chair)
    empty = asker(account_of(judging.chair), reverse("empty"))
    empty()
    an_empty_page = spent(empty)
    propose = spent(lambda: sharing_of(judging.meeting, actor))
    _, queries = queries_of(lambda: sharing_of(judging.meeting, actor))
    sharing = sharing_of(judging.meeting, actor)
    loads = [already + more for _, already, more in sharing.loads]
    shared: list[Any] = []
    pairs = sharing.pairs[:ASKED]
    took, asking = queries_of(lambda: shared.append(share_out(pairs=pairs, by=actor, at=NOW)))
    return {
        "places": sum(len(row.proposed) for row in sharing.rows),
        "propose": propose,
        "queries": queries,
        "ratio": propose / an_empty_page,
        "least": min(loads),
        "most": max(loads),
        "short": sum(bool(row.short) for row in sharing.rows),
        "ask": took / len(pairs),
        "refused": len(shared[0].refused),
        "each": asking / len(pairs),
    }


def panel_with_cases(number: int) -> Any:
    """So many cases that wait to be given to reviewers, with what stands in the way of giving them to anybody."""
    from panels.models import Assignment, Member, Tie
    from panels.rules.policy import PLAIN
    from tests.benchmarks import judged_panel as building
    from tests.factories.people import NOW, TODAY

    judging = building.panel_with(MEMBERS, reviewer_mix=True, max_load=PLAIN.max_load * 5)
    ended = [each.pk for each in judging.members[-ENDED:]]
    Member.objects.filter(panel=judging.panel, person_id__in=ended).update(until_on=TODAY.replace(day=1))
    other = building.cases_in(judging, building.sat_before(judging, 1), ["in_review"] * (number // 5))
    Assignment.objects.bulk_create(_given(judging, place, case) for place, case in enumerate(other))
    cases = building.cases_in(judging, judging.meeting, ["accepted"] * number)
    how = {"kind": "line_manager", "strength": "hard", "source": "member", "state": "steps_back", "noted_at": NOW}
    Tie.objects.bulk_create(
        Tie(case=case, person=judging.members[(place + each * 7) % MEMBERS], **how)
        for place, case in enumerate(cases)
        for each in range(TIED)
    )
    over = {"state": "declined", "ended_at": NOW, "reason": "I am away."}
    Assignment.objects.bulk_create(_given(judging, place + 3, case, **over) for place, case in enumerate(cases))
    return judging


def _given(judging: Any, place: int, case: Any, **said: Any) -> Any:
    from panels.models import Assignment
    from tests.factories.people import NOW, TODAY

    row = {"state": "accepted", "answer_by": TODAY, "due_on": TODAY, "asked_at": NOW, **said}
    return Assignment(case=case, person=judging.members[place % (MEMBERS // 2)], **row)


def spent(work: Callable[[], object]) -> float:
    """The median of a few rounds, in seconds."""

    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return statistics.median(once() for _ in range(ROUNDS))


def queries_of(work: Callable[[], object]) -> tuple[float, int]:
    """The seconds it takes once, and how many queries."""
    from django.db import connection

    number = 0

    def count(execute: Any, *args: Any) -> Any:
        nonlocal number
        number += 1
        return execute(*args)

    began = time.process_time()
    with connection.execute_wrapper(count):
        work()
    return time.process_time() - began, number


if __name__ == "__main__":
    sys.exit(main())
