"""The only place where the organisations whose accounts sign people in are read from the environment."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,29}")
_NEEDED = ("NAME", "URL", "CLIENT", "SECRET")


def providers_in(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the OpenID Connect providers that ``SOLMU_OIDC`` names, as django-allauth wants them.

    >>> providers_in({})
    []
    >>> named = {"NAME": "Kuopio", "URL": "https://id.example.fi/", "CLIENT": "solmu", "SECRET": "s"}
    >>> [found] = providers_in({"SOLMU_OIDC": "kuopio", **{f"SOLMU_OIDC_KUOPIO_{k}": v for k, v in named.items()}})
    >>> found["provider_id"], found["settings"]["origins"]
    ('kuopio', ['https://id.example.fi'])

    Raises:
        ImproperlyConfigured: one lacks a part, or an address is not safe.
    """
    keys = [key.strip() for key in environment.get("SOLMU_OIDC", "").split(",") if key.strip()]
    return [_provider(key, environment) for key in dict.fromkeys(keys)]


def _provider(key: str, environment: Mapping[str, str]) -> dict[str, Any]:
    if not _KEY.fullmatch(key):
        refusal = f"SOLMU_OIDC: {key!r} may have small letters, digits and underscores only."
        raise ImproperlyConfigured(refusal)
    prefix = f"SOLMU_OIDC_{key.upper()}_"
    values = {part: environment.get(prefix + part, "").strip() for part in _NEEDED}
    missing = [prefix + part for part in _NEEDED if not values[part]]
    if missing:
        refusal = f"SOLMU_OIDC names {key}; set also {', '.join(missing)}."
        raise ImproperlyConfigured(refusal)
    further = environment.get(f"{prefix}ORIGINS", "").replace(",", " ").split()
    origins = [_origin(address, prefix) for address in (values["URL"], *further)]
    return {
        "provider_id": key,
        "name": values["NAME"],
        "client_id": values["CLIENT"],
        "secret": values["SECRET"],
        "settings": {"server_url": values["URL"], "origins": list(dict.fromkeys(origins))},
    }


def _origin(address: str, prefix: str) -> str:
    """Return the origin of an address; plain http is for a provider on this very machine, to try things out."""
    parts = urlsplit(address)
    if parts.hostname and (
        parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname))
    ):
        return f"{parts.scheme}://{parts.netloc}"
    refusal = f"{prefix}URL and {prefix}ORIGINS begin with https://, not {address!r}."
    raise ImproperlyConfigured(refusal)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
