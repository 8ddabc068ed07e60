"""The agreement on the record page: how it stands, and its page."""

from datetime import date

from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.agreements import present_agreement
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.signing import names_under

ORDER = 20


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """How far the newest agreement is; nothing where the year has none yet."""
    agreement = present_agreement(enrolment)
    if agreement is None:
        return None
    required = rules_of(enrolment.policy).agreement_signs
    names = names_under(agreement, required, enrolment=enrolment, on=on)
    return Panel("asye/_panel_agreement.html", {"agreement": agreement, "names": names}, order=ORDER)
