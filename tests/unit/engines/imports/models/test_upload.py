import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.imports.models import Import, ImportRow
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of
from tests.unit.engines.imports.conftest import AT

pytestmark = pytest.mark.django_db


def made(**values):
    fields = {
        "kind": "tests.words",
        "owner": PersonFactory(),
        "original_name": "words.csv",
        "sha256": "0" * 64,
        "uploaded_at": AT,
    }
    return Import.objects.create(**fields | values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": ""}, "import_is_named"),
        ({"good": 1}, "import_good_rows_are_rows"),
        ({"added": 1}, "import_added_rows_are_good"),
        ({"asked_at": AT}, "import_asked_after_check"),
        ({"committed_at": AT}, "import_taken_in_when_asked"),
    ],
)
def test_import_constraints_hold(values, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        made(**values)


def test_same_content_is_taken_in_once_per_person():
    done = {"checked_at": AT, "asked_at": AT, "committed_at": AT}
    owner = made(**done).owner
    made(owner=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        made(owner=owner, **done)
    assert made(**done).owner != owner


def test_row_number_stands_once_in_an_import():
    upload = made()
    row = ImportRow.objects.create(upload=upload, number=2, is_good=True)
    assert str(row) == f"row 2 of import {upload.pk}"
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportRow.objects.create(upload=upload, number=2, is_good=True)


def test_import_is_its_owners_alone():
    upload = made()
    for actor, sees in (
        (actor_of(upload.owner), True),
        (actor_of(), False),
        (Actor.system("tests", on=TODAY), False),
    ):
        assert Import.objects.visible_to(actor).exists() is sees
        assert allows("imports.import.see", actor, upload) is sees
        assert allows("imports.import.take_in", actor, upload) is sees


def test_import_has_an_address_without_words():
    upload = made()
    assert upload.get_absolute_url() == reverse("imports:import", args=[upload.uid])
    assert str(upload) == f"tests.words {upload.uid}"
