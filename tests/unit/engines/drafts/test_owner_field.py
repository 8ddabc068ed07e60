from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from academy.engines.drafts.owner_field import FormOwner, opened, sealed

OWNER = FormOwner(7, "sample.form", "new-0f0e0d0c-0b0a-4908-8706-050403020100")
AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


def test_sealed_owner_opens_as_what_it_was():
    assert opened(sealed(OWNER)) == OWNER


@pytest.mark.parametrize(("days", "expected"), [(90, OWNER), (91, None)])
def test_sealed_owner_opens_for_ninety_days(days, expected):
    with time_machine.travel(AT, tick=False):
        seal = sealed(OWNER)
    with time_machine.travel(AT + timedelta(days=days), tick=False):
        assert opened(seal) == expected


@pytest.mark.parametrize(
    "spoil", [lambda seal: seal[:-1], lambda seal: "x" + seal, lambda seal: "", lambda seal: ":::"]
)
def test_spoilt_owner_is_nobody(spoil):
    assert opened(spoil(sealed(OWNER))) is None


def test_seal_of_another_secret_is_nobody(settings):
    seal = sealed(OWNER)
    settings.SECRET_KEY = "another"
    assert opened(seal) is None
