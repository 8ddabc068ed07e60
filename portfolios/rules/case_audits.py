"""What may name a case: a reference, never a name (S2-72). Pure."""

import re

from academy.engines.guard.rules import hits_in
from portfolios.choices.evidence import MOST_REFERENCE

# A word that begins with a capital and goes on in small letters, as names do.
_NAME_LIKE = re.compile(r"\b[A-Z][a-zà-ÿ'’-]+\b")
# Words of that shape a reference may have.
_PLAIN = frozenset({"case", "audit", "file", "record", "family", "person", "adult", "child", "number", "no", "ref"})
HINT = "Such as “Case A” or “Audit 2026-14”. Never a name, an NHS number or a date of birth."


def reference_fault(reference: str, *, masks: tuple[str, ...] = ()) -> str:
    """Why a reference may not stand, as a sentence that says what to do; empty where it may."""
    if not reference:
        return f"Say which case it is. {HINT}"
    if len(reference) > MOST_REFERENCE:
        return f"Use at most {MOST_REFERENCE} characters."
    if any(word.casefold() not in _PLAIN for word in _NAME_LIKE.findall(reference)):
        return f"This looks like a name. {HINT}"
    found = hits_in(reference, masks=masks)
    return f"{found[0].why} {HINT}" if found else ""
