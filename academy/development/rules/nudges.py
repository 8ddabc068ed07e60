"""When a colleague may be reminded of her renewal. Pure."""

from datetime import date

from academy.development.rules.requirements import Requirement, missing_acts
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.rules.spans import in_words

WEEK_DAYS = 7
# Who reminds besides the line manager; the auditor reads only.
NUDGE_ROLES = (*ACADEMY_ROLES, RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER)


def can_nudge(requirement: Requirement, *, last_on: date | None, on: date, name: str) -> Decision:
    """May somebody be reminded today? Only in the window, while something is missing, and once a week."""
    if not missing_acts(requirement):
        return refused(f"{name} has noted everything that is asked. No reminder is needed.")
    if not requirement.is_open:
        return refused("The window is not open. Reminders are sent while it is.")
    if last_on is not None and (on - last_on).days < WEEK_DAYS:
        return refused(f"{name} was reminded on {in_words(last_on)}. Wait a week, or talk about it.")
    return ALLOWED
