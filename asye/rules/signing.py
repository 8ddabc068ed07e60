"""What a signature in a year is over, and whose names still miss. Pure."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.registrations import RegistrationFacts, is_registered_on
from academy.people.rules.spans import in_words
from asye.choices.enrolments import Role

CHANGED = "It has changed since you opened this page. Read it again before you sign."
OTHER_CONTENT = "What was signed is not what stands there now. Open it again and have it signed anew."


def canonical(content: Mapping[str, Any]) -> str:
    """The content as JSON that is the same for the same content: keys in order, no spaces, letters as they are, days as
    2026-01-05."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def fingerprint(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content as canonical JSON, in hexadecimal: what a signature is put over."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def still_to_sign(required: Iterable[Role], signed: Collection[str]) -> tuple[Role, ...]:
    """The roles whose signature misses, in the policy's order."""
    return tuple(role for role in required if role not in signed)


def is_over(fingerprints: Iterable[str], *, seen: str, now: str) -> Decision:
    """May somebody sign who read the one fingerprint, while the other stands and these are signed?"""
    if seen != now:
        return refused(CHANGED)
    return ALLOWED if all(each == now for each in fingerprints) else refused(OTHER_CONTENT)


def may_assess(registrations: Iterable[RegistrationFacts], *, regulator: str, on: date) -> Decision:
    """Is somebody who assesses on the social work register that day? The last day of a renewal counts (D1-11)."""
    if is_registered_on(on, registrations, regulator=regulator):
        return ALLOWED
    return refused(
        f"Whoever assesses signs with a live registration with Social Work England; on {in_words(on)} none is entered "
        "here. Ask human resources to enter the renewal, or the co-ordinator to hand the part over."
    )


def _plain(value: object) -> str:
    """A day, an amount or a time as it is printed."""
    return value.isoformat() if isinstance(value, date) else str(value)
