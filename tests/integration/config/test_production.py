"""Production settings as an operator starts them, and what the guide says of backing up, done for real."""

import re
import sqlite3
import subprocess
from pathlib import Path

from cryptography.fernet import Fernet

from tests.integration.config.processes import ROOT, manage, portal_environment
from tests.migrated import begin_file

# each has a reason: subdomains of the council's name are not ours to bind, nor is the browsers' preload list
NAMED = {"security.W005", "security.W021"}


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def production(var: Path, **more: str) -> dict[str, str]:
    own = {"ALLOWED_HOSTS": "academy.council.example", "SECRET_KEY": "x7" * 15 + "kqzw-fjrp-mnbv-0192-3847-56ty"}
    own["GUARD_KEYS"] = Fernet.generate_key().decode()
    return portal_environment(var, **(own | more)) | {"DJANGO_SETTINGS_MODULE": "academy.config.settings.production"}


def test_production_settings_have_no_warning_but_the_named_ones(tmp_path: Path) -> None:
    done = run(manage("check", "--deploy"), production(tmp_path))

    assert (done.returncode, set(re.findall(r"\((\w+\.[EW]\d+)\)", done.stdout + done.stderr))) == (0, NAMED)


def test_production_settings_ask_for_tls_and_a_second_factor(tmp_path: Path) -> None:
    names = (
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECOND_FACTOR_REQUIRED",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
        "DEBUG",
        "DEMO_ACADEMY",
    )
    ask = f"from django.conf import settings; print([getattr(settings, name, False) for name in {names!r}])"

    done = run(manage("shell", "--verbosity", "0", "--command", ask), production(tmp_path))

    assert done.stdout.strip() == "[True, True, True, True, False, False, False]"


def test_production_refuses_to_start_without_a_secret(tmp_path: Path) -> None:
    environment = production(tmp_path) | {"SECRET_KEY": ""}

    done = run(manage("check"), environment)

    assert (done.returncode != 0, "Set SECRET_KEY to a long random text of your own." in done.stderr) == (True, True)


def test_sqlite_is_backed_up_while_somebody_writes_and_comes_back_whole(tmp_path: Path) -> None:
    """The guide's `.backup` is SQLite's own backup: what is still in the log beside the file comes with it."""
    path, kept = tmp_path / "academy.sqlite3", tmp_path / "academy.backup"
    environment = portal_environment(tmp_path, DATABASE_URL=f"sqlite:///{path}")
    begin_file(path)
    assert run(manage("migrate", "--verbosity", "0"), environment).returncode == 0
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode=WAL")
    insert = "INSERT INTO django_session VALUES (?, 'x', '2026-11-22 12:00:00')"
    writer.execute(insert, ("kept",))
    writer.commit()

    with sqlite3.connect(path) as source, sqlite3.connect(kept) as target:
        source.backup(target)
    writer.execute(insert, ("too late",))
    writer.commit()
    writer.close()
    for part in tmp_path.glob("academy.sqlite3*"):
        part.unlink()
    path.write_bytes(kept.read_bytes())

    assert sqlite3.connect(path).execute("SELECT session_key FROM django_session").fetchall() == [("kept",)]
    assert run(manage("migrate", "--check"), environment).returncode == 0
