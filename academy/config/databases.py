"""Django's DATABASES entry from a database address, with what each of the two databases needs to be safe."""

from typing import Any

import environ

# WAL lets readers go on while one writes; IMMEDIATE takes the write lock when a transaction opens, so that two
# writers queue up for it instead of one failing half-way.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;"


def database(url: str) -> dict[str, Any]:
    """Settings for one database; SQLite waits up to 20 s for a lock, PostgreSQL keeps its connection."""
    settings: dict[str, Any] = dict(environ.Env.db_url_config(url))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    else:
        # Our queries are short: compiling one took 315 of the 333 ms of a count over 20,000 people (tests/benchmarks).
        settings["OPTIONS"] = {**settings.get("OPTIONS", {}), "options": "-c jit=off"}
        settings["CONN_MAX_AGE"] = 600
        settings["CONN_HEALTH_CHECKS"] = True
    return settings
