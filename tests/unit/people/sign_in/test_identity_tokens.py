import json

import jwt
import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from academy.people.sign_in.identity_tokens import UnsoundToken, claims_of
from tests.factories.people import NOW

ISSUER, CLIENT = "https://login.council.example", "portal"
KEY, OTHER = (rsa.generate_private_key(65537, 2048) for _ in range(2))
CURVE = ec.generate_private_key(ec.SECP256R1())
SAID = {"iss": ISSUER, "aud": CLIENT, "sub": "person-1", "nonce": "once", "iat": NOW, "exp": NOW.timestamp() + 60}


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def public(key, kid="1", **more):
    kind = jwt.algorithms.ECAlgorithm if isinstance(key, ec.EllipticCurvePrivateKey) else jwt.algorithms.RSAAlgorithm
    return {**json.loads(kind.to_jwk(key.public_key())), **({"kid": kid} if kid else {}), **more}


def signed(key=KEY, *, algorithm="RS256", kid="1", **changed):
    said = {name: value for name, value in {**SAID, **changed}.items() if value is not None}
    return jwt.encode(said, key, algorithm=algorithm, headers={"kid": kid} if kid else None)


def judged(token, *keys):
    return claims_of(token, keys={"keys": list(keys) or [public(KEY)]}, issuer=ISSUER, client_id=CLIENT)


@pytest.mark.parametrize(("key", "algorithm"), [(KEY, "RS256"), (KEY, "PS256"), (CURVE, "ES256")])
def test_sound_token_tells_its_claims(key, algorithm):
    assert judged(signed(key, algorithm=algorithm), public(OTHER, "2"), public(key))["sub"] == "person-1"


@pytest.mark.parametrize("aud", [CLIENT, [CLIENT], [CLIENT, "another"]])
def test_token_for_several_clients_is_sound_when_it_says_that_this_one_asked(aud):
    assert judged(signed(aud=aud, azp=CLIENT))["aud"] == aud


def test_token_that_names_no_key_is_judged_by_the_only_one():
    assert judged(signed(kid=None), public(KEY, None))["nonce"] == "once"


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another"},
        {"aud": [CLIENT, "another"]},
        {"azp": "another"},
        {"exp": NOW.timestamp() - 61},
        {"iat": NOW.timestamp() + 61},
        *({name: None} for name in SAID),
    ],
    ids=str,
)
def test_token_for_another_question_or_time_is_refused(changed):
    with pytest.raises(UnsoundToken):
        judged(signed(**changed))


@pytest.mark.parametrize("exp", [-59, 0])
def test_clocks_may_differ_by_a_minute(exp):
    assert judged(signed(exp=NOW.timestamp() + exp))["sub"] == "person-1"


@pytest.mark.parametrize(
    ("token", "keys"),
    [
        (signed(OTHER), [public(KEY)]),
        (signed(kid="2"), [public(KEY)]),
        (signed(kid=None), [public(KEY), public(OTHER, "2")]),
        (signed(), [public(KEY), public(OTHER)]),
        (signed(), [public(KEY, alg="ES256")]),
        (signed(), [public(CURVE)]),
        (signed(), ["1"]),
        (signed(), []),
        (signed("a secret that two know, of thirty-two bytes", algorithm="HS256"), [public(KEY)]),
        (signed("", algorithm="none"), [public(KEY)]),
        (signed()[:-9] + "forgotten", [public(KEY)]),
        ("nonsense", [public(KEY)]),
    ],
    ids=[
        *("another key", "unknown key", "no name of two keys", "two keys of a name", "key of another algorithm"),
        *("key of another kind", "no key", "no keys", "shared secret", "unsigned", "changed signature", "no token"),
    ],
)
def test_token_without_a_sound_signature_of_the_provider_is_refused(token, keys):
    with pytest.raises(UnsoundToken):
        claims_of(token, keys={"keys": keys}, issuer=ISSUER, client_id=CLIENT)


@pytest.mark.parametrize("keys", [{}, {"keys": None}, {"keys": {"1": "2"}}])
def test_answer_that_is_no_set_of_keys_is_refused(keys):
    with pytest.raises(UnsoundToken):
        claims_of(signed(), keys=keys, issuer=ISSUER, client_id=CLIENT)
