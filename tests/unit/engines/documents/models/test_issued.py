import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from academy.engines.documents.models import Issued
from academy.engines.frozen.rows import Frozen
from tests.factories.documents import issued
from tests.factories.identity import PersonFactory

pytestmark = pytest.mark.django_db


def test_issued_document_is_never_changed_or_deleted():
    made = issued(PersonFactory())
    for attempt in (made.save, made.delete, Issued.objects.all().delete, lambda: Issued.objects.update(title="x")):
        with pytest.raises(Frozen):
            attempt()
    assert Issued.objects.get().title == "A letter"


def test_issued_document_has_an_address_and_no_personal_words_in_its_name():
    made = issued(PersonFactory())
    assert made.get_absolute_url() == reverse("documents:document", args=[made.uid])
    assert str(made) == f"tests.letter {made.uid}"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"title": ""}, "issued_is_named"),
        ({"sha256": ""}, "issued_is_fixed"),
        ({"pages": 0}, "issued_has_a_page"),
    ],
)
def test_issued_constraints_hold(values, constraint):
    made = issued(PersonFactory())
    other = issued(PersonFactory())
    copy = Issued(**{field.attname: getattr(made, field.attname) for field in Issued._meta.fields})
    copy.pk = copy.order = None
    copy.order, copy.uid = other.uid, made.order
    for name, value in values.items():
        setattr(copy, name, value)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        models_save(copy, file_of=other)
    assert constraint in str(refused.value)


def models_save(copy, *, file_of):
    """Stored beside a file of its own, so that only the constraint asked about is broken."""
    file = file_of.file
    file.pk, file.uid, file.storage_key = None, copy.uid, "another"
    file.save()
    copy.file = file
    copy.save()


def test_document_shares_its_code_with_no_other():
    person = PersonFactory()
    first = issued(person)
    assert first.code == issued(person).code == ""
    issued(person, code="8F3A-27C1")
    with pytest.raises(IntegrityError):
        issued(person, code="8F3A-27C1")
