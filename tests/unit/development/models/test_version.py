import pytest
from django.db import IntegrityError

from academy.development.models import EntryVersion, Use
from academy.engines.frozen.rows import Frozen
from tests.factories.development import EntryFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return EntryVersion.objects.create(entry=EntryFactory(), number=1, title="A", text={}, sha256="ab", cut_at=NOW)


def test_version_saved_again_is_refused(version):
    version.title = "B"
    with pytest.raises(Frozen, match="never changed"):
        version.save()
    assert EntryVersion.objects.get().title == "A"


def test_version_deleted_is_refused(version):
    with pytest.raises(Frozen, match="never deleted"):
        version.delete()
    assert EntryVersion.objects.count() == 1


def test_versions_changed_or_deleted_in_bulk_are_refused(version):
    with pytest.raises(TypeError, match="EntryVersion rows are never changed"):
        EntryVersion.objects.update(title="B")
    with pytest.raises(TypeError, match="EntryVersion rows are never deleted"):
        EntryVersion.objects.all().delete()
    assert EntryVersion.objects.get().title == "A"


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"number": 1}, "entry_version_number_once|development_entryversion.number"),
        ({"number": 0}, "entry_version_counts_from_one"),
        ({"title": ""}, "entry_version_complete"),
        ({"sha256": ""}, "entry_version_complete"),
    ],
)
def test_version_that_breaks_an_invariant_is_refused_by_the_database(version, change, constraint):
    values = {"entry": version.entry, "number": 2, "title": "A", "text": {}, "sha256": "cd", "cut_at": NOW, **change}
    with pytest.raises(IntegrityError, match=constraint):
        EntryVersion.objects.create(**values)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({}, "use_once|development_use"),
        ({"purpose": ""}, "use_has_purpose_and_label"),
        ({"label": "", "reference": "2"}, "use_has_purpose_and_label"),
    ],
)
def test_use_that_breaks_an_invariant_is_refused_by_the_database(version, change, constraint):
    values = {"version": version, "purpose": "regulator", "label": "SWE piece 1", "reference": "1", "used_at": NOW}
    Use.objects.create(**values)
    with pytest.raises(IntegrityError, match=constraint):
        Use.objects.create(**{**values, **change})


def test_version_and_use_say_what_they_are(version):
    use = Use(version=version, label="SWE piece 1")
    assert (str(version), str(use)) == (f"version 1 of entry {version.entry_id}", "SWE piece 1")
