"""Taking back a version somebody published: from that day it holds no longer, and what began under it keeps it."""

from datetime import datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.choices import Origin
from academy.engines.reference.publishing.kinds import PublishedKind
from academy.identity.actor import Actor


@command("reference.version.withdraw")
def withdraw_version(*, kind: PublishedKind, version: Any, by: Actor, at: datetime) -> Any:
    """End a published version from the actor's day on; one that has not begun never holds.

    Refuses who may not publish this kind, a version that came with the portal, and one that has ended or was withdrawn.
    """
    held: Any = kind.model._default_manager.select_for_update(of=("self",)).get(pk=version.pk)
    if not allows(kind.permission, by, held):
        raise Refused("Only who publishes it may withdraw it. Ask the academy lead of the organisation.")
    if not held.is_published:
        raise Refused("This came with the portal and stays. Publish your own instead.")
    if held.withdrawn_on is not None:
        raise Refused("This is withdrawn already. Nothing more needs to be done.")
    if held.valid_to is not None and held.valid_to < by.on:
        raise Refused("This has ended already. Nothing more needs to be done.")
    held.withdrawn_on = by.on
    held.save(update_fields=["withdrawn_on"])
    record(held, moved=(Origin.PUBLISHED, "withdrawn"), changed=("withdrawn_on",), organisation=held.organisation_id)
    return held
