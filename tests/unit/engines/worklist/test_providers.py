import pytest

from academy.engines.worklist.providers import Provider, declare, declared


def nothing(actor, on):
    return []


def test_declared_providers_are_known_by_key():
    later, sooner = Provider("tests.b", nothing), Provider("tests.a", nothing)
    declare(later)

    assert declare(sooner) is sooner
    assert declared() == [sooner, later]


def test_second_provider_of_a_key_is_a_bug():
    declare(Provider("tests.a", nothing))

    with pytest.raises(RuntimeError, match=r"Two worklist providers are called tests\.a"):
        declare(Provider("tests.a", nothing))
