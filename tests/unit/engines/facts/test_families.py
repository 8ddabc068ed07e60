import re

import pytest

from academy.engines.facts import families
from academy.engines.facts.families import Family, declare, declared, is_declared
from academy.engines.facts.providers import provided, providers_of


@pytest.fixture
def _none(monkeypatch):
    monkeypatch.setattr(families, "_declared", {})


@pytest.mark.usefixtures("_none")
def test_families_are_told_by_name_with_the_app_that_declares_them():
    declare(Family(name="b.post", tells="A post."), Family(name="a.course", tells="A course."))

    assert [(family.name, family.app) for family in declared()] == [("a.course", "a"), ("b.post", "b")]
    assert (is_declared("b.post"), is_declared("b.pots")) == (True, False)


@pytest.mark.usefixtures("_none")
def test_family_declared_twice_is_a_bug():
    declare(Family(name="a.course", tells="A course."))

    with pytest.raises(RuntimeError, match=r"a\.course"):
        declare(Family(name="a.course", tells="Another course."))


def test_every_family_of_the_portal_that_is_found_is_declared():
    assert [name for name in provided() if not is_declared(name)] == []


def test_every_family_of_the_portal_that_nobody_finds_says_with_what_it_comes():
    assert [family.name for family in declared() if not providers_of(family.name) and not family.comes_with] == []


def test_every_family_of_the_portal_has_a_name_a_key_can_have_and_says_what_it_tells_in_a_sentence():
    names = [family.name for family in declared() if not re.fullmatch(r"[a-z_]+\.[a-z_]+", family.name)]
    unsaid = [family.name for family in declared() if not re.fullmatch(r"[A-Z].*\.", family.tells)]

    assert (names, unsaid) == ([], [])
