from datetime import date

import pytest

from academy.engines.facts import families, providers
from academy.engines.facts.facts import Fact
from academy.engines.facts.families import Family
from academy.engines.facts.providers import facts_of, provide, provided, providers_of

TODAY = date(2026, 11, 17)


@pytest.fixture
def asked(monkeypatch):
    """No family and no provider but those of the test; what each was asked."""
    monkeypatch.setattr(providers, "_providers", [])
    monkeypatch.setattr(families, "_declared", {})
    families.declare(*(Family(name=name, tells="Something.") for name in ("a.award", "a.course", "b.post")))
    return []


def finder(asked, name):
    def find(person_ids, *, on, keys):
        asked.append((name, tuple(person_ids), on, tuple(keys)))
        return [Fact(key=key, person=person, on=on, source=name) for person in person_ids for key in keys]

    return find


def test_each_provider_is_asked_once_for_all_people_and_its_keys(asked):
    provide(["a.course", "a.award"], finder(asked, "one"), app="a")
    provide(["b.post"], finder(asked, "two"), app="b")

    found = facts_of([7, 8], on=TODAY, keys=["a.course:x", "b.post", "a.award:y", "a.course:x"])

    assert sorted(asked) == [
        ("one", (7, 8), TODAY, ("a.award:y", "a.course:x")),
        ("two", (7, 8), TODAY, ("b.post",)),
    ]
    assert {person: sorted(fact.key for fact in facts) for person, facts in found.items()} == {
        7: ["a.award:y", "a.course:x", "b.post"],
        8: ["a.award:y", "a.course:x", "b.post"],
    }


def test_facts_of_a_family_come_from_everybody_who_finds_it_in_the_order_they_were_named(asked):
    provide(["a.award"], finder(asked, "one"), app="a")
    provide(["a.award"], finder(asked, "two"), app="b")

    found = facts_of([7], on=TODAY, keys=["a.award:y"])

    assert [fact.source for fact in found[7]] == ["one", "two"]
    assert [each.app for each in providers_of("a.award")] == ["a", "b"]


def test_what_is_expected_is_left_out_for_who_judges_the_day_alone(asked):
    provide(["a.course"], finder(asked, "done"), app="a")
    provide(["a.course"], finder(asked, "to come"), app="a", foretells=True)

    sources = {
        expected: [fact.source for fact in facts_of([7], on=TODAY, keys=["a.course"], expected=expected)[7]]
        for expected in (True, False)
    }

    assert sources == {True: ["done", "to come"], False: ["done"]}


def test_somebody_of_whom_nothing_is_known_has_no_facts(asked):
    provide(["a.course"], lambda person_ids, *, on, keys: [], app="a")

    assert facts_of([7], on=TODAY, keys=["a.course:x"]) == {7: ()}


def test_of_a_family_nobody_finds_yet_nothing_is_known(asked):
    assert facts_of([7], on=TODAY, keys=["b.post:x"]) == {7: ()}
    assert provided() == ()


def test_finder_given_twice_for_a_family_is_a_bug(asked):
    find = finder(asked, "one")
    provide(["a.award", "a.course"], find, app="a")

    with pytest.raises(RuntimeError, match=r"b provides facts called a\.course twice"):
        provide(["a.course"], find, app="b")


def test_family_nobody_declares_is_a_bug(asked):
    with pytest.raises(KeyError, match=r"No app declares facts called c\.grade\."):
        facts_of([7], on=TODAY, keys=["c.grade:x"])


def test_families_that_are_found_are_told_by_name(asked):
    provide(["b.post", "a.course"], finder(asked, "one"), app="a")
    provide(["b.post"], finder(asked, "two"), app="b")

    assert provided() == ("a.course", "b.post")
