"""Preparing: each part once, again when its inputs change, and a failure as one sentence."""

import io
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from academy.config import prepare as module
from academy.config.prepare import Part, PreparationFailed, parts, prepare

SECONDS = r"\d+\.\d s"


@dataclass
class Set:
    """A made-up set-up whose parts leave a line in a file when they are made."""

    folder: Path
    inputs: dict[str, str] = field(default_factory=lambda: {"one": "a", "two": "a"})

    def part(self, key: str, **more: Any) -> Part:
        noted = f"open({str(self.folder / 'made')!r}, 'a').write({key + chr(10)!r})"
        made = ((sys.executable, "-c", noted),)
        return replace(Part(key, f"Part {key}", lambda: self.inputs[key], made), **more)

    def made(self) -> list[str]:
        """What has been made since this was asked last."""
        path = self.folder / "made"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines


@pytest.fixture
def setup(tmp_path, settings, monkeypatch):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, var=tmp_path)
    made = Set(tmp_path)
    monkeypatch.setattr(module, "parts", lambda: [made.part("one", forgets=("two",)), made.part("two")])
    return made


def told(**more: int) -> str:
    said = io.StringIO()
    prepare(say=lambda *words, **how: print(*words, file=said, end=how.get("end", "\n")), **more)
    return said.getvalue()


def test_prepare_on_a_new_machine_makes_every_part_and_counts_on_from_what_was_done(setup):
    said = told(done_before=2)

    assert setup.made() == ["one", "two"]
    first, second = said.splitlines()
    assert first.startswith("[3/4] Part one … ")
    assert second.startswith("[4/4] Part two … ")
    assert "up to date" not in said


def test_prepare_again_makes_nothing_and_says_so(setup):
    told()
    setup.made()

    assert told() == "[1/2] Part one … up to date\n[2/2] Part two … up to date\n"
    assert setup.made() == []


def test_prepare_after_a_change_makes_that_part_and_those_it_forgets(setup):
    told()
    setup.made()
    setup.inputs["two"] = "b"
    told()
    only_two = setup.made()
    setup.inputs["one"] = "b"
    told()

    assert only_two == ["two"]
    assert setup.made() == ["one", "two"]


def test_prepare_when_a_program_fails_says_its_last_line_and_where_the_rest_is(setup, tmp_path, monkeypatch):
    failing = setup.part("one", programs=((sys.executable, "-c", "print('first')\nraise SystemExit('no disk left')"),))
    monkeypatch.setattr(module, "parts", lambda: [failing, setup.part("two")])

    with pytest.raises(PreparationFailed) as caught:
        told()

    log = tmp_path / "log" / "one.log"
    assert str(caught.value) == f"Part one could not be made ready: no disk left (everything it said: {log})"
    assert sorted(log.read_text().split("\n")) == ["", "first", "no disk left"]
    assert setup.made() == []


def test_prepare_runs_programs_as_the_owner_of_the_tables(setup, settings, tmp_path, monkeypatch):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, migration_database_url="postgres://owner@host/academy")
    tell = f"import os; open({str(tmp_path / 'role')!r}, 'w').write(os.environ['DATABASE_URL'])"
    monkeypatch.setattr(module, "parts", lambda: [setup.part("one", programs=((sys.executable, "-c", tell),))])
    told()

    assert (tmp_path / "role").read_text() == "postgres://owner@host/academy"


def test_prepare_when_the_database_does_not_answer_says_so_without_its_address(monkeypatch):
    def refuse(connection: object) -> None:
        raise OperationalError("connection refused\nmore")

    monkeypatch.setattr(module, "MigrationExecutor", refuse)

    with pytest.raises(PreparationFailed) as caught:
        module._migrations()

    assert str(caught.value) == "The database does not answer, so the portal cannot start: connection refused"


@pytest.mark.django_db
def test_migrated_database_lacks_nothing():
    assert module._migrations() == f"{module._database_name()} lacks 0"


def test_parts_without_the_demo_where_the_settings_do_not_want_it(settings):
    settings.DEMO_ACADEMY = False

    assert [part.key for part in parts()] == ["assets", "static", "database", "reference"]


def test_parts_with_the_demo_where_the_settings_want_it(settings):
    settings.DEMO_ACADEMY = True

    assert [part.key for part in parts()] == ["assets", "static", "database", "reference", "demo"]


def test_new_database_has_reference_data_and_demo_loaded_again():
    assert {part.key: part.forgets for part in parts()}["database"] == ("reference", "demo")


def test_inputs_of_every_part_stay_the_same_while_nothing_changes(settings, monkeypatch):
    monkeypatch.setattr(module, "_migrations", lambda: "none")
    settings.DEMO_ACADEMY = True
    before = [part.inputs() for part in parts()]

    assert [part.inputs() for part in parts()] == before
    assert len(set(before)) == 5
