"""The third of three acts: the employer decides, and what follows for the employment (D1-61, D1-77, S0-77, S2-55)."""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.choices.grades import GradeBasis
from academy.people.rules.spans import in_words
from academy.people.services.grade_changes import RestsOn, change_grade
from asye.choices.enrolments import Role
from asye.models import EmployerDecision, Enrolment
from asye.notices import ending as told
from asye.rules.decision import Decision, faults
from asye.selectors.audience import coordinators_of, in_part, keepers_at
from asye.selectors.decision import known_of
from asye.selectors.grade_step import grade_step_of
from asye.selectors.policies import rules_of
from asye.services.refusing import require_faultless
from asye.services.sight import let_see
from asye.services.telling import tell
from asye.workflow import ENROLMENT


@command("asye.outcome.decide")
def decide(*, enrolment: Enrolment, decision: Decision, by: Actor, at: datetime) -> EmployerDecision:
    """Decide whether the year is passed. A pass confirms the employment and gives the step of grade where the policy
    names one and it is wanted; she, who assessed, her manager, the co-ordinator and human resources are told.

    Refuses who has or had a part in the year or moderated it, a year that was not moderated or is decided, a fail
    without the day of the notice and how to appeal, a pass without the day of confirmation, no words where it is
    decided otherwise than recommended and confirmed, and a step of grade that cannot be given on that day.
    """
    moved = apply(ENROLMENT, "decide", enrolment, by=by, at=at, values={"outcome": decision.outcome})
    require_faultless(faults(decision, known_of(moved, on=by.on)))
    made = EmployerDecision.objects.create(
        enrolment=moved,
        outcome=decision.outcome,
        words=decision.words.strip(),
        decided_by_id=by.person_id,
        decided_on=by.on,
        decided_at=at,
        **_follows(decision),
    )
    if decision.is_pass and decision.grade_from_on is not None:
        _give_grade(made, decision, by=by, at=at)
    let_see(moved, by=by, at=at)
    _tell(moved, by=by, at=at)
    return made


def _follows(decision: Decision) -> dict[str, object]:
    """What goes with a pass, or with a fail; of the other nothing is kept."""
    if decision.is_pass:
        return {"confirmed_on": decision.confirmed_on, "probation_until_on": decision.probation_until_on}
    return {"notice_on": decision.notice_on, "appeal": decision.appeal.strip()}


def _give_grade(made: EmployerDecision, decision: Decision, *, by: Actor, at: datetime) -> None:
    """The step of the policy, in her post there; a refusal stands beside the day it is to hold from."""
    step = grade_step_of(made.enrolment, on=by.on)
    if step.post is None or step.grade is None or decision.grade_from_on is None:
        raise Refused(step.why_not, field="grade_from_on")
    words = f"ASYE passed, decided on {in_words(made.decided_on)}"
    rests_on = RestsOn(GradeBasis.CONDITION, words, key=f"asye:{made.enrolment_id}")
    try:
        change_grade(
            post=step.post,
            grade=step.grade,
            level=step.level,
            from_on=decision.grade_from_on,
            reason="ASYE passed",
            rests_on=rests_on,
            by=by,
            at=at,
            permission="asye.grade.give",
        )
    except Refused as refused:
        raise Refused(refused.reason, field="grade_from_on") from refused


def _tell(enrolment: Enrolment, *, by: Actor, at: datetime) -> None:
    url = reverse("asye:decision", args=[enrolment.pk])
    concerned = in_part(enrolment, rules_of(enrolment.policy).recommends, Role.MANAGER, on=by.on)
    people = [enrolment.person, *concerned, *coordinators_of(enrolment, on=by.on)]
    tell(told.DECIDED, enrolment, to=people, url=url, by=by, at=at)
    keepers = keepers_at(enrolment.organisation_id, on=by.on)
    tell(told.DECIDED_FOR_STAFF_RECORD, enrolment, to=keepers, url=url, by=by, at=at)
