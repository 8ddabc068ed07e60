from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from academy.engines.audit.models import Event
from academy.engines.reference import declarations
from academy.engines.reference.models import ReferenceFile
from academy.frameworks.models import Framework, Statement
from academy.frameworks.reference import FRAMEWORKS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frameworks_only(monkeypatch):
    monkeypatch.setattr(declarations, "_kinds", {FRAMEWORKS.name: FRAMEWORKS})


def run(*arguments):
    said = StringIO()
    call_command("load_reference", *arguments, stdout=said)
    return said.getvalue().splitlines()


def test_load_reference_loads_every_shipped_file_and_prints_the_diff():
    lines = run()
    files = sorted(path.name for path in FRAMEWORKS.path.glob("*.yaml"))
    assert sorted(ReferenceFile.objects.filter(kind=FRAMEWORKS.name).values_list("name", flat=True)) == files
    assert [line for line in lines if line.endswith("pcf/2018")] == ["  added     pcf/2018"]
    assert Framework.objects.count() == len(files)


def test_load_reference_a_second_time_says_nothing_changed():
    run()
    statements = list(Statement.objects.values_list("pk", "title"))
    events = Event.objects.count()
    assert run() == ["nothing changed"]
    assert (list(Statement.objects.values_list("pk", "title")), Event.objects.count()) == (statements, events)


def test_load_reference_check_tells_and_writes_nothing():
    lines = run("--check")
    assert [line for line in lines if line.endswith("pcf/2018")] == ["  added     pcf/2018"]
    assert (Framework.objects.count(), ReferenceFile.objects.count(), Event.objects.count()) == (0, 0, 0)
    run()
    assert run("--check") == ["nothing changed"]


def test_load_reference_with_a_bad_file_fails_with_sentences(monkeypatch, tmp_path):
    (tmp_path / "bad.yaml").write_text("framework: {code: bad}\n")
    monkeypatch.setattr(type(FRAMEWORKS), "path", tmp_path)
    with pytest.raises(CommandError) as failed:
        run()
    assert str(failed.value).splitlines()[0].startswith("bad.yaml, line 1, framework.name: ")
    assert Framework.objects.count() == 0
