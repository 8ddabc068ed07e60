"""Choosing how to be reminded."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime, time

from academy.engines.audit.commands import Refused, command, record
from academy.engines.reminders.deadlines import deadline_called
from academy.engines.reminders.models import ReminderPreferences
from academy.identity.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What somebody chose; `off` are the keys of the kinds she does not want to hear of."""

    by_mail: bool
    quiet_from: time
    quiet_until: time
    quiet_at_weekends: bool
    pauses_when_away: bool
    off: Collection[str]


@command("reminders.preferences.keep")
def keep_preferences(*, wishes: Wishes, by: Actor, at: datetime) -> ReminderPreferences:
    """Keep how the actor wants to be reminded.

    Refuses an account without a record, and turning off what must be told.
    """
    if by.person_id is None:
        raise Refused("Only somebody with a record is reminded. Ask your academy lead to add yours.")
    deadlines = [deadline_called(key) for key in wishes.off]
    if not all(deadline and deadline.is_optional for deadline in deadlines):
        raise Refused("This kind of reminder cannot be turned off.", field="wanted")
    values = {**asdict(wishes), "off": sorted(set(wishes.off))}
    kept, _ = ReminderPreferences.objects.update_or_create(
        person_id=by.person_id, defaults={**values, "changed_at": at}
    )
    record(kept, changed=values, about=by.person_id)
    return kept
