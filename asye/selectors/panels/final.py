"""How the year ends, on the record page: three acts by three people, and the certificate."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from asye.choices.enrolments import EnrolmentState, Outcome
from asye.models import AsyeCertificate, EmployerDecision, Enrolment
from asye.selectors.certificate import certificate_of, certificate_paper
from asye.selectors.decision import Standing, decision_of, standing_of
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of

ORDER = 70
# Before the agreement is signed there is no end to speak of.
EARLY = (EnrolmentState.DEFERRED, EnrolmentState.AGREEMENT_DUE, EnrolmentState.RELEASED, EnrolmentState.WITHDRAWN)


@dataclass(frozen=True)
class Step:
    """One of the acts, and how far it is in a sentence."""

    what: str
    says: str
    is_done: bool


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """How far the end is. Of moderation it says only that it was: nothing of the panel's. Four queries at most,
    and one for the certificate on paper with those of its permission."""
    standing = standing_of(enrolment)
    if standing.recommendation is None and enrolment.state in EARLY:
        return None
    decision = decision_of(enrolment)
    acts = [_recommended(enrolment, standing), _moderated(enrolment), _decided(decision)]
    paper = None
    if decision is not None and decision.outcome == Outcome.PASS:
        certificate = certificate_of(enrolment)
        acts.append(_certified(certificate))
        paper = certificate_paper(enrolment, certificate, actor)
    context = {"acts": acts, "decided": decision is not None, "paper": paper}
    return Panel("asye/_panel_final.html", context, order=ORDER)


def _recommended(enrolment: Enrolment, standing: Standing) -> Step:
    made = standing.recommendation
    who = rules_of(enrolment.policy).recommends.label
    if made is None or enrolment.state in (EnrolmentState.ACTIVE, EnrolmentState.PAUSED):
        return Step(f"The {who} recommends", "Not yet.", False)
    day = in_words(timezone.localdate(made.recommended_at))
    return Step(f"The {who} recommends", f"{made.get_outcome_display()}, {made.person.full_name} on {day}.", True)


def _moderated(enrolment: Enrolment) -> Step:
    is_done = enrolment.state in (EnrolmentState.MODERATED, EnrolmentState.DECIDED, EnrolmentState.CERTIFIED)
    return Step("Moderation looks at it", "It has." if is_done else "Not yet.", is_done)


def _decided(decision: EmployerDecision | None) -> Step:
    if decision is None:
        return Step("The employer decides", "Not yet.", False)
    says = f"{decision.get_outcome_display()}, {decision.decided_by.full_name} on {in_words(decision.decided_on)}."
    return Step("The employer decides", says, True)


def _certified(found: AsyeCertificate | None) -> Step:
    says = f"{found.number}, {in_words(found.issued_on)}." if found else "Not issued yet."
    return Step("Certificate", says, found is not None)
