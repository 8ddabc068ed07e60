"""Induction courses with their days, workshops and groups with peers, and the way to her induction."""

from datetime import date

from academy.development.selectors.inductions import induction_read_by
from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.groups import courses_of, groups_of
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.promises import ran_in

ORDER = 65


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """What she came to and finished; None where the policy asks for neither and no induction can be opened."""
    rules = rules_of(enrolment.policy)
    groups = groups_of(enrolment, rules, ran_in(enrolment), on=on) if rules.groups else []
    courses = [(each, each.state(on)) for each in courses_of(enrolment, rules, on=on)]
    induction = induction_read_by(actor, enrolment.person_id)
    if not groups and not courses and induction is None:
        return None
    context = {"groups": groups, "courses": courses, "induction": induction}
    return Panel("asye/_panel_groups.html", context, order=ORDER)
