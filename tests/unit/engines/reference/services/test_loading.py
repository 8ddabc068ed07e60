from datetime import UTC, datetime

import pytest

from academy.engines.audit.models import Event
from academy.engines.reference.models import ReferenceFile
from academy.engines.reference.reading import BadFile
from academy.engines.reference.services.loading import load_all
from academy.identity.actor import Actor
from tests.factories.identity import TODAY
from tests.unit.engines.reference import samples

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
BY = Actor.system("reference data", on=TODAY)
pytestmark = pytest.mark.django_db


def load(**more):
    return [(file.name, [str(change) for change in file.changes]) for file in load_all(by=BY, at=AT, **more)]


def test_load_all_loads_each_file_once_and_records_one_event_each(put):
    put("blue.yaml", "{code: blue, name: Blue}")
    put("red.yaml", "{code: red, name: Red}")
    assert load() == [("blue.yaml", ["added     blue"]), ("red.yaml", ["added     red"])]
    assert load() == []
    assert list(Event.objects.order_by("pk").values_list("act", "note", "subject_label")) == [
        ("reference.file.load", "1 added", "reference.referencefile"),
        ("reference.file.load", "1 added", "reference.referencefile"),
    ]


def test_load_all_loads_only_the_file_that_changed(put):
    put("blue.yaml", "{code: blue, name: Blue}")
    put("red.yaml", "{code: red, name: Red}")
    load()
    put("red.yaml", "{code: red, name: Crimson}")
    assert load() == [("red.yaml", ["changed   red"])]
    assert samples.kept == {"blue": "Blue", "red": "Crimson"}


def test_load_everything_reads_unchanged_files_too(put):
    put("blue.yaml", "{code: blue, name: Blue}")
    load()
    assert load(everything=True) == [("blue.yaml", [])]


def test_load_all_without_a_file_withdraws_what_it_held_from_today_once(put, folder):
    put("blue.yaml", "{code: blue, name: Blue}")
    load()
    (folder / "blue.yaml").unlink()
    assert load() == [("blue.yaml", ["withdrawn blue"])]
    assert load() == []
    assert samples.ended == [f"blue {TODAY}"]
    assert ReferenceFile.objects.get().withdrawn_on == TODAY
    assert Event.objects.filter(act="reference.file.withdraw").count() == 1


def test_load_all_of_a_file_that_came_back_loads_it_again(put, folder):
    put("blue.yaml", "{code: blue, name: Blue}")
    load()
    (folder / "blue.yaml").unlink()
    load()
    put("blue.yaml", "{code: blue, name: Blue}")
    assert load() == [("blue.yaml", [])]
    assert ReferenceFile.objects.get().withdrawn_on is None


def test_load_all_of_a_renamed_file_withdraws_nothing(put, folder):
    put("blue.yaml", "{code: blue, name: Blue}")
    load()
    (folder / "blue.yaml").rename(folder / "azure.yaml")
    assert load() == [("azure.yaml", [])]
    assert (samples.ended, ReferenceFile.objects.get().name) == ([], "azure.yaml")


def test_load_all_of_a_file_with_another_key_withdraws_the_old_one(put):
    put("blue.yaml", "{code: blue, name: Blue}")
    load()
    put("blue.yaml", "{code: azure, name: Azure}")
    assert load() == [("blue.yaml", ["withdrawn blue"]), ("blue.yaml", ["added     azure"])]


def test_load_all_loads_a_file_after_those_it_needs(put):
    put("a.yaml", "{code: a, name: A, after: [b]}")
    put("b.yaml", "{code: b, name: B, after: [c]}")
    put("c.yaml", "{code: c, name: C}")
    assert [name for name, _ in load()] == ["c.yaml", "b.yaml", "a.yaml"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"a.yaml": "{code: a, name: A, after: [z]}", "b.yaml": "{code: b, name: B}"},
            ["a.yaml: names z, which no file holds. There are: a, b."],
        ),
        (
            {"a.yaml": "{code: a, name: A}", "b.yaml": "{code: a, name: B}"},
            ["a: two files hold it. Take one away."],
        ),
        (
            {"a.yaml": "{code: a, name: A, after: [b]}", "b.yaml": "{code: b, name: B, after: [a]}"},
            ["a.yaml, b.yaml: these files need each other. Let one of them stand alone."],
        ),
        (
            {"a.yaml": "{code: a}", "b.yaml": "{name: B}", "c.yaml": "{code: c, name: C}"},
            [
                "a.yaml, line 1, name: this has to be said; it is missing.",
                "b.yaml, line 1, code: this has to be said; it is missing.",
            ],
        ),
    ],
)
def test_load_all_with_mistakes_writes_nothing(put, files, expected):
    for name, text in files.items():
        put(name, text)
    with pytest.raises(BadFile) as bad:
        load()
    assert bad.value.mistakes == expected
    assert (ReferenceFile.objects.count(), Event.objects.count(), samples.kept) == (0, 0, {})


@pytest.mark.parametrize("count", [1, 3])
def test_load_all_of_unchanged_files_takes_three_queries(put, count, django_assert_num_queries):
    for number in range(count):
        put(f"{number}.yaml", f"{{code: c{number}, name: C}}")
    load()
    with django_assert_num_queries(3):
        assert load() == []
