"""The id of the request being answered, known to whoever writes an audit event in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_request_id: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The id of the present request; empty outside one (a task, a management command)."""
    return _request_id.get()


@contextmanager
def of(request_id: str) -> Iterator[None]:
    """Everything inside belongs to this request."""
    token = _request_id.set(request_id)
    try:
        yield
    finally:
        _request_id.reset(token)
