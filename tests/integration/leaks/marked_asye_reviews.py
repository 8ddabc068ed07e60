"""The assessed and supported year: what is written in a review and is not done, what is, and a concern."""

from collections.abc import Callable, Iterator
from datetime import date

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from asye.models import Cited, Enrolment, Plan, PlanGoal
from asye.services.plans import GoalSaid, add_goal
from asye.services.review_parts import write_part
from portfolios.choices.evidence import EvidenceState
from tests.factories.asye import ConcernFactory
from tests.factories.asye_reviews import held, scheduled
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import evidence_in
from tests.integration.leaks.walked_year import walked_year
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def years_reviewed(small: SmallWorld) -> Iterator[Told]:
    """A review that is being written: hers is done, the assessor's is not; a piece, a goal, a concern with its plan."""
    year, report = walked_year(small), small.report
    assessor = small.holders[RoleCode.ASYE_ASSESSOR]
    review = held(scheduled(year), as_actor(assessor))
    for role, who, text, is_done in (
        ("nqsw", report, "Zqreviewpartdone", True),
        ("assessor", assessor, "Zqreviewpartunfinished", False),
    ):
        part = review.parts.get(role=role)
        write_part(part=part, text=text, is_done=is_done, by=as_actor(who), at=NOW)
    piece = evidence_in(EvidenceState.COMPLETE, person=report, organisation=small.council, title="Zqcitedpiece")
    Cited.objects.create(review=review, evidence=piece, cited_by=report, cited_at=NOW)
    goal = GoalSaid(need="Zqgoaloftheyear", how="Shadowing.", by_on=date(2026, 12, 1))
    add_goal(thing=review, goal=goal, by=as_actor(report), at=NOW)
    begun = Plan.objects.create(enrolment=year, stage="months-0-3", made_at=NOW)
    PlanGoal.objects.create(plan=begun, need="Zqfirstgoal", how="Shadowing.", by_on=date(2026, 4, 1))
    ConcernFactory(enrolment=year, words="Zqasyeconcern", plan="Zqsupportplan", raised_by=assessor)
    shown = {
        "what she wrote in a review": "Zqreviewpartdone",
        "a goal of an ASYE plan": "Zqgoaloftheyear",
        "a goal agreed with an ASYE agreement": "Zqfirstgoal",
        "an ASYE concern": "Zqasyeconcern",
        "a plan of support": "Zqsupportplan",
    }
    for what, word in shown.items():
        yield what, word, "report", _sees(year)
    unfinished = "what an assessor has not said to be done"
    yield unfinished, "Zqreviewpartunfinished", RoleCode.ASYE_ASSESSOR.value, lambda actor: _is(actor, assessor.pk)


def _sees(year: Enrolment) -> Callable[[Actor], bool]:
    """Whoever may know that the year exists."""
    return lambda actor: Enrolment.objects.visible_to(actor).filter(pk=year.pk).exists()


def _is(actor: Actor, person_id: int) -> bool:
    return actor.person_id == person_id
