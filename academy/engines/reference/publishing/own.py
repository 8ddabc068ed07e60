"""Publishing an organisation's own version: what the command of every kind does."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, record
from academy.engines.reference.choices import Origin
from academy.engines.reference.services.policies import published_own
from academy.identity.actor import Actor


def publish_own(version: Any, columns: Mapping[str, Any], *, permission: str, by: Actor, at: datetime) -> Any:
    """Publish a new version of an organisation's own and record it: what every command that publishes does.

    Refuses whoever the permission is not given to, and what `published_own` refuses.
    """
    if not allows(permission, by, version):
        raise Refused("Only the academy lead of the organisation publishes this.")
    published_own(version, columns, by=by, at=at).save()
    record(version, moved=("", Origin.PUBLISHED), changed=tuple(columns), organisation=version.organisation_id)
    return version
