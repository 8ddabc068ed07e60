"""One's own pathways plan as a document: the map, benchmarks, the step ahead in sentences, the pathway, the dates."""

from dataclasses import dataclass

from academy.engines.audit.commands import Refused
from academy.engines.documents.declarations import Asked, DocumentContent
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.selectors.milestones import KeptPlan, plan_kept
from pathways.selectors.roadmap import Roadmap, roadmap_of
from pathways.selectors.standings import Standing, standings_of
from pathways.selectors.why import Why, why


@dataclass(frozen=True, kw_only=True)
class PlanDocument(DocumentContent):
    """What the pages are filled with: the road, and each step that leads on with how it stands."""

    person: Person
    academy: str
    found: Roadmap
    steps: tuple[Why, ...]
    kept: KeptPlan | None


def plan_document(asked: Asked) -> PlanDocument:
    """Where she stands as it is when it is made. Refuses who stands on no rung of a ladder."""
    person = visible_to(asked.by).get(pk=asked.person_id)
    standing = _standing(asked, person)
    academy = standing.organisation.academy_name or standing.organisation.name
    version = standing.ladder.version
    return PlanDocument(
        title="My pathways plan",
        author=person.full_name,
        running=f"{person.full_name} · pathways plan",
        made_at=asked.at,
        file_name=f"pathways-plan-{asked.by.on.isoformat()}",
        policy=str(version)[:120],
        person=person,
        academy=academy,
        found=roadmap_of(standing, person, asked.by),
        steps=tuple(_steps(standing, asked.by)),
        kept=plan_kept(standing.journey, asked.by),
    )


def _standing(asked: Asked, person: Person) -> Standing:
    wanted = (asked.choices["of"], asked.choices["ladder"])
    for each in standings_of([person.pk], on=asked.by.on)[person.pk]:
        if (each.organisation.slug, each.ladder.version.ladder) == wanted and each.rung is not None:
            return each
    raise Refused("You stand on no rung of this ladder, so there is no plan to make. Ask your manager about your post.")


def _steps(standing: Standing, actor: Actor) -> list[Why]:
    ways = {step.code: standing.ladder.pathways_of(step) for step in standing.steps}
    chosen = standing.pathway
    return [
        why(standing, step, pathway=chosen if chosen in ways[step.code] else None, on=actor.on, is_own=True)
        for step in standing.steps
    ]
