"""Headers and cookies. The portal sends no script, style or picture that is not its own."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from academy.config import env


def form_targets(issuer: str) -> list[str]:
    """Where a form may lead: to ourselves and, after the button for it, to the council's identity provider."""
    parts = urlsplit(issuer)
    return [SELF, f"{parts.scheme}://{parts.netloc}"] if issuer else [SELF]


CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [NONE],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": form_targets(env.read().oidc.issuer),
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "academy.config.refusals.csrf_failure"
