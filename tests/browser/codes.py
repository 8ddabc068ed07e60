"""The six figures an authenticator app shows (RFC 6238: SHA-1, 30 seconds), from the key that the portal shows."""

import base64
import hashlib
import hmac
import struct
import time

SECONDS = 30


def code_at(key: str, moment: float) -> str:
    """The code of a moment, in seconds since 1970."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(moment // SECONDS)), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def next_code(key: str, *, used: str = "") -> str:
    """A code that was not used before: the present one, or the next where the portal has seen the present one."""
    now = time.time()
    return next(code for code in (code_at(key, now), code_at(key, now + SECONDS)) if code != used)


def wrong_code(key: str) -> str:
    """Six figures that are no code of these minutes."""
    now = time.time()
    near = {code_at(key, now + SECONDS * step) for step in range(-3, 4)}
    return next(figures for figures in ("000000", "111111", "222222", "333333") if figures not in near)
