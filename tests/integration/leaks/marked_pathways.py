"""Pathways: what people wrote of their way, on what grounds somebody agreed, and why she did not."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model

from academy.identity.actor import Actor
from pathways.models import Journey, LadderVersion, Sitting
from pathways.selectors.editions import editions_seen
from tests.factories.pathways import (
    LadderVersionFactory,
    MilestoneFactory,
    SittingFactory,
    agreement_in,
    choice_in,
    journey_in,
    ladder_said,
)
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def ways_kept(small: SmallWorld) -> Iterator[Told]:
    """Somebody managed on her way along a ladder of her job, an earlier way she left, and one of the other council."""
    job = small.report.posts.get().terms.get().job_role.code
    low, *above = ladder_said()["rungs"]
    rungs = [{**low, "grade": None, "level": None, "job_roles": [job]}, *above]
    content = {name: ladder_said()[name] for name in ("source", "length_of_service", "steps", "pathways")}
    ladder = LadderVersionFactory(organisation=small.council, content={**content, "rungs": rungs})
    SittingFactory(organisation=small.council)
    SittingFactory(organisation=small.other_council)
    whose: dict[str, Any] = {"person": small.report, "organisation": small.council}
    left = journey_in("left", ladder=ladder, left_because="Zqleftbecause", **whose)
    journey = journey_in("open", ladder=ladder, **whose)
    said = {"words": "Zqwhythispathway", "service_area": "Zqservicearea", "business_need": "Zqbusinessneed"}
    chosen = choice_in("agreed", journey=journey, reason="Zqnotthisyear", **said)
    counts = agreement_in("agreed", words="Zqequivalentcourse", reason="Zqcertificateseen", **whose)
    there = {"person": small.neighbour, "organisation": small.other_council}
    elsewhere = choice_in("asked", journey=journey_in("open", **there), words="Zqpathwaythere")
    hidden = LadderVersionFactory(
        organisation=small.other_council,
        ladder="hidden",
        title="Zqladdernotpublic",
        service_kind="children",
        is_public=False,
    )
    yield "a ladder that is not public", hidden.title, "neighbour", _reads(hidden)
    yield "why somebody left her way", "Zqleftbecause", "manager", _sees(left)
    yield "how a pathway fits the service area", "Zqservicearea", "report", _sees(chosen)
    yield "what need a pathway meets", "Zqbusinessneed", "manager", _sees(chosen)
    yield "why somebody chose a pathway", "Zqwhythispathway", "manager", _sees(chosen)
    yield "why a pathway was not agreed", "Zqnotthisyear", "report", _sees(chosen)
    yield "what is to count", "Zqequivalentcourse", "manager", _sees(counts)
    yield "on what grounds it counts", "Zqcertificateseen", "report", _sees(counts)
    yield "words of a choice elsewhere", "Zqpathwaythere", "neighbour", _sees(elsewhere)
    yield _planned(journey)


def _planned(journey: Journey) -> Told:
    """A date of her plan back from a panel, which is for herself alone."""
    journey.sitting = Sitting.objects.get(organisation=journey.organisation)
    journey.save()
    date = MilestoneFactory(journey=journey, title="Zqplanneddate")
    return "a date of somebody's plan", "Zqplanneddate", "report", _sees(date)


def _reads(edition: LadderVersion) -> Callable[[Actor], bool]:
    return lambda actor: editions_seen(actor).filter(pk=edition.pk).exists()


def _sees(thing: Model) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    rows: Any = type(thing)._default_manager
    return lambda actor: bool(rows.visible_to(actor).filter(pk=thing.pk).exists())
