"""The signed answer of the council's identity provider: judged by PyJWT, against the provider's own keys.

allauth checks issuer, audience and expiry, but takes the signature on trust where the token came over TLS, and neither
sends nor asks for a nonce. Here everything OpenID Connect Core 3.1.3.7 asks of a client is checked but the nonce, which
belongs to the browser that began: the adapter compares it.
"""

from collections.abc import Mapping
from typing import Any

import jwt

# Signatures by a key the provider alone has. One by a secret that two know, or by none, says nothing.
ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
# Clocks of two servers differ; by more than a minute one of them is wrong.
LEEWAY = 60


class UnsoundToken(Exception):
    """A token that is not the provider's answer to the portal's question of just now."""


def claims_of(token: str, *, keys: Mapping[str, Any], issuer: str, client_id: str) -> dict[str, Any]:
    """What a token says. Refuses one without a sound signature by one of the keys (JWK set), of another issuer, for
    another client, that has expired or is not yet valid, and one that leaves out what it has to say."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_key(token, keys),
            algorithms=sorted(ALGORITHMS),
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as unsound:
        raise UnsoundToken from unsound
    others = claims["aud"] if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 else []
    if claims.get("azp", "" if others else client_id) != client_id:
        raise UnsoundToken
    return claims


def _key(token: str, keys: Mapping[str, Any]) -> jwt.PyJWK:
    """The key the token names; where it names none, the only one there is."""
    header = jwt.get_unverified_header(token)
    algorithm, wanted = header.get("alg"), header.get("kid")
    listed = keys.get("keys")
    known = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    fitting = [each for each in known if each.get("kid") == wanted] if wanted else known
    if algorithm not in ALGORITHMS or len(fitting) != 1 or fitting[0].get("alg", algorithm) != algorithm:
        raise UnsoundToken
    return jwt.PyJWK(fitting[0], algorithm=algorithm)
