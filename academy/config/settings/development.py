"""What script/server runs: the embedded default on one machine, for trying the portal and for writing it."""

from django.core.management.utils import get_random_secret_key

from academy.config.settings.base import *
from academy.config.settings.base import ENVIRONMENT


def _kept_secret() -> str:
    """A secret of this machine's own, made once, so that a restart signs nobody out."""
    path = ENVIRONMENT.var / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key or _kept_secret()
ALLOWED_HOSTS = [*ENVIRONMENT.hosts, "localhost", "127.0.0.1", "[::1]"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys work on http://localhost
SECOND_FACTOR_REQUIRED = False  # the demo's accounts open with the password that script/server prints
DEMO_ACADEMY = True
GALLERY = True
