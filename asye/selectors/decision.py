"""What the employer's decision rests on, what is proposed with it, and what the actor reads of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.selectors.answering import taken_in
from asye.choices.ending import Moderated
from asye.choices.enrolments import Role
from asye.choices.year import MilestoneKind
from asye.models import EmployerDecision, Enrolment, Moderation, Recommendation
from asye.querysets.enrolments import OVERSEERS
from asye.rules.after_pass import grade_from_on
from asye.rules.decision import Known, moved_days, probation_until
from asye.selectors.parts import roles_of
from asye.selectors.policies import rules_of


@dataclass(frozen=True)
class Standing:
    """The last recommendation of a year, and what moderation said of it; None as long as there is none."""

    recommendation: Recommendation | None
    moderation: Moderation | None


def decisions_read_by(actor: Actor) -> QuerySet[Enrolment]:
    """The years whose decision the actor may read, or is to make, each with whose it is and its policy."""
    return Enrolment.objects.decision_read_by(actor).select_related("person", "organisation", "policy")


def standing_of(enrolment: Enrolment) -> Standing:
    """How far the three acts are. Two queries."""
    last = enrolment.recommendations.select_related("person").order_by("-number").first()
    moderated = Moderation.objects.filter(recommendation=last).first() if last else None
    return Standing(last, moderated)


def known_of(enrolment: Enrolment, *, on: date) -> Known:
    """What is known on the day, as it is decided."""
    standing = standing_of(enrolment)
    recommended, moderated = standing.recommendation, standing.moderation
    return Known(
        recommended=recommended.outcome if recommended else "",
        is_confirmed=moderated is not None and moderated.result == Moderated.CONFIRMED,
        starts_on=enrolment.starts_on,
        on=on,
    )


def probation_proposed(enrolment: Enrolment) -> date:
    """The last day of probation by the policy's months, from the first day of the contract where it is known, moved as
    the end of the year was (S2-55). One query."""
    rules, end = rules_of(enrolment.policy), _end_of(enrolment)
    moved = moved_days(starts_on=enrolment.starts_on, weeks=rules.weeks, ends_on=end) if end else 0
    began_on = enrolment.contract_on or enrolment.starts_on
    return probation_until(began_on, months=rules.on_pass.probation_months, moved_days=moved, ends_on=end)


def grade_proposed(enrolment: Enrolment, *, on: date) -> date:
    """The first day of the grade after a pass, as the policy has it: of the decision, or dated back to the end of the
    year (D1-53). One query."""
    return grade_from_on(rules_of(enrolment.policy).on_pass, ends_on=_end_of(enrolment), decided_on=on)


def reads_why(actor: Actor, enrolment: Enrolment) -> bool:
    """Does the actor read why it was decided and what follows for the employment? She herself does, her manager, the
    academy, who decides and human resources; who assesses reads the outcome alone."""
    if enrolment.person_id in (actor.person_id, *actor.manages):
        return True
    if Role.MANAGER in roles_of(actor, enrolment) or allows("asye.enrolment.run", actor, enrolment):
        return True
    own = Enrolment.objects.filter(pk=enrolment.pk)
    return own.decided_by(actor).exists() or own.filter(taken_in(actor, RoleCode.HR, *OVERSEERS)).exists()


def decision_of(enrolment: Enrolment) -> EmployerDecision | None:
    """What the employer decided. One query."""
    return EmployerDecision.objects.filter(enrolment=enrolment).select_related("decided_by").first()


def _end_of(enrolment: Enrolment) -> date | None:
    end = enrolment.milestones.filter(kind=MilestoneKind.END)
    found: date | None = end.values_list("due_on", flat=True).first()
    return found
