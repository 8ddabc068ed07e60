"""Opening the portfolio of a year: by her alone, with one press, due on the day it is to be handed in."""

from datetime import datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.models import Enrolment
from asye.selectors.policies import rules_of
from asye.selectors.portfolio import SOURCE, reference_of
from asye.services.portfolio_day import day_of
from asye.services.sight import let_see
from portfolios.selectors.openers import opened_for
from portfolios.services.portfolios import Opening, open_portfolio


@command("asye.portfolio.open")
def open_for_year(*, enrolment: Enrolment, by: Actor, at: datetime) -> Any:
    """Open the portfolio the policy of the year calls for, and let those who have a part in the year read it. Pressed
    twice, it is the one there is.

    Refuses others than the NQSW, a year that does not run, and a policy whose template is not in force where she works.
    """
    if not allows("asye.enrolment.own", by, enrolment):
        raise Refused("Only the newly qualified social worker opens her portfolio.")
    if enrolment.state not in UNDER_WAY:
        raise Refused("The year does not run, so there is nothing to open.")
    template = rules_of(enrolment.policy).portfolio
    found = opened_for(by, source=SOURCE, reference=reference_of(enrolment), template=template)
    if found.template is None:
        raise Refused("No ASYE portfolio is in force where you work. Ask your academy lead.")
    due_on = day_of(enrolment)
    ahead = due_on if due_on is not None and due_on >= by.on else None
    opening = Opening(due_on=ahead, source=SOURCE, reference=reference_of(enrolment))
    made = open_portfolio(template=found.template, opening=opening, by=by, at=at)
    let_see(enrolment, by=by, at=at)
    record(enrolment, note="portfolio", about=enrolment.person_id, organisation=enrolment.organisation_id)
    return made
