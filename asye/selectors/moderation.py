"""What moderation needs of a year, and who reads what of what it said (D1-62, D1-63, D1-65)."""

from dataclasses import dataclass

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from asye.choices.ending import Test
from asye.choices.enrolments import ENDED, EnrolmentState
from asye.models import Enrolment, Moderation, Recommendation
from asye.rules.final import Check
from asye.rules.moderation import panel_checks
from asye.selectors.elsewhere import moderated_at
from asye.selectors.final import recommends
from asye.selectors.held import checks_of
from asye.selectors.recommendations import numbered


@dataclass(frozen=True, kw_only=True)
class Case:
    """A recommendation as moderation takes it up: each check answered from the record, the tests to answer, and the
    page of editions of the portfolio that went with it, among them the one without names; empty where there is none."""

    recommendation: Recommendation
    checks: tuple[Check, ...]
    tests: tuple[tuple[str, str], ...]
    editions_url: str


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What the actor reads of one moderation: its result, and the words that are for her. Never its notes."""

    number: int
    result: str
    to_assessor: str
    to_nqsw: str
    checks: tuple[tuple[str, bool], ...]
    tests: tuple[tuple[str, bool], ...]

    @property
    def heading(self) -> str:
        """Each has one of its own where there are several."""
        return numbered("From moderation", self.number)

    @property
    def anchor(self) -> str:
        return f"moderation-{self.number}"


def case_of(recommendation: Recommendation, *, actor: Actor) -> Case:
    """What a panel is given of a recommendation on the actor's day. A constant number of queries."""
    found = checks_of(recommendation.enrolment, on=actor.on)
    snapshot = recommendation.snapshot_id
    return Case(
        recommendation=recommendation,
        checks=panel_checks(found),
        tests=tuple((each.value, str(each.label)) for each in Test),
        editions_url=reverse("portfolios:editions", args=[snapshot]) if snapshot else "",
    )


def heard_by(actor: Actor, enrolment: Enrolment) -> list[Heard]:
    """What the actor may read of the moderations of a year, the first one first; those of which she may read nothing
    are left out.

    Who recommends and the academy read the result and what is for the assessor; the academy also the answers to checks
    and tests. What is for the NQSW she and the academy read once the employer has decided. A manager reads nothing.
    """
    is_academy = allows("asye.enrolment.run", actor, enrolment)
    is_assessing = recommends(actor, enrolment)
    is_hers = actor.person_id == enrolment.person_id
    is_over = enrolment.state in ENDED and enrolment.state != EnrolmentState.WITHDRAWN
    if not (is_academy or is_assessing or (is_hers and is_over)):
        return []
    rows = Moderation.objects.filter(recommendation__enrolment=enrolment).select_related("recommendation")
    heard = [
        Heard(
            number=each.recommendation.number,
            result=each.get_result_display() if is_academy or is_assessing else "",
            to_assessor=each.to_assessor if is_academy or is_assessing else "",
            to_nqsw=each.to_nqsw if is_over and (is_hers or is_academy) else "",
            checks=tuple(sorted(each.checks.items())) if is_academy else (),
            tests=tuple((str(test.label), each.tests[test]) for test in Test if test in each.tests)
            if is_academy
            else (),
        )
        for each in rows.order_by("recommendation__number")
    ]
    return [each for each in heard if each.result or each.to_nqsw]


def elsewhere_for(actor: Actor, enrolment: Enrolment) -> str:
    """Where the year is moderated now, to who recommends, runs or moderates it; it is nothing the NQSW or her manager
    reads. A query only of a year that waits for moderation."""
    if enrolment.state != EnrolmentState.RECOMMENDED:
        return ""
    reads = recommends(actor, enrolment) or allows("asye.enrolment.run", actor, enrolment)
    return moderated_at(enrolment.pk) if reads or allows("asye.moderation.record", actor, enrolment) else ""


def notes_for(actor: Actor, moderation: Moderation) -> str:
    """What moderation noted for itself, to whoever moderates there and had no part in the year; else nothing."""
    return moderation.notes if allows("asye.moderation.see", actor, moderation) else ""
