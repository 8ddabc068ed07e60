"""Pages of a panel: `python -m tests.benchmarks.panel_pages`.

Makes an employer with 30 cases before its panel and one with 10,000, each with three reviews, their levels, a tie and
what was decided, in a database in memory. Most are of sittings that were held and told; in the one that goes on are 120
at the most, which stand in every way. Tells for each page how many queries it takes, its time as a multiple of an empty
page of the same layout, and how big it is.
"""

import sys
import time
from itertools import cycle, islice
from typing import Any

from tests.benchmarks.in_memory import run

SIZES = (30, 10_000)
MEMBERS = 60
TO_READ = ("reviews_in", "released")
AT_ONCE, IN_A_SITTING = 120, 250


def pages(cases: int) -> dict[str, tuple[Any, str]]:
    """Who asks for which pages. The empty one comes first."""
    from django.urls import reverse

    from academy.people.choices import RoleCode
    from panels.models import Assignment, Case
    from tests.factories.people import account_of, holder_of

    began = time.monotonic()
    judging = employer_with(cases)
    sys.stdout.write(f"{cases:,} cases built in {time.monotonic() - began:.0f} s\n")
    sys.stdout.flush()
    lead = account_of(holder_of(RoleCode.ACADEMY_LEAD, judging.organisation))
    chair = account_of(judging.chair)
    to_judge = Assignment.objects.filter(case__sitting=judging.meeting.sitting, state="accepted").earliest("pk")
    reviewer = account_of(to_judge.person)
    compared, told = (Case.objects.filter(panel=judging.panel, state=each).latest("pk") for each in TO_READ)
    pk = [judging.meeting.pk]
    return {
        "empty page": (lead, reverse("empty")),
        "panels": (lead, reverse("panels:home")),
        "a panel": (lead, judging.panel.get_absolute_url()),
        "sitting": (lead, reverse("panels:sitting-cases", args=pk)),
        "share out": (lead, reverse("panels:share-out", args=pk)),
        "case": (chair, compared.get_absolute_url()),
        "case, told": (lead, told.get_absolute_url()),
        "hers": (reviewer, reverse("panels:home")),
        "review": (reviewer, reverse("panels:review", args=[to_judge.pk])),
        "board": (chair, reverse("panels:meeting", args=pk)),
        "agenda": (chair, reverse("panels:agenda", args=pk)),
        "outbox": (lead, reverse("panels:outbox", args=pk)),
        "load": (lead, reverse("panels:load")),
        "stuck": (lead, reverse("panels:stuck")),
        "fairness": (lead, reverse("panels:fairness")),
        "home": (reviewer, reverse("desk:home")),
    }


def employer_with(cases: int) -> Any:
    """An employer with so many cases, those of sittings that were held before the others."""
    from tests.benchmarks import judged_panel as building

    judging = building.panel_with(MEMBERS)
    now = min(cases // 2, AT_ONCE)
    held, before = 1, cases - now
    while before:
        number = min(before, IN_A_SITTING)
        made = building.cases_in(judging, building.sat_before(judging, held), ["released"] * number)
        building.judge(judging, made)
        building.decide(judging, made)
        held, before = held + 1, before - number
    made = building.cases_in(judging, judging.meeting, islice(cycle(building.STANDING), now))
    building.judge(judging, made)
    building.decide(judging, made)
    return judging


if __name__ == "__main__":
    sys.exit(run(pages, SIZES, what="cases"))
