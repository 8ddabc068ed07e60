"""Keeping, emptying and re-encrypting pseudonym keys. The audit says that a key changed, never what it says."""

from collections.abc import Sequence
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.guard import lines
from academy.engines.guard.keys import decrypted, encrypted, newest_key_id
from academy.engines.guard.known import Alias
from academy.engines.guard.models import PseudonymKey
from academy.identity.actor import Actor

CHANGED_SINCE = "You changed your pseudonyms in another window. Open this page again, then change them here."


@command("guard.key.keep")
def keep_key(*, aliases: Sequence[Alias], seen: datetime | None, by: Actor, at: datetime) -> PseudonymKey:
    """Keep the writer's lines in place of those before. `seen` is when the key she looked at was changed last.

    Refuses who has no record, faulty lines (lines.fault_of), no lines at all, and a key that was changed since.
    """
    if not allows("guard.key.write", by):
        raise Refused("Only somebody with a record can keep pseudonyms. Ask your academy lead to add yours.")
    if not aliases:
        raise Refused("Write at least one pseudonym and whom you mean by it.")
    if fault := lines.fault_of(aliases):
        raise Refused(fault)
    writer_id = by.person_id or 0
    key = PseudonymKey.objects.select_for_update().filter(writer_id=writer_id).first()
    if (key.changed_at if key else None) != seen:
        raise Refused(CHANGED_SINCE)
    key = key or PseudonymKey(writer_id=writer_id)
    key.token = encrypted(lines.written(aliases, writer_id=writer_id))
    key.key_id, key.changed_at = newest_key_id(), at
    key.save()
    record(key, changed=("token",), about=writer_id)
    return key


@command("guard.key.empty")
def empty_key(*, by: Actor, at: datetime) -> PseudonymKey:
    """Forget the writer's key for good. Refuses where there is none."""
    key = PseudonymKey.objects.select_for_update().visible_to(by).first()
    if key is None:
        raise Refused("There is no list to empty.")
    key_id = key.pk
    key.delete()
    key.pk = key_id
    record(key, changed=("token",), about=key.writer_id)
    return key


@command("guard.key.renew")
def renew_key(*, key: PseudonymKey, by: Actor, at: datetime) -> PseudonymKey:
    """Encrypt a key anew with the newest server key. Refuses one that no server key opens; it stays as it is."""
    locked = PseudonymKey.objects.select_for_update().get(pk=key.pk)
    text = decrypted(locked.token)
    if text is None:
        raise Refused(f"No server key opens pseudonym key {locked.pk}. Put the key it was encrypted with back.")
    locked.token, locked.key_id = encrypted(text), newest_key_id()
    locked.save(update_fields=["token", "key_id"])
    record(locked, changed=("token", "key_id"), about=locked.writer_id)
    return locked
