import pytest

from academy.engines.access import permissions
from academy.engines.access.permissions import Permission, allows
from academy.engines.documents.models import Issued
from academy.identity.actor import Actor
from tests.factories.documents import issued
from tests.factories.identity import TODAY, PersonFactory, actor_of

pytestmark = pytest.mark.django_db
READ = "documents.issued.read"


def sees(actor, document):
    """By the list and by the permission: the two must agree."""
    return Issued.objects.visible_to(actor).filter(pk=document.pk).exists(), allows(READ, actor, document)


def test_document_is_read_by_whom_it_is_about_and_by_whoever_had_it_made(kind):
    about, maker = PersonFactory(), PersonFactory()
    document = issued(about, made_by=maker)
    assert sees(actor_of(about), document) == (True, True)
    assert sees(actor_of(maker), document) == (True, True)


def test_document_is_nobody_elses(kind):
    document = issued(PersonFactory())
    assert sees(actor_of(), document) == (False, False)
    assert sees(Actor.system("tests", on=TODAY), document) == (False, False)


def test_maker_reads_it_only_as_long_as_she_may_have_such_a_document(kind, monkeypatch):
    maker = PersonFactory()
    document = issued(PersonFactory(), made_by=maker)
    monkeypatch.setitem(permissions._declared, kind.permission, Permission(kind.permission, "Nobody", givers=()))
    assert allows(READ, actor_of(maker), document) is False


def test_document_without_bytes_is_not_given_out():
    document = issued(PersonFactory())
    file = document.file
    file.deleted_at, file.deleted_because = file.uploaded_at, "Kept long enough."
    file.save()
    assert list(Issued.objects.given_out()) == []


def test_maker_reads_it_only_as_long_as_she_may_read_what_it_is_made_of(portrait):
    about, maker = PersonFactory(), PersonFactory()
    document = issued(about, made_by=maker, kind=portrait.name)
    for subject, may in ((maker, True), (about, False)):
        document.subject_id = subject.pk
        assert allows(READ, actor_of(maker), document) is may
