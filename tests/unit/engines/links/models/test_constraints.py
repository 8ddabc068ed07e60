from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.factories.links import link_to
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"expires_at": NOW}, "link_expires_after_it_was_made"),
        ({"spent_at": NOW, "withdrawn_at": NOW}, "link_spent_or_withdrawn"),
        ({"purpose": ""}, "link_says_for_what"),
        ({"subject_id": ""}, "link_says_for_what"),
        ({"token_hash": ""}, "link_says_for_what"),
    ],
)
def test_impossible_link_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        link_to(**said)


def test_token_is_stored_once():
    link_to("same")

    with pytest.raises(IntegrityError, match="token_hash"):
        link_to("same", expires_at=NOW + timedelta(days=1))


def test_link_is_called_by_its_id_and_purpose():
    link = link_to()

    assert str(link) == f"link {link.pk} for tests-greet"
