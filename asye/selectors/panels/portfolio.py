"""The portfolio of the year: opened by her with one press, read by those who have a part in it."""

from datetime import date

from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.models import Enrolment
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.portfolio import SOURCE, portfolio_of, reference_of
from portfolios.selectors.opened import is_readable
from portfolios.selectors.openers import opened_for

ORDER = 60


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """How it stands, its page for whoever may read it, and to her the button that opens it; None where the policy calls
    for none."""
    template = rules_of(enrolment.policy).portfolio
    held = portfolio_of(enrolment)
    if held is None and not template:
        return None
    may_open = held is None and enrolment.person_id == actor.person_id and enrolment.state in UNDER_WAY
    called = None
    if may_open:
        called = opened_for(actor, source=SOURCE, reference=reference_of(enrolment), template=template).template
    context = {"portfolio": held, "is_readable": held is not None and is_readable(held, actor), "template": called}
    return Panel("asye/_panel_portfolio.html", context, order=ORDER)
