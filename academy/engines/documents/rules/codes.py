"""The short number a document carries, by which people name it: "8F3A-27C1"."""

import hashlib
import re
import uuid
from collections.abc import Container

_WRITTEN = re.compile(r"^([0-9A-F]{4})[-\s]?([0-9A-F]{4})$")


def code_for(order: uuid.UUID, *, taken: Container[str]) -> str:
    """The code of what an order makes: the same each time it is asked, until another document has taken it."""
    turn = 0
    while True:
        letters = hashlib.sha256(order.bytes + turn.to_bytes(4, "big")).hexdigest()[:8].upper()
        code = f"{letters[:4]}-{letters[4:]}"
        if code not in taken:
            return code
        turn += 1


def code_read(typed: str) -> str:
    """A code as somebody typed it, in the way it is kept; empty for what is no code."""
    found = _WRITTEN.match(typed.strip().upper().replace("–", "-"))
    return f"{found[1]}-{found[2]}" if found else ""


def fingerprint_read(typed: str) -> str:
    """The beginning of a fingerprint as typed, in small letters and without spaces; empty for what is none."""
    found = "".join(typed.split()).lower()
    return found if re.fullmatch(r"[0-9a-f]{8,64}", found) else ""


def fingerprint_shown(sha256: str) -> str:
    """The beginning of a fingerprint as it is printed: three groups of four."""
    return " ".join(sha256[at : at + 4] for at in (0, 4, 8))
