"""The server's keys for what only its writer may read: the first encrypts, all of them decrypt (Fernet)."""

import base64
import hashlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core import checks

NO_KEYS = checks.Error(
    "GUARD_KEYS is empty: pseudonym keys would be encrypted with a key made of SECRET_KEY.",
    hint="Set GUARD_KEYS as docs/operations.md says.",
    id="guard.E001",
)
FAULTY_KEY = checks.Error(
    "GUARD_KEYS holds something that is no key.",
    hint="A key is 32 random bytes in URL-safe base64; docs/operations.md shows how to make one.",
    id="guard.E002",
)


def server_keys() -> list[str]:
    """The keys, newest first; where none is set, one made of SECRET_KEY, for laptops and tests."""
    if settings.GUARD_KEYS:
        return list(settings.GUARD_KEYS)
    digest = hashlib.sha256(f"academy.guard:{settings.SECRET_KEY}".encode()).digest()
    return [base64.urlsafe_b64encode(digest).decode()]


def newest_key_id() -> str:
    """By what the key that encrypts is named in the database; says nothing of the key."""
    return hashlib.sha256(server_keys()[0].encode()).hexdigest()[:16]


def encrypted(text: str) -> str:
    """The text, readable with the server's keys alone."""
    return _fernet().encrypt(text.encode()).decode()


def decrypted(token: str) -> str | None:
    """What was encrypted; None where its key is gone, or somebody changed it."""
    try:
        return _fernet().decrypt(token.encode()).decode()
    except InvalidToken:
        return None


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in server_keys()])


def check_keys(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Every key set is one."""
    try:
        _fernet()
    except ValueError:
        return [FAULTY_KEY]
    return []


def check_deployed_keys(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """In production keys are set: `manage.py check --deploy`."""
    return [] if settings.GUARD_KEYS else [NO_KEYS]
