"""Checking what somebody wrote to publish: every mistake is told with line and key."""

from datetime import date
from typing import Any

from academy.engines.reference.publishing.kinds import PublishedKind
from academy.engines.reference.reading import BadFile, BadPlace, Misplaced, check
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.identity.models import Organisation

YOUR_TEXT = "Your text"
MOST_BYTES = 512 * 1024
TOO_LONG = "This is too long to be a policy: at most 512 kB, and it has {has} kB. Nothing of it was read. Shorten it."


def checked(kind: PublishedKind, text: str, *, organisation: Organisation, on: date) -> Any:
    """What a text of this kind says for the organisation, to be published on a day or later.

    Raises BadFile, each mistake with its line and key: also for another organisation and a first day that is past. What
    is longer than 512 kB is not read at all.
    """
    refuse_too_long(len(text.encode()))
    file: Any = check(kind.schema, text, name=YOUR_TEXT)
    found: list[Misplaced] = list(kind.unknown(file))
    if file.organisation not in (None, organisation.slug):
        found.append((("organisation",), f"it is published for your organisation. Write {organisation.slug}"))
    decision = can_begin(valid_from=file.valid_from, today=on)
    if not decision.allowed:
        found.append((("valid_from",), decision.reason))
    if found:
        raise BadPlace(found).in_text(text, name=YOUR_TEXT)
    return file


def refuse_too_long(size: int) -> None:
    """Refuse more bytes than any policy has with BadFile, before anything is read of them."""
    if size > MOST_BYTES:
        raise BadFile([TOO_LONG.format(has=f"{size // 1024:,}")])


def can_begin(*, valid_from: date, today: date) -> Decision:
    """A policy does not begin backwards: until now people were told what the other one says."""
    return refused("Give today or a day to come: until now something else held.") if valid_from < today else ALLOWED
