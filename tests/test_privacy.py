"""Every stored field says what it is for, on what ground, for how long, and what becomes of it."""

from __future__ import annotations

import importlib
import importlib.util
import re
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from solmu.jobs.slots import PURGES
from solmu.lib.privacy import Field
from solmu.people.privacy import BORROWED
from solmu.people.queries import fields_of
from solmu.people.slots import HOLDINGS
from tests.house.floors import slices


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("solmu.")]


def registry_of(slice_: str) -> dict[str, dict[str, Field]]:
    name = f"solmu.{slice_}.privacy"
    if importlib.util.find_spec(name) is None:
        return {}
    registry: dict[str, dict[str, Field]] = importlib.import_module(name).REGISTRY
    return registry


def stored_fields(model: type[models.Model]) -> set[str]:
    found: set[str] = {field.name for field in model._meta.concrete_fields if not field.primary_key}
    return found | {field.name for field in model._meta.local_many_to_many}


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_every_field_is_in_the_registry(model: type[models.Model]) -> None:
    slice_ = model.__module__.split(".")[1]
    assert set(registry_of(slice_).get(model.__name__, {})) == stored_fields(model)


def test_the_registry_names_nothing_that_is_not_stored() -> None:
    names = {(model.__module__.split(".")[1], model.__name__) for model in own_models()}
    listed = {
        (one.name, model)
        for one in slices()
        if one.name != "lib"  # where the registry's shape is
        for model in registry_of(one.name)
    }
    assert listed == names


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_every_entry_says_all_five_things(model: type[models.Model]) -> None:
    entries: dict[str, Any] = registry_of(model.__module__.split(".")[1])[model.__name__]
    for name, entry in entries.items():
        for what in ("purpose", "basis", "retention", "export", "erase"):
            assert str(getattr(entry, what)).strip(), f"{name}: {what}"


def test_what_a_person_may_have_is_on_the_page_of_their_data() -> None:
    promised = {model for model in own_models() if fields_of(model)}
    promised |= {apps.get_model(label) for label in BORROWED}
    assert {holding.model for holding in HOLDINGS} == promised
    for holding in HOLDINGS:
        assert set(holding.labels) == set(fields_of(holding.model))


def test_what_is_kept_for_a_time_only_goes_by_itself() -> None:
    timed = re.compile(r"\b(days?|week|month|year|until)\b")
    promised = {
        model._meta.label
        for model in own_models()
        for field in registry_of(model.__module__.split(".")[1])[model.__name__].values()
        if timed.search(field.retention)
    }
    assert promised == {label for label in PURGES if label != "sessions.Session"}
