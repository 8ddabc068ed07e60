import hashlib
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.files.models import StoredFile
from academy.engines.files.services.made import keep_made
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_keep_made_keeps_the_bytes_of_any_size_and_writes_one_event(settings):
    settings.FILE_MOST_BYTES = 10
    person, content = PersonFactory(), b"%PDF-1.7 larger than an upload may be"
    kept = keep_made(content=ContentFile(content), name="portfolio\u202e.pdf", by=actor_of(person), at=AT)
    with default_storage.open(kept.storage_key) as stored:
        assert stored.read() == content
    assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (kept.owner, kept.original_name, kept.kind, kept.is_clean) == (person, "portfolio .pdf", "pdf", True)
    act = Event.objects.get(act="files.file.keep_made")
    assert (act.about_id, act.to_state) == (person.pk, "clean")


def test_keep_made_refuses_whoever_has_no_record():
    with pytest.raises(Refused, match="only for somebody with a record"):
        keep_made(content=ContentFile(b"x"), name="a.pdf", by=Actor.system("tests", on=TODAY), at=AT)
    assert StoredFile.objects.count() == 0
