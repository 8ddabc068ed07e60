"""Doors whose tries are limited, so that nobody finds by guessing what is opened by a secret address."""

from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from academy.engines.access.views import Door


class Limited(Door):
    """A door whose tries are counted in the shared cache; `limited_as` names the limit in the setting
    ACCOUNT_RATE_LIMITS. Too many get the page for too many tries. Who has to sign in first is asked to, uncounted."""

    limited_as = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (self.public or request.user.is_authenticated):
            return super().dispatch(request, *args, **kwargs)
        limited: HttpResponse | None = ratelimit.consume_or_429(request, action=self.limited_as, limit_get=True)
        return super().dispatch(request, *args, **kwargs) if limited is None else limited
