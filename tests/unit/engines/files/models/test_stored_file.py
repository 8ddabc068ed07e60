from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from academy.engines.files.models import StoredFile
from tests.factories.identity import PersonFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
FILE = {
    "original_name": "a.txt",
    "kind": "text",
    "size": 3,
    "sha256": "0" * 64,
    "storage_key": "2026/11/a",
    "scan_state": "clean",
    "uploaded_at": AT,
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "gif"}, "stored_file_kind_known"),
        ({"scan_state": "fine"}, "stored_file_scan_state_known"),
        ({"size": 0}, "stored_file_not_empty"),
        ({"original_name": ""}, "stored_file_has_name"),
        ({"deleted_at": AT}, "stored_file_deleted_for_a_reason"),
        ({"deleted_because": "No"}, "stored_file_deleted_for_a_reason"),
        ({"deleted_at": AT.replace(day=16), "deleted_because": "No"}, "stored_file_deleted_for_a_reason"),
    ],
)
def test_stored_file_that_breaks_a_constraint_is_refused(values, constraint):
    owner = PersonFactory()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        StoredFile.objects.create(owner=owner, **FILE | values)
    assert constraint in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "is_shown", "is_picture"), [("png", True, True), ("pdf", True, False), ("word", False, False)]
)
def test_stored_file_is_shown_in_page_when_it_is_a_picture_or_pdf(kind, is_shown, is_picture):
    file = StoredFile(kind=kind)
    assert (file.is_shown_in_page, file.is_picture) == (is_shown, is_picture)
