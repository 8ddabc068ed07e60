"""What holds for every test: no test is skipped, and nothing but the integration and browser tests opens a socket.

With `--on-the-database` only tests that touch a database run: what a rule, a template or a checker says is the same on
both databases, and the run on SQLite has shown it.
"""

import gc
from collections.abc import Iterator
from contextlib import nullcontext

import pytest
import pytest_socket
from django.core.cache import cache
from hypothesis import HealthCheck, settings

from tests.frozen_tables import lifted_for_flushes
from tests.migrated import copied_for_tests

# What the first test of a process draws takes seconds on a machine with other work: slow is not wrong.
settings.register_profile("portal", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")

OWN_MACHINE = ["127.0.0.1", "::1", "localhost"]
left_out: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--on-the-database", action="store_true", help="only tests that touch a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--on-the-database"):
        return
    others = [item for item in items if not touches_a_database(item)]
    items[:] = [item for item in items if touches_a_database(item)]
    config.hook.pytest_deselected(items=others)


def pytest_collection_finish() -> None:
    """Modules and ten thousand tests stay until the end: no collection looks at them again, and fewer take place."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def touches_a_database(item: pytest.Item) -> bool:
    """Here, by a fixture or by a mark, without which pytest-django refuses it any query; or in processes of its own."""
    marked = any(item.get_closest_marker(name) for name in ("django_db", "own_database"))
    return marked or "django_db_setup" in getattr(item, "fixturenames", ())


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        left_out.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped:
        left_out.append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for nodeid in left_out:
        terminalreporter.write_line(f"Left out: {nodeid}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A test that did not run shows nothing: the run fails, whatever the reason was."""
    if left_out and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _sockets_within_this_machine(request: pytest.FixtureRequest) -> None:
    """Integration and browser tests talk to servers they start themselves; everything else talks to nobody."""
    if {"integration", "browser"} & set(request.path.parts):
        pytest_socket.enable_socket()
        pytest_socket.socket_allow_hosts(OWN_MACHINE, allow_unix_socket=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_use_migrations: bool
) -> Iterator[None]:
    """Where `script/test` has migrated a database, the suite's begins as a copy of it."""
    with copied_for_tests() if django_db_use_migrations else nullcontext():
        yield


@pytest.fixture(autouse=True, scope="session")
def _frozen_rows_deleted_between_tests() -> Iterator[None]:
    """Frozen tables refuse to be emptied; only the flush after a transactional test may."""
    with lifted_for_flushes():
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What one test put into the cache is not there in the next, which has other people under the same numbers."""
    cache.clear()


@pytest.fixture(autouse=True)
def _nothing_counted_in_the_frame(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The count in the frame of every page asks every app, whatever the page is: two fifths of the work of a page.

    It is worked out in tests marked `frame_count`; queries of pages are counted without it.
    """
    if request.node.get_closest_marker("frame_count") is None:
        monkeypatch.setattr("academy.engines.worklist.context.remembered_count", lambda actor: 0)
