from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from academy.engines.reference.models import ReferenceFile

FILE = {
    "kind": "sample.colour",
    "name": "red.yaml",
    "key": "red",
    "sha256": "0" * 64,
    "loaded_at": datetime(2026, 11, 17, 10, 34, tzinfo=UTC),
}
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("field", ["kind", "name", "key", "sha256"])
def test_reference_file_with_an_empty_field_is_refused(field):
    with pytest.raises(IntegrityError, match="reference_file_complete"), transaction.atomic():
        ReferenceFile.objects.create(**FILE | {field: ""})


@pytest.mark.parametrize(
    ("values", "is_taken"),
    [
        ({"name": "crimson.yaml"}, True),
        ({"key": "crimson"}, True),
        ({"key": "crimson", "withdrawn_on": date(2026, 1, 1)}, False),
        ({"kind": "sample.shape"}, False),
    ],
)
def test_reference_file_has_one_row_per_key_and_one_present_row_per_name(values, is_taken):
    ReferenceFile.objects.create(**FILE)
    if not is_taken:
        ReferenceFile.objects.create(**FILE | values)
        assert ReferenceFile.objects.count() == 2
        return
    with pytest.raises(IntegrityError, match=r"reference_file_(key|name)_once|reference_referencefile\.kind"):
        ReferenceFile.objects.create(**FILE | values)
