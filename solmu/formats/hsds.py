"""The only place that reads the Human Services Data Specification (HSDS 3), as JSON or as CSV in a zip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.csv_sheets import csv_rows
from solmu.formats.dataset import Dataset
from solmu.formats.directory import Directory, told
from solmu.formats.json_tree import objects, parsed, text_of
from solmu.formats.limits import MAX_ROWS
from solmu.formats.remarks import Source, refused

Thing = dict[str, Any]

# Tables in the singular, as the specification names its files, and other names they are met by.
_TABLES = ("organization", "service", "program", "phone", "location", "address", "contact", "organization_identifier")  # fmt: skip
_PLURALS = {
    "organizations": "organization", "services": "service", "programs": "program", "phones": "phone",
    "locations": "location", "addresses": "address", "contacts": "contact",
    "organization_identifiers": "organization_identifier",
}  # fmt: skip
_PAGES = ("contents", "items")
_OF_SERVICE = frozenset({"organization_id", "organization", "status", "service_at_locations"})
# What tells an organisation or a service of HSDS from any thing that has an id and a name.
_MARKS = frozenset({"description", "organization_id", "parent_organization_id", "services"})
_TAKEN = frozenset(
    {
        "id", "name", "alternate_name", "description", "email", "website", "url", "tax_id",
        "parent_organization_id", "services", "phones", "locations", "contacts", "programs",
        "organization_identifiers",
    }
)  # fmt: skip
_ENDED = ("inactive", "defunct")
_BUSINESS_ID = re.compile(r"\d{7}-\d", re.ASCII)


def is_hsds(tree: Any) -> bool:
    """Tell whether a tree is of HSDS: lists by table, a page of an answer, or organisations alone."""
    tables = _tables(tree)
    return any(
        {"id", "name"} <= one.keys() and _MARKS & one.keys()
        for name in ("organization", "service")
        for one in tables[name]
    )


def is_hsds_zip(names: tuple[str, ...]) -> bool:
    """Tell whether a zip with these members is of HSDS."""
    stems = {_stem(name) for name in names if name.endswith(".csv")}
    return "organization" in stems and len(stems & set(_TABLES)) > 1


def read_hsds(data: bytes) -> Dataset:
    """Read a file of HSDS, JSON or a zip of CSV.

    Raises:
        UnreadableFile: When it is broken, or holds no organisations and services.
    """
    if data.startswith(ZIP_STARTS):
        return _read_zip(Archive(data))
    tree, notes = parsed(data)
    return read_hsds_tree(tree, notes)


def read_hsds_tree(tree: Any, notes: list[str]) -> Dataset:
    """Read organisations as actors, and services as what the actors that offer them have.

    A service that is inactive or defunct has ended, and is kept under ``ended services``.
    """
    return _dataset(_tables(tree), notes)


def _stem(name: str) -> str:
    stem = name.rpartition("/")[2].rpartition(".")[0].casefold()
    return _PLURALS.get(stem, stem)


def _read_zip(archive: Archive) -> Dataset:
    tables: dict[str, list[Thing]] = {name: [] for name in _TABLES}
    told_of: list[str] = []
    count = 0
    for name in archive.names:
        stem = _stem(name)
        if not name.endswith(".csv") or stem not in tables:
            continue
        rows, notes = csv_rows(stem, archive.read(name))
        told_of.extend(notes)
        headers: list[str] = []
        for row, cells in rows:
            count += 1
            if count > MAX_ROWS:
                raise refused(problems.TOO_MANY_ROWS, Source(sheet=stem), row, limit=str(MAX_ROWS))
            if headers:
                tables[stem].append(dict(zip(headers, cells, strict=False)))
            elif any(cells):
                headers = [cell.strip().casefold() for cell in cells]
    return _dataset(tables, told_of)


def _tables(tree: Any) -> dict[str, list[Thing]]:
    """Give what a tree holds, by table; what is nested in organisations and services comes along."""
    tables: dict[str, list[Thing]] = {name: [] for name in _TABLES}
    if isinstance(tree, dict):
        for name, value in tree.items():
            table = _PLURALS.get(name, name)
            if table in tables and "id" not in tree:
                tables[table].extend(objects(value))
        loose = [one for name in _PAGES for one in objects(tree.get(name))]
        loose += [tree] if "id" in tree else []
    else:
        loose = objects(tree)
    for one in loose:
        tables["service" if _OF_SERVICE & one.keys() else "organization"].append(one)
    for service in tables["service"]:
        if isinstance(service.get("organization"), dict):
            tables["organization"].append(service["organization"])
            service.setdefault("organization_id", service["organization"].get("id"))
    for organisation in tables["organization"]:
        for key, value in organisation.items():
            if (table := _PLURALS.get(key)) and table != "organization":
                for one in objects(value):
                    one.setdefault("organization_id", organisation.get("id"))
                    tables[table].append(one)
    return tables


def _dataset(tables: dict[str, list[Thing]], notes: list[str]) -> Dataset:
    directory = Directory("organization", notes)
    for row, one in enumerate(tables["organization"], start=1):
        _organisation(directory, row, one)
    for one in tables["service"]:
        _service(directory, one)
    _fill(directory, tables["phone"], "phone", lambda phone: text_of(phone.get("number")))
    _fill(directory, tables["contact"], "contact_person", lambda one: text_of(one.get("name")))
    _fill(directory, tables["contact"], "email", lambda one: text_of(one.get("email")))
    _fill(directory, tables["organization_identifier"], "business_id", _business_id)
    towns = {text_of(one.get("location_id")): text_of(one.get("city")) for one in tables["address"]}
    _fill(directory, tables["location"], "municipality", lambda one: _town(one, towns))
    return directory.dataset()


def _organisation(directory: Directory, row: int, one: Thing) -> None:
    parent = text_of(one.get("parent_organization_id"))
    tax_id = text_of(one.get("tax_id"))
    extra = {name: told(value) for name, value in one.items() if name not in _TAKEN and value}
    if tax_id and not _BUSINESS_ID.fullmatch(tax_id):
        extra["tax_id"] = tax_id
    if programs := told(objects(one.get("programs"))):
        extra["programs"] = programs
    record = {
        "label": text_of(one.get("name")),
        "other_names": text_of(one.get("alternate_name")).replace("|", "\\|"),
        "kind": "unit" if parent else "organisation",
        "description": text_of(one.get("description")),
        "email": text_of(one.get("email")),
        "website": text_of(one.get("website")) or text_of(one.get("url")),
        "business_id": tax_id if _BUSINESS_ID.fullmatch(tax_id) else "",
    }
    directory.add(text_of(one.get("id")), row, record, extra, parent)


def _service(directory: Directory, one: Thing) -> None:
    ref = text_of(one.get("organization_id"))
    ended = text_of(one.get("status")).casefold() in _ENDED
    if ended:
        directory.note(problems.ENDED_KEPT)
    if ref and (name := text_of(one.get("name"))):
        directory.offer(ref, "", name, ended=ended)
    else:
        directory.note(problems.SERVICES_LEFT_OUT)


def _fill(
    directory: Directory, things: list[Thing], field: str, read: Callable[[Thing], str]
) -> None:
    """Give organisations what another table says of them: the first that says anything."""
    for one in things:
        if text := read(one):
            directory.fill(text_of(one.get("organization_id")), {field: text})


def _business_id(one: Thing) -> str:
    identifier = text_of(one.get("identifier"))
    return identifier if _BUSINESS_ID.fullmatch(identifier) else ""


def _town(location: Thing, towns: dict[str, str]) -> str:
    nested: Iterator[str] = (
        town for one in objects(location.get("addresses")) if (town := text_of(one.get("city")))
    )
    return next(nested, "") or towns.get(text_of(location.get("id")), "")
