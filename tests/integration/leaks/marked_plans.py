"""Goals and appraisals: what two people wrote, and what learning they agreed is needed."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from tests.factories.plans import AppraisalAddendumFactory, LearningNeedFactory, appraisal_in, goal_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def plans_kept(small: SmallWorld) -> Iterator[Told]:
    """A goal and an appraisal of somebody managed, one signed before, and a goal of the other council."""
    hers: dict[str, Any] = {"person": small.report, "organisation": small.council}
    goal = goal_in("open", title="Zqgoaltitle", **hers)
    there = goal_in("open", title="Zqgoalthere", person=small.neighbour, organisation=small.other_council)
    talk = appraisal_in("open", manager=small.manager, own={"well": "Zqownpart"}, year_on=date(2025, 4, 1), **hers)
    before = appraisal_in("signed", manager=small.manager, year_on=date(2024, 4, 1), **hers)
    LearningNeedFactory(appraisal=talk, title="Zqlearningneed")
    AppraisalAddendumFactory(appraisal=before, written_by=small.manager, words="Zqaddedwords")
    yield "title of a goal", "Zqgoaltitle", "manager", _sees(goal)
    yield "title of a goal elsewhere", "Zqgoalthere", "neighbour", _sees(there)
    yield "her own part of an appraisal", "Zqownpart", "manager", _sees(talk)
    yield "a learning need", "Zqlearningneed", "report", _sees(talk)
    yield "what was added to a signed appraisal", "Zqaddedwords", "manager", _sees(before)


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
