"""A small OpenID Connect provider: a real server with a key of its own, which can be told to misbehave."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, CODE = "portal", "secret of the portal", "code-of-this-sign-in"


@dataclass
class Provider:
    """`claims` is what it says of whoever signs in; `broken` names an address and the answer given there instead."""

    address: str
    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] | None = None
    broken: dict[str, tuple[int, str]] = field(default_factory=dict)
    broken_token: dict[str, Any] = field(default_factory=dict)  # of the signed answer: None leaves a claim out
    signing: dict[str, Any] = field(default_factory=dict)  # of its signature: key, algorithm, headers
    asked: dict[str, str] = field(default_factory=dict)  # of /authorize: what the portal sent the browser with
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def authorize(self, url: str) -> dict[str, str]:
        """What the person's browser does at the provider: gives what comes back to the portal's callback."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        return {"code": CODE, "state": self.asked["state"]}

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, str]:
        if path in self.broken:
            return self.broken[path]
        said = {
            "/.well-known/openid-configuration": self._discovery,
            "/jwks": self._keys,
            "/token": lambda: self._token(form),
            "/userinfo": lambda: self.claims if self.userinfo is None else self.userinfo,
        }[path]()
        return (400 if "error" in said else 200), json.dumps(said)

    def _discovery(self) -> dict[str, Any]:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "userinfo_endpoint": "userinfo"}
        return {
            "issuer": self.address,
            "jwks_uri": f"{self.address}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{name: f"{self.address}/{path}" for name, path in names.items()},
        }

    def _keys(self) -> dict[str, Any]:
        return {"keys": [{**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key())), "kid": "1"}]}

    def _token(self, form: dict[str, str]) -> dict[str, Any]:
        """The tokens for a code: only to the portal itself, and only to the browser that began (PKCE, RFC 7636)."""
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        known = {"client_id": CLIENT, "client_secret": SECRET, "code": CODE}
        if challenge != self.asked.get("code_challenge") or any(form.get(name) != each for name, each in known.items()):
            return {"error": "invalid_grant"}
        about = {"iss": self.address, "aud": CLIENT, "iat": int(time.time()), "exp": int(time.time()) + 60}
        said = {**about, "nonce": self.asked.get("nonce"), **self.claims, **self.broken_token}
        how = {"key": self.key, "algorithm": "RS256", "headers": {"kid": "1"}, **self.signing}
        signed = jwt.encode({name: value for name, value in said.items() if value is not None}, **how)
        return {"access_token": "access", "token_type": "Bearer", "id_token": signed}


@contextmanager
def running_provider() -> Iterator[Provider]:
    """A provider that answers until the test ends."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say({name: values[0] for name, values in parse_qs(body).items()})

        def _say(self, form: dict[str, str]) -> None:
            status, text = provider.answer(urlsplit(self.path).path, form)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider = Provider(f"http://localhost:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
