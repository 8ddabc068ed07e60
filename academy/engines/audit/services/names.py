"""Taking a name out of the audit when it may no longer be kept."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.audit.models import Name
from academy.identity.actor import Actor

SCRUBBED = "Name removed"


@command("audit.name.scrub")
def scrub(*, name: Name, by: Actor, at: datetime) -> Name:
    """Remove somebody's name from every event at once, for good: no event changes, and later acts do not bring it back.

    Refuses a name that was removed before (UK GDPR Art 5(1)(e): kept no longer than needed).
    """
    scrubbed = Name.objects.filter(pk=name.pk, scrubbed_at=None).update(name=SCRUBBED, scrubbed_at=at)
    if not scrubbed:
        raise Refused("This name was removed before.")
    record(name, changed=("name", "scrubbed_at"))
    name.refresh_from_db()
    return name
