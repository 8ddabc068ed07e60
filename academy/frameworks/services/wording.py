"""Saying that a line held from memory or a copy reads as the official document does."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.frameworks.models import Domain, FrameworkVersion, Level, Statement
from academy.identity.actor import Actor

Confirmed = Statement | Domain | Level | FrameworkVersion


@command("frameworks.statement.confirm")
def confirm_wording(*, line: Confirmed, by: Actor, at: datetime) -> Confirmed:
    """Note that the actor compared a statement, domain, level or the dates of a version with the official document.

    Refuses a line that does not ask for it, or was confirmed before. Source: rules.md, lines marked [UNVERIFIED].
    """
    if by.person_id is None:
        raise Refused("Only a person can compare the wording. Sign in with an account that has a record.")
    waiting = type(line)._default_manager.filter(pk=line.pk, needs_confirming=True, confirmed_at=None)
    if not waiting.update(confirmed_at=at, confirmed_by_id=by.person_id):
        raise Refused("This wording is confirmed already. Open the page again to see by whom.")
    line.confirmed_at, line.confirmed_by_id = at, by.person_id
    record(line, moved=("to confirm", "confirmed"), changed=("confirmed_at", "confirmed_by"))
    return line
