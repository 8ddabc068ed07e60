"""What our own Python may not do, read from its syntax (architecture 5, 6)."""

from pathlib import PurePosixPath

from tests.architecture.checkers.acts import (
    commands_without_who_and_when,
    is_service,
    signals,
    state_writes,
    writers_without_command,
)
from tests.architecture.checkers.clock import clock_readings
from tests.architecture.checkers.source import product_files, python_files, sample
from tests.architecture.checkers.words import drawers


def test_every_module_is_named_after_a_thing():
    assert [finding for source in python_files() for finding in drawers(source.path)] == []


def test_only_views_tasks_and_management_commands_read_the_clock():
    assert [finding for source in product_files() for finding in clock_readings(source)] == []


def test_every_service_that_writes_is_a_command():
    services = [source for source in product_files() if is_service(source)]

    assert [finding for source in services for finding in writers_without_command(source)] == []


def test_every_command_takes_who_acts_and_when_by_keyword():
    services = [source for source in product_files() if is_service(source)]

    assert [finding for source in services for finding in commands_without_who_and_when(source)] == []


def test_no_module_uses_signals_of_models():
    assert [finding for source in product_files() for finding in signals(source)] == []


def test_only_the_workflow_engine_writes_a_state():
    assert [finding for source in product_files() for finding in state_writes(source)] == []


def test_module_named_after_no_thing_is_found():
    assert drawers(PurePosixPath("academy/people/utils.py")) == ["academy/people/utils.py: `utils` names no thing"]
    assert drawers(PurePosixPath("academy/common/dates.py")) == ["academy/common/dates.py: `common` names no thing"]
    assert drawers(PurePosixPath("academy/people/posts_part2.py")) == [
        "academy/people/posts_part2.py: `posts_part2` names no thing"
    ]
    assert drawers(PurePosixPath("academy/people/posts.py")) == []


def test_reading_the_clock_in_a_rule_is_found():
    reading = "def due():\n    return timezone.now()"

    assert clock_readings(sample(reading, "academy/a/rules.py")) == ["academy/a/rules.py:2: timezone.now"]
    assert clock_readings(sample("at = Field(default=timezone.now)", "academy/a/models/b.py")) == [
        "academy/a/models/b.py:1: timezone.now"
    ]
    assert clock_readings(sample("import datetime\nx = datetime.date.today()", "academy/a/rules.py")) == [
        "academy/a/rules.py:2: datetime.date.today"
    ]
    assert clock_readings(sample("from django.utils.timezone import now", "academy/a/rules.py")) == [
        "academy/a/rules.py:1: now"
    ]
    assert clock_readings(sample(reading, "academy/a/views/home.py")) == []
    assert clock_readings(sample("x = timezone.localdate(moment)", "academy/a/rules.py")) == []


def test_service_that_writes_and_is_no_command_is_found():
    writing = "def keep(*, entry, by, at):\n    entry.save()"

    assert writers_without_command(sample(writing, "academy/a/services/b.py")) == [
        "academy/a/services/b.py:1 keep writes and is no command"
    ]
    assert writers_without_command(sample(f'@command("a.b.keep")\n{writing}')) == []
    assert writers_without_command(sample("def _kept(entry):\n    entry.save()")) == []
    assert writers_without_command(sample("def limits(): ...")) == []
    assert writers_without_command(sample(writing, "academy/engines/drafts/services/drafts.py")) == []


def test_command_without_who_or_when_is_found():
    name = '@command("a.b.keep")'
    finding = "a.py:2 keep must take everything by keyword, and `by` and `at`"

    assert commands_without_who_and_when(sample(f"{name}\ndef keep(entry, *, by, at): ...", "a.py")) == [finding]
    assert commands_without_who_and_when(sample(f"{name}\ndef keep(*, entry, by): ...", "a.py")) == [finding]
    assert commands_without_who_and_when(sample(f"{name}\ndef keep(*, entry, by, at): ...", "a.py")) == []


def test_signals_of_models_are_found():
    assert signals(sample("from django.db.models.signals import post_save", "a.py")) == [
        "a.py:1: django.db.models.signals"
    ]
    assert signals(sample("from django.db.models import signals", "a.py")) == ["a.py:1: django.db.models.signals"]
    assert signals(sample("from django.db.models import Model", "a.py")) == []


def test_write_to_a_state_outside_the_workflow_engine_is_found():
    writing = "entry.state = 'kept'"

    assert state_writes(sample(writing, "a.py")) == ["a.py:1 writes a state"]
    assert state_writes(sample("Entry.objects.update(state='kept')", "a.py")) == ["a.py:1 writes a state"]
    assert state_writes(sample("setattr(entry, 'state', 'kept')", "a.py")) == ["a.py:1 writes a state"]
    assert state_writes(sample("if entry.state == 'kept': ...", "a.py")) == []
    assert state_writes(sample(writing, "academy/engines/workflow/moves.py")) == []
