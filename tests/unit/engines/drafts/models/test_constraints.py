from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from academy.engines.drafts.models import Draft, DraftCopy, ParkedPost
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
DRAFT = {
    "form": "sample.form",
    "key": "1",
    "revision": 1,
    "payload": {},
    "saved_at": AT,
    "expires_on": date(2027, 5, 16),
}
PARKED = {
    "form": "sample.form",
    "key": "1",
    "path": "/a/",
    "payload": {},
    "parked_at": AT,
    "expires_on": date(2027, 5, 16),
}
pytestmark = pytest.mark.django_db


def refused_by(make):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        make()
    return str(refused.value)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"revision": 0}, "draft_revision_counts_from_one"),
        ({"form": ""}, "draft_has_form_and_key"),
        ({"key": ""}, "draft_has_form_and_key"),
    ],
)
def test_draft_that_breaks_a_constraint_is_refused(values, constraint):
    owner = UserFactory()
    assert constraint in refused_by(lambda: Draft.objects.create(owner=owner, **DRAFT | values))


def test_draft_of_one_form_and_key_is_one_row_per_person():
    owner = UserFactory()
    Draft.objects.create(owner=owner, **DRAFT)
    Draft.objects.create(owner=UserFactory(), **DRAFT)
    said = refused_by(lambda: Draft.objects.create(owner=owner, **DRAFT))
    assert "draft_once" in said or "drafts_draft.owner_id, drafts_draft.form, drafts_draft.key" in said


def test_draft_copy_of_one_tab_and_revision_is_one_row():
    draft = Draft.objects.create(owner=UserFactory(), **DRAFT)
    values = {"draft": draft, "began_from": 1, "tab": "a", "payload": {}, "sent_at": AT}
    DraftCopy.objects.create(**values)
    said = refused_by(lambda: DraftCopy.objects.create(**values))
    assert "draft_copy_once_per_tab" in said or "drafts_draftcopy.draft_id" in said


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"form": ""}, "parked_post_has_form_and_key"),
        ({"path": "https://elsewhere.example/"}, "parked_post_path_is_ours"),
    ],
)
def test_parked_post_that_breaks_a_constraint_is_refused(values, constraint):
    owner = UserFactory()
    assert constraint in refused_by(lambda: ParkedPost.objects.create(owner=owner, **PARKED | values))
