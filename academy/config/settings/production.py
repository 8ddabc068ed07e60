"""Production: behind a proxy that ends TLS. Refuses to start without a secret and host names."""

from django.core.exceptions import ImproperlyConfigured

from academy.config.settings.base import *
from academy.config.settings.base import ENVIRONMENT

if not ENVIRONMENT.secret_key:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text of your own.")
if not ENVIRONMENT.hosts:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the names the portal is reached under, separated by commas.")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
