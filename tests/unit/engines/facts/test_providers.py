from datetime import date

import pytest

from academy.engines.facts import providers
from academy.engines.facts.facts import Fact
from academy.engines.facts.providers import facts_of, provide, provided

TODAY = date(2026, 11, 17)


@pytest.fixture
def asked(monkeypatch):
    """No provider but those of the test; what each was asked."""
    monkeypatch.setattr(providers, "_finders", {})
    return []


def finder(asked, name):
    def find(person_ids, *, on, keys):
        asked.append((name, tuple(person_ids), on, tuple(keys)))
        return [Fact(key=key, person=person, on=on) for person in person_ids for key in keys]

    return find


def test_each_provider_is_asked_once_for_all_people_and_its_keys(asked):
    provide(["a.course", "a.award"], finder(asked, "one"))
    provide(["b.post"], finder(asked, "two"))

    found = facts_of([7, 8], on=TODAY, keys=["a.course:x", "b.post", "a.award:y", "a.course:x"])

    assert sorted(asked) == [
        ("one", (7, 8), TODAY, ("a.award:y", "a.course:x")),
        ("two", (7, 8), TODAY, ("b.post",)),
    ]
    assert {person: sorted(fact.key for fact in facts) for person, facts in found.items()} == {
        7: ["a.award:y", "a.course:x", "b.post"],
        8: ["a.award:y", "a.course:x", "b.post"],
    }


def test_somebody_of_whom_nothing_is_known_has_no_facts(asked):
    provide(["a.course"], lambda person_ids, *, on, keys: [])

    assert facts_of([7], on=TODAY, keys=["a.course:x"]) == {7: ()}


def test_family_provided_twice_is_a_bug(asked):
    provide(["a.course"], finder(asked, "one"))

    with pytest.raises(RuntimeError, match=r"a\.course"):
        provide(["a.course"], finder(asked, "two"))


def test_family_nobody_provides_is_a_bug(asked):
    with pytest.raises(KeyError):
        facts_of([7], on=TODAY, keys=["a.course:x"])


def test_families_are_told_by_name(asked):
    provide(["b.post", "a.course"], finder(asked, "one"))

    assert provided() == ("a.course", "b.post")
