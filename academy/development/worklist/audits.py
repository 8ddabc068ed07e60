"""What waits in self-audits: the supervisor's view, the talk, and a signature."""

from datetime import date

from django.utils import timezone

from academy.development.models import SelfAudit
from academy.development.selectors.audits import audits_to_go_on
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor


def _waiting(actor: Actor, on: date) -> list[Item]:
    return [_item(audit, actor) for audit in audits_to_go_on(actor)]


def _item(audit: SelfAudit, actor: Actor) -> Item:
    is_own = audit.person_id == actor.person_id
    whose = "your" if is_own else f"{audit.person.full_name}’s"
    what, why = f"Sign {whose} self-audit", "You have talked it over."
    if not is_own and audit.discussed_on is None:
        what, why = f"Say how you see {whose} practice", "She shared a self-audit with you. Then you talk."
    return Item(
        what=what,
        why=why,
        url=audit.get_absolute_url(),
        action="Open it",
        waiting_since=timezone.localdate(audit.shared_at),
    )


declare(Provider("development.audit", _waiting))
