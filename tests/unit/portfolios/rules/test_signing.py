"""Who signs after whom, and whether what was signed is what stands. No database."""

from dataclasses import replace

import pytest

from portfolios.choices.portfolios import SignerRole
from portfolios.rules.content import Content, Fact, Named, SignedLine
from portfolios.rules.signing import OTHER_CONTENT, is_over, is_signed_by_all, role_after, signed_fingerprint

AUTHOR, VERIFIER, MANAGER = SignerRole.AUTHOR, SignerRole.VERIFIER, SignerRole.LINE_MANAGER
CONTENT = Content(title="A", purpose="course", purpose_words="Course", person="P", organisation="O")


def test_a_signature_is_over_what_was_written_not_over_what_the_portal_knows():
    signed = SignedLine(role="author", name="P", on="2026-11-17")
    known = replace(
        CONTENT, signatures=(signed,), facts=(Fact(label="Team", text="N"),), names=(Named(name="P", instead="x"),)
    )
    assert signed_fingerprint(known) == signed_fingerprint(CONTENT)
    assert signed_fingerprint(replace(CONTENT, title="B")) != signed_fingerprint(CONTENT)


@pytest.mark.parametrize(
    ("chain", "role", "expected"),
    [
        ([AUTHOR], AUTHOR, None),
        ([AUTHOR, MANAGER], AUTHOR, MANAGER),
        ([AUTHOR, VERIFIER, MANAGER], AUTHOR, VERIFIER),
        ([AUTHOR, VERIFIER, MANAGER], VERIFIER, MANAGER),
        ([AUTHOR, VERIFIER, MANAGER], MANAGER, None),
        ([AUTHOR, MANAGER], VERIFIER, None),
    ],
)
def test_the_next_signer_is_the_next_of_the_chain(chain, role, expected):
    assert role_after(chain, role) == expected


@pytest.mark.parametrize(
    ("signed", "reason"),
    [
        ({"author": "a", "verifier": "a", "line_manager": "a"}, ""),
        ({"author": "a"}, "It is not signed by the verifier and the line manager yet."),
        ({"author": "a", "verifier": "b", "line_manager": "a"}, OTHER_CONTENT),
    ],
)
def test_everybody_signs_what_stands(signed, reason):
    decision = is_signed_by_all([AUTHOR, VERIFIER, MANAGER], signed, now="a")
    assert (decision.allowed, decision.reason) == (not reason, reason)


def test_no_signature_is_over_nothing_wrong():
    assert is_over([], now="a").allowed
