"""Private PostgreSQL and Redis for one test run: on Unix sockets in a scratch folder, gone when the run ends.

One's own may be given instead: TEST_DATABASE_URL (a role that may create databases) and TEST_REDIS_SOCKET.
"""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from script.bootstrap.progress import Stop

OWNER = "academy"
# nobody needs these databases after a crash: no waiting for the disk
IN_A_HURRY = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=256MB",
    "max_connections=60",
)
START_SECONDS = 30


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of a fresh PostgreSQL with a database `academy`. Raises Stop when it cannot be started."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    tools = _newest_postgresql()
    as_postgres = _as_postgres(folder)
    data = folder / "data"
    _do(
        [
            *as_postgres,
            f"{tools}/initdb",
            "--no-sync",
            "--auth=trust",
            f"--username={OWNER}",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            f"--pgdata={data}",
        ]
    )
    options = [word for setting in IN_A_HURRY for word in ("-c", setting)]
    command = [f"{tools}/postgres", "-D", str(data), "-k", str(folder), "-c", "listen_addresses=", *options]
    with _server([*_tether("INT", as_postgres), *command], folder / "log"):
        ready = [f"{tools}/pg_isready", "--quiet", "--host", str(folder)]
        _wait(lambda: subprocess.run(ready, check=False).returncode == 0, "PostgreSQL", folder / "log")
        _do([f"{tools}/createdb", "--host", str(folder), "--username", OWNER, OWNER])
        yield f"postgres://{OWNER}@/{OWNER}?host={folder}"


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """The Unix socket of a fresh Redis that keeps nothing on disk. Raises Stop when it cannot be started."""
    if given := os.environ.get("TEST_REDIS_SOCKET"):
        yield given
        return
    folder.mkdir(parents=True)
    path = folder / "redis.sock"
    options = ["--port", "0", "--unixsocket", str(path), "--save", "", "--appendonly", "no", "--dir", str(folder)]
    with _server([*_tether("TERM", []), "redis-server", *options], folder / "log"):
        _wait(lambda: _accepts(path), "Redis", folder / "log")
        yield str(path)


def _newest_postgresql() -> str:
    """Debian keeps the server's programs in a folder for each version, outside the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    if not found:
        raise Stop("PostgreSQL's server is missing although its package is installed: reinstall Debian's postgresql.")
    return str(found[-1].parent)


def _as_postgres(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then the user the package made runs it."""
    folder.mkdir(parents=True)
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    for path in (folder, folder.parent):
        os.chown(path, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--"]


def _tether(signal_name: str, rights: list[str]) -> list[str]:
    """A server ends with this run, even when the run is killed."""
    return [*rights[:-1], "--pdeathsig", signal_name, "--"] if rights else ["setpriv", "--pdeathsig", signal_name, "--"]


@contextmanager
def _server(command: list[str], log: Path) -> Iterator[None]:
    if shutil.which(command[0]) is None:
        raise Stop(f"{command[0]} is missing.")
    with log.open("wb") as sink:
        process = subprocess.Popen(command, cwd="/", stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _accepts(path: Path) -> bool:
    with closing(socket.socket(socket.AF_UNIX)) as probe:
        return path.exists() and probe.connect_ex(str(path)) == 0


def _wait(ready: Callable[[], bool], name: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if time.monotonic() > deadline:
            said = log.read_text(errors="replace").strip().splitlines()
            raise Stop(f"{name} did not start for the tests: {said[-1] if said else 'it said nothing'}")
        time.sleep(0.1)


def _do(command: list[str]) -> None:
    done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Stop(f"{Path(command[0]).name} failed for the tests: {done.stderr.strip()}")
