"""The only place that asks an organisation's sign-in (OpenID Connect) who somebody is, and believes what it has proven.

allauth finds the provider's addresses, sends people there with a state and PKCE, and fetches the token. It
neither checks the token's signature nor knows of a nonce, and believes what stands beside the token: this does.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import jwt
import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.urls import reverse

from solmu.people.queries import organisations
from solmu.people.rules import proven_email

# Only signatures that the provider alone can make: none by a shared secret, and never an unsigned token.
_ALGORITHMS = [
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
]  # fmt: skip
_LEEWAY_SECONDS = 60
_ANOTHERS = "the token was made for another application (azp)"
_ANOTHER_TRY = "the token was made for another try (nonce)"
_NO_KEY = "no single key fits the token's signature"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class OrganisationDown(Exception):
    """The provider does not answer, or not as providers do."""


class NotProven(Exception):
    """The provider's answer does not prove who somebody is; the text says why, for the operator's log."""


@dataclass(frozen=True, slots=True)
class Proven:
    """Who somebody is: one number for the person at that provider, and their e-mail if the provider vouches for it."""

    uid: str
    email: str


class OrganisationAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Knows the providers that the operator has named, and reaches no other address."""

    def list_apps(
        self, request: Any, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the named providers; the table of further ones is not read."""
        del request
        return [
            SocialApp(provider=OpenIDConnectProvider.id, **one)
            for one in organisations()
            if provider in {None, OpenIDConnectProvider.id, one["provider_id"]}
            and client_id in {None, one["client_id"]}
        ]

    def get_provider(
        self, request: Any, provider: str, client_id: str | None = None
    ) -> OrganisationProvider:
        """Return a named provider by its key."""
        return OrganisationProvider(request, app=self.get_app(request, provider, client_id))

    def get_requests_session(self) -> requests.Session:
        """Return what asks the providers: their own origins only, without following elsewhere, and not for long."""
        session = cast("requests.Session", super().get_requests_session())
        session.max_redirects = 0
        session.adapters.clear()
        for one in organisations():
            for origin in one["settings"]["origins"]:
                session.mount(f"{origin}/", requests.adapters.HTTPAdapter())
        return session


class Enquiry(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """One person's way to a provider and back."""

    _checked: dict[str, Any] | None = None

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself, once it is sure that it speaks of itself alone."""
        if self._checked is None:
            try:
                config = super().openid_config
                self._refuse_strange(config)
            except (requests.RequestException, LookupError, TypeError, ValueError) as fault:
                raise OrganisationDown(str(fault)) from fault
            self._checked = config
        return self._checked

    def _refuse_strange(self, config: dict[str, Any]) -> None:
        known = self.get_provider().app.settings
        url = known["server_url"].rstrip("/")
        if "/.well-known/" not in url and config["issuer"].rstrip("/") != url:
            fault = f"the provider calls itself {config['issuer']}, not {url}"
            raise ValueError(fault)
        further = [config[name] for name in ("userinfo_endpoint",) if name in config]
        for address in (*(config[name] for name in _ENDPOINTS), *further):
            parts = urlsplit(address)
            if f"{parts.scheme}://{parts.netloc}" not in known["origins"]:
                fault = f"not among its origins: {address}"
                raise ValueError(fault)

    def get_callback_url(self, request: Any, app: SocialApp) -> str:
        """Return where people come back to: the installation's own address, whatever the request's host says."""
        del request
        return settings.PUBLIC_URL + reverse("organisation_return", args=[app.provider_id])

    def prove(self, code: str, state: dict[str, Any]) -> Proven:
        """Exchange the code that somebody came back with for who they are.

        Raises:
            OrganisationDown: the provider does not answer.
            NotProven: it answers, but its answer does not hold.
        """
        app = self.get_provider().app
        try:
            client = self.get_client(self.request, app)
            answer = client.get_access_token(code, pkce_code_verifier=state["pkce_code_verifier"])
            claims = self._claims(answer["id_token"], app.client_id, state["nonce"])
            whole = {
                "email",
                "email_verified",
            } <= claims.keys()  # never the one here, the other there
            told = claims if whole else self._told_beside(answer, claims["sub"])
        except requests.RequestException as fault:
            raise OrganisationDown(str(fault)) from fault
        except (OAuth2Error, jwt.PyJWTError, LookupError, TypeError, ValueError) as fault:
            why = f"{type(fault).__name__}: {fault}"
            raise NotProven(why) from fault
        number = hashlib.sha256(f"{claims['iss']}\n{claims['sub']}".encode()).hexdigest()
        return Proven(number, proven_email(told))

    def _claims(self, token: str, client_id: str, nonce: str) -> dict[str, Any]:
        """Return what a token says, when the provider signed it, for us, now, and for this very try."""
        config = self.openid_config
        claims: dict[str, Any] = jwt.decode(
            token,
            self._key(jwt.get_unverified_header(token).get("kid")),
            algorithms=_ALGORITHMS,
            issuer=config["issuer"],
            audience=client_id,
            leeway=_LEEWAY_SECONDS,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
        if claims.get("azp", client_id) != client_id:
            raise NotProven(_ANOTHERS)
        if not hmac.compare_digest(str(claims.get("nonce", "")), nonce):
            raise NotProven(_ANOTHER_TRY)
        return claims

    def _key(self, name: str | None) -> jwt.PyJWK:
        """Return the provider's signing key of that name, or its only one."""
        keys = jwt.PyJWKSet.from_dict(self._fetched(self.openid_config["jwks_uri"])).keys
        signing = [key for key in keys if key.public_key_use in {None, "sig"}]
        named = [key for key in signing if name is None or key.key_id == name]
        if len(named) != 1:
            raise NotProven(_NO_KEY)
        return named[0]

    def _told_beside(self, answer: dict[str, Any], sub: str) -> dict[str, Any]:
        """Return what the provider tells beside the token, if it tells it of the same person."""
        address = self.openid_config.get("userinfo_endpoint")
        if address is None:
            return {}
        told = self._fetched(address, Authorization=f"Bearer {answer['access_token']}")
        return told if told.get("sub") == sub else {}

    def _fetched(self, address: str, **headers: str) -> dict[str, Any]:
        with OrganisationAdapter().get_requests_session() as session:
            response = session.get(address, headers=headers)
            response.raise_for_status()
            found = response.json()
        if not isinstance(found, dict):
            fault = f"not an object: {address}"
            raise TypeError(fault)
        return found


class OrganisationProvider(OpenIDConnectProvider):  # type: ignore[misc]
    """A provider that the operator has named."""

    oauth2_adapter_class = Enquiry

    def send(self, *, process: str, next_url: str | None, person_id: int | None) -> str:
        """Return the address to send somebody to; their session remembers what has to come back.

        Raises:
            OrganisationDown: the provider does not answer.
        """
        nonce = secrets.token_urlsafe(24)
        leaving = self.redirect(
            self.request,
            process,
            next_url,
            data={"person": person_id},
            auth_params={"nonce": nonce},
            nonce=nonce,
        )
        return str(leaving["Location"])

    def recall(self, state_id: str) -> dict[str, Any] | None:
        """Return what the session remembers of a try, once."""
        return cast(
            "dict[str, Any] | None",
            statekit.unstash_state(self.request, provider_id=self.sub_id, state_id=state_id),
        )

    def prove(self, code: str, state: dict[str, Any]) -> Proven:
        """Exchange a code for who somebody is."""
        return cast("Enquiry", self.get_oauth2_adapter(self.request)).prove(code, state)
