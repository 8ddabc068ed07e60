"""What a signature is over: the same content has the same fingerprint; whoever assesses is registered on the day."""

from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.registrations import RegistrationFacts
from academy.people.rules.spans import Span
from asye.choices.enrolments import Role
from asye.rules.signing import CHANGED, OTHER_CONTENT, canonical, fingerprint, is_over, may_assess, still_to_sign

LAPSES_ON = date(2026, 11, 30)
REGISTERED = RegistrationFacts("swe", Span(date(2020, 1, 1), None), LAPSES_ON)


def test_canonical_json_has_its_keys_in_order_and_plain_values():
    said = {"b": Decimal("10.0"), "a": date(2026, 1, 5), "é": "é", "none": None}
    assert canonical(said) == '{"a":"2026-01-05","b":"10.0","none":null,"é":"é"}'


def test_the_fingerprint_is_the_same_whatever_the_order_and_another_for_other_words():
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert len(fingerprint({})) == 64


def test_who_has_not_signed_comes_in_the_order_of_the_policy():
    required = (Role.NQSW, Role.ASSESSOR, Role.MANAGER)
    assert still_to_sign(required, {"assessor"}) == (Role.NQSW, Role.MANAGER)
    assert still_to_sign(required, set(required)) == ()


@pytest.mark.parametrize(
    ("signed", "seen", "reason"),
    [([], "a", ""), (["a", "a"], "a", ""), ([], "b", CHANGED), (["a", "b"], "a", OTHER_CONTENT)],
)
def test_a_name_is_put_under_what_was_read_and_what_the_others_signed(signed, seen, reason):
    assert is_over(signed, seen=seen, now="a").reason == reason


@pytest.mark.parametrize(
    ("day", "registrations", "allowed"),
    [
        (date(2026, 11, 29), [REGISTERED], True),
        (LAPSES_ON, [REGISTERED], True),
        (date(2026, 12, 1), [REGISTERED], False),
        (date(2019, 12, 31), [REGISTERED], False),
        (LAPSES_ON, [RegistrationFacts("swe", Span(date(2020, 1, 1), LAPSES_ON))], True),
        (date(2026, 12, 1), [RegistrationFacts("swe", Span(date(2020, 1, 1), LAPSES_ON))], False),
        (LAPSES_ON, [RegistrationFacts("hcpc", Span(date(2020, 1, 1), None))], False),
        (LAPSES_ON, [], False),
    ],
)
def test_whoever_assesses_is_on_the_social_work_register_that_day(day, registrations, allowed):
    assert may_assess(registrations, regulator="swe", on=day).allowed is allowed


def test_the_refusal_says_the_day_and_what_to_do():
    said = may_assess([], regulator="swe", on=date(2026, 12, 1)).reason
    assert "on 1 December 2026 none is entered here" in said
    assert said.endswith("or the co-ordinator to hand the part over.")
