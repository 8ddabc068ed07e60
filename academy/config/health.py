"""Two addresses for whoever watches the portal: is the process up, and can it work. Neither tells about people."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from kombu.exceptions import OperationalError as BrokerError

from academy.config.celery import app

BROKER_SECONDS = 2


@method_decorator(never_cache, name="dispatch")
class ProcessUp(View):
    """`/healthz`: 200 as long as the process answers. Asks nothing else: a slow database restarts no web process."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse("up\n", content_type="text/plain")


@method_decorator(never_cache, name="dispatch")
class Ready(View):
    """`/readyz`: 200 when database, migrations and broker are in order, otherwise 503; one line for each."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        found = {name: check() for name, check in CHECKS.items()}
        lines = [f"{name}: {'ready' if ready else 'not ready'}\n" for name, ready in found.items()]
        return HttpResponse("".join(lines), content_type="text/plain", status=200 if all(found.values()) else 503)


def database_answers() -> bool:
    """Whether the database answers a trivial question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def migrations_are_applied() -> bool:
    """Whether the database has every migration this version knows."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def broker_answers() -> bool:
    """Whether a message could be sent now."""
    try:
        with app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=BROKER_SECONDS)
            broker.default_channel.close()
    except (BrokerError, OSError):
        return False
    return True


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "broker": broker_answers,
}
