"""The one shape of a portfolio: the same bytes for the same content, read back as it was, and no other shape."""

import json

import pytest

from portfolios.rules.content import SCHEMA, Content, canonical, fingerprint, in_groups, read
from tests.factories.contents import content


def test_content_is_read_back_as_it_was_written():
    written = content()

    assert read(canonical(written)) == written


def test_same_content_is_the_same_bytes_and_another_word_another_fingerprint():
    one, other = content(title="Towards BG11"), content(title="Towards BG12")

    assert canonical(one) == canonical(content(title="Towards BG11"))
    assert fingerprint(canonical(one)) != fingerprint(canonical(other))


def test_letters_stay_as_they_are_and_keys_stand_in_order():
    said = canonical(Content(title="Été", purpose="course", purpose_words="Course", person="A", organisation="B"))

    assert said.startswith('{"editions":[],"facts":[],"names":[],"organisation":"B","person":"A"')
    assert '"title":"Été"' in said


def test_shape_this_portal_does_not_know_is_not_read():
    other = json.dumps({**json.loads(canonical(content())), "schema": SCHEMA + 1})

    with pytest.raises(ValueError, match="has a shape this version of the portal cannot read"):
        read(other)


def test_fingerprint_is_compared_in_groups_of_four():
    assert in_groups("3f9a12de77b0") == "3f9a 12de 77b0"
