"""A short id for each request, so that an audit event and a log line can be brought together."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from academy.engines.audit import request_id


class RequestIdMiddleware:
    """Gives the request an id of our own (never one a client sends) and returns it in `X-Request-ID`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with request_id.of(uuid.uuid4().hex):
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.current()
            return response
