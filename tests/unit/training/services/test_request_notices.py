import pytest

from academy.identity.models import Person
from academy.training.services.request_notices import in_a_row

NAMES = [Person(given_name=name, family_name="Osei") for name in ("Amara", "Dan", "Helen")]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "Amara Osei"), (2, "Amara Osei or Dan Osei"), (3, "Amara Osei, Dan Osei or Helen Osei")]
)
def test_names_stand_in_a_row(count, words):
    assert in_a_row(NAMES[:count]) == words
