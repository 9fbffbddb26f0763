"""The only place for an organisation's sign-in as the tests know it: an OpenID Connect provider that answers over HTTP.

It keeps to the standard (discovery, codes used once, PKCE, a signed token, facts beside it) until a test has it
do otherwise: each of its attributes is one thing that a bad or broken provider gets wrong.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import override_settings

KEY, CLIENT, SECRET, NAME = "kunta", "solmu", "a-secret-of-the-tests", "Järvilakeuden kunta"
_SIGNER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Organisation:
    """One organisation's sign-in; what it tells of whoever signs in, and how it goes wrong."""

    origin: str = ""
    # Who signs in, as the token tells it, and what stands beside it.
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "person-1"})
    beside: dict[str, Any] = field(default_factory=dict)
    # What the token says otherwise than it should.
    otherwise: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    signer: Any = _SIGNER
    algorithm: str = "RS256"
    # Addresses that answer with an error, or lead elsewhere.
    broken: set[str] = field(default_factory=set)
    leads_to: str = ""
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def speaks_of(self, email: str, *, verified: Any = True, sub: str = "person-1") -> None:
        """Have it tell this address of whoever signs in."""
        self.claims = {"sub": sub, "email": email, "email_verified": verified, "name": "Joku Muu"}

    @property
    def named(self) -> dict[str, Any]:
        """How an operator names it."""
        settings = {"server_url": self.origin, "origins": [self.origin]}
        known = {"provider_id": KEY, "name": NAME, "client_id": CLIENT, "secret": SECRET}
        return {**known, "settings": settings}

    def describe(self) -> dict[str, Any]:
        """Return what it says of itself."""
        return {
            "issuer": self.origin,
            "authorization_endpoint": f"{self.origin}/authorize",
            "token_endpoint": f"{self.origin}/token",
            "userinfo_endpoint": f"{self.origin}/userinfo",
            "jwks_uri": f"{self.origin}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.metadata,
        }

    def admit(self, asked: Mapping[str, str]) -> str:
        """Let whoever asks sign in; return where they go back to, with a code."""
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert asked["client_id"] == CLIENT
        assert {"openid", "email"} <= set(asked["scope"].split())
        code = secrets.token_urlsafe(8)
        self.codes[code] = dict(asked)
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def exchange(self, given: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the tokens for a code, once, to whoever asked for it and knows the secret."""
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None:
            return None
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert challenge == asked["code_challenge"]
        assert (given["client_id"], given["client_secret"]) == (CLIENT, SECRET)
        assert given["redirect_uri"] == asked["redirect_uri"]
        now = int(time.time())
        said = {
            "iss": self.origin, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"],
            **self.claims, **self.otherwise,
        }  # fmt: skip
        told = {name: value for name, value in said.items() if value is not None}
        token = jwt.encode(told, self.signer, self.algorithm, headers={"kid": "first"})
        return {"access_token": "of-the-tests", "token_type": "Bearer", "id_token": token}

    def keys(self) -> dict[str, Any]:
        """Return the public half of its key."""
        public = jwt.algorithms.RSAAlgorithm.to_jwk(_SIGNER.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "first", "use": "sig", "alg": "RS256"}]}


class _Handler(BaseHTTPRequestHandler):
    organisation: Organisation

    def do_GET(self) -> None:
        path, asked = self._asked()
        if path == "/authorize":
            self._ask_person(asked)
        elif path == "/userinfo" and self.headers["Authorization"] == "Bearer of-the-tests":
            self._json(self.organisation.beside)
        elif path == "/keys":
            self._json(self.organisation.keys())
        elif path == "/.well-known/openid-configuration":
            self._json(self.organisation.describe())
        elif path:
            self.send_error(404)

    def do_POST(self) -> None:
        path, asked = self._asked()
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        if path == "/token":
            tokens = self.organisation.exchange(given)
            self._json(tokens or {"error": "invalid_grant"}, status=200 if tokens else 400)
        elif path == "/authorize":
            self._leave_for(self.organisation.admit(asked))

    def _asked(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        self.organisation.asked.append(parts.path)
        if parts.path in self.organisation.broken:
            self.send_error(500)
            return "", {}
        if self.organisation.leads_to and parts.path in {"/token", "/userinfo", "/keys"}:
            self._leave_for(self.organisation.leads_to)
            return "", {}
        return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}

    def _ask_person(self, asked: Mapping[str, str]) -> None:
        back = f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        page = (
            f"<!doctype html><html lang=fi><link rel=icon href=data:,><title>{NAME}</title><h1>{NAME}</h1>"
            f'<form method=post><button>Jatka</button></form><a href="{escape(back)}">Peru</a>'
        )
        self._send(200, "text/html; charset=utf-8", page.encode())

    def _leave_for(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _json(self, found: Mapping[str, Any], status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(found).encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of what was asked."""


@contextmanager
def answering() -> Iterator[Organisation]:
    """Have an organisation's sign-in answer on a port of this machine, named by the operator."""
    organisation = Organisation()
    handler = type("Handler", (_Handler,), {"organisation": organisation})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    organisation.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with named(organisation.named):
            yield organisation
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def named(*organisations: dict[str, Any]) -> Any:
    """Have the operator name these organisations and no others."""
    known = {"OAUTH_PKCE_ENABLED": True, "APPS": list(organisations)}
    return override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": known})


def unanswered() -> dict[str, Any]:
    """Return how an operator names an organisation that does not answer."""
    return Organisation(origin="http://127.0.0.1:1").named
