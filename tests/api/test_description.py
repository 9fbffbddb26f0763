"""The API keeps what its description promises, whatever it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok

from solmu.config.api import addresses
from solmu.mapping.tests.makers import SmallMap
from solmu.networks.models import Network, ReadPart
from solmu.registry.tests.makers import make_service

MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


def is_sound(case: Case[Any], where: ParameterLocation) -> bool:
    """Tell whether it is not this part of the request that is bad on purpose."""
    parts = case.meta.components if case.meta else {}
    return where not in parts or parts[where].mode == GenerationMode.POSITIVE


def ask_everything(
    served: WSGIHandler, network: Network, token: str, refs: list[str], *, examples: int
) -> dict[str, Counter[int]]:
    """Ask every address well and badly, and return what it answered."""
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served)
    answered: dict[str, Counter[int]] = {}

    def check(case: Case[Any]) -> None:
        cache.clear()  # limits have tests of their own
        # Where a server is, is not asked of the API: one that is nowhere is refused before any address is looked at.
        case.headers.pop("host", None)
        bears = {"Authorization": f"Bearer {token}"}
        headers = bears if is_sound(case, ParameterLocation.HEADER) else {}
        told = answered.setdefault(case.operation.path, Counter())
        if is_sound(case, ParameterLocation.PATH):
            there = {"slug": network.slug, "ref": refs[told.total() % len(refs)]}
            case.path_parameters = {word: there[word] for word in case.path_parameters}
        told[case.call_and_validate(headers=headers).status_code] += 1

    bounded = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        for mode in MODES:
            strategy = found.ok().as_strategy(generation_mode=mode)
            bounded(given(case=strategy)(check))()
    return answered


@pytest.mark.parametrize("examples", [12, pytest.param(200, marks=pytest.mark.long)])
def test_answers_are_as_described(
    served: WSGIHandler,
    network: Network,
    small_map: SmallMap,
    token_for: Callable[..., str],
    examples: int,
) -> None:
    make_service(small_map.kela)
    refs = [small_map.kela.ref, small_map.maija.ref, "nobody"]
    token = token_for(*ReadPart.values)
    answered = ask_everything(served, network, token, refs, examples=examples)
    assert set(answered) == {address for address, _ in addresses()}
    for told in answered.values():
        assert told[200] > 2
        assert told[422] + told[401] + told[404] > 2
        assert set(told) <= {200, 401, 404, 422}


def test_the_description_is_open_and_names_only_this_place(db: None) -> None:
    response = Client().get("/api/v1/openapi.json")
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=300"
    told = response.json()
    assert told["openapi"].startswith("3.1")
    assert told["info"]["version"] == "1"
    assert "http" not in response.text.replace('"type": "http"', "")


def test_every_operation_asks_for_a_token_and_tells_its_refusals(db: None) -> None:
    for operations in Client().get("/api/v1/openapi.json").json()["paths"].values():
        assert list(operations) == ["get"]
        operation = operations["get"]
        assert operation["security"] == [{"ReadToken": []}]
        assert {"200", "304", "401", "403", "404", "422", "429"} <= set(operation["responses"])
        assert operation["description"]


def test_the_page_for_people_lists_the_same_addresses(db: None) -> None:
    page = unescape(Client().get("/api/").text)
    for address, part in addresses():
        assert address in page
        assert part is None or part.opens in page
    assert "/api/v1/openapi.json" in page
