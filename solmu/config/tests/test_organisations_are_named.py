"""An operator names the organisations whose accounts sign people in, whole and safely, or Solmu does not start."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from solmu.config.organisations import providers_in

KUNTA = {
    "SOLMU_OIDC": "kunta",
    "SOLMU_OIDC_KUNTA_NAME": "Järvilakeuden kunta",
    "SOLMU_OIDC_KUNTA_URL": "https://id.example.fi/kunta/v2.0",
    "SOLMU_OIDC_KUNTA_CLIENT": "solmu",
    "SOLMU_OIDC_KUNTA_SECRET": "secret",
}


def test_none_is_named_by_default() -> None:
    assert providers_in({}) == providers_in({"SOLMU_OIDC": " , "}) == []


def test_several_are_named_with_their_further_origins() -> None:
    second = {name.replace("KUNTA", "VALTIO"): value for name, value in KUNTA.items()}
    named = {**second, **KUNTA, "SOLMU_OIDC": "kunta, valtio,kunta"}
    named["SOLMU_OIDC_VALTIO_ORIGINS"] = "https://graph.example.com/, https://id.example.fi"
    kunta, valtio = providers_in(named)
    assert (kunta["provider_id"], kunta["client_id"]) == ("kunta", "solmu")
    assert kunta["settings"]["server_url"] == "https://id.example.fi/kunta/v2.0"
    assert valtio["settings"]["origins"] == ["https://id.example.fi", "https://graph.example.com"]


@pytest.mark.parametrize("part", ["NAME", "URL", "CLIENT", "SECRET"])
def test_a_missing_part_is_named(part: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"SOLMU_OIDC_KUNTA_{part}"):
        providers_in({**KUNTA, f"SOLMU_OIDC_KUNTA_{part}": ""})


@pytest.mark.parametrize(
    "address", ["http://id.example.fi", "id.example.fi", "file:///etc/passwd", "https://"]
)
@pytest.mark.parametrize("part", ["URL", "ORIGINS"])
def test_an_unsafe_address_is_refused(address: str, part: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="https://"):
        providers_in({**KUNTA, f"SOLMU_OIDC_KUNTA_{part}": address})


def test_a_provider_on_this_machine_may_be_tried() -> None:
    for address in ("http://127.0.0.1:9400", "http://localhost:9400", "http://[::1]:9400"):
        assert providers_in({**KUNTA, "SOLMU_OIDC_KUNTA_URL": address})


def test_a_key_is_a_plain_word() -> None:
    with pytest.raises(ImproperlyConfigured, match="small letters"):
        providers_in({**KUNTA, "SOLMU_OIDC": "../kunta"})
