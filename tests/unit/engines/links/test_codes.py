"""Short codes for paper: readable, stored so that nobody finds them by trying, good once like any link."""

from datetime import timedelta

import pytest

from academy.engines.links.codes import ALPHABET, code_from, hashed_code, new_code
from academy.engines.links.models import Link
from academy.engines.links.rules import hashed
from academy.engines.links.selectors.links import usable_link
from academy.engines.links.services.links import make_code
from tests.factories.identity import OrganisationFactory, actor_of
from tests.factories.links import GREET
from tests.factories.people import NOW


def test_code_has_two_groups_of_four_without_vowels_and_look_alikes():
    code = new_code()

    assert [len(group) for group in code.split("-")] == [4, 4]
    assert set(code) <= {*ALPHABET, "-"}
    assert set("AEIOUS058B1LZ2V") & set(ALPHABET) == set()
    assert new_code() != code


def test_code_from_the_same_words_is_the_same_and_looks_like_any():
    code = code_from("a" * 64, "one")

    assert (code, code_from("a" * 64, "two") == code) == (code_from("a" * 64, "one"), False)
    assert [len(group) for group in code.split("-")] == [4, 4]
    assert set(code) <= {*ALPHABET, "-"}


@pytest.mark.parametrize("typed", ["cdfg34hj", " CDFG 34HJ ", "cdfg–34hj", "C-D-F-G-3-4-H-J"])
def test_code_is_known_however_it_is_typed(typed):
    assert hashed_code(typed) == hashed_code("CDFG-34HJ")


def test_what_is_stored_of_a_code_is_keyed_with_the_servers_secret(settings):
    stored = hashed_code("CDFG-34HJ")

    assert (len(stored), stored == hashed("CDFG34HJ")) == (64, False)
    settings.SECRET_KEY = "another secret of another server altogether"
    assert hashed_code("CDFG-34HJ") != stored


@pytest.mark.django_db
def test_code_is_a_link_that_ends_the_one_before():
    subject, by = OrganisationFactory(), actor_of()
    first, second = (
        make_code(purpose=GREET, subject=subject, holder="whoever has it", by=by, at=NOW, valid_days=28)
        for _ in range(2)
    )

    link = Link.objects.get(pk=second.link.pk)
    assert (link.holder_name, link.holder_email, link.made_by_id) == ("whoever has it", "", by.person_id)
    assert link.expires_at == NOW + timedelta(days=28)
    assert usable_link(hashed_code(second.code.lower()), at=NOW) == link
    assert usable_link(hashed_code(first.code), at=NOW) is None
    assert usable_link(hashed_code("CDFG-34HJ"), at=NOW) is None
