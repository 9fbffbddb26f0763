"""The only place that reads the Finnish Service Catalogue (PTV, version 11): organisations and services."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from solmu.formats import problems
from solmu.formats.dataset import Dataset
from solmu.formats.directory import Directory, told
from solmu.formats.json_tree import objects, text_of

_ORGANISATION, _SERVICE, _CHANNEL = "organizationNames", "serviceNames", "serviceChannelNames"
_LISTS = ("organizations", "services", "serviceChannels", "itemList")
_LANGUAGES = ("fi", "sv", "en")
# What becomes a field of an actor, or is said from the other side; the rest is kept beside.
_TAKEN = frozenset(
    {
        _ORGANISATION, "id", "displayNameType", "organizationDescriptions", "businessCode", "emails",
        "phoneNumbers", "webPages", "parentOrganizationId", "organizationRootId", "municipality",
        "services", "responsibleOrganizationServices", "producerOrganizationServices",
        "subOrganizations", "availableLanguages",
    }
)  # fmt: skip
_LIVE = ("Published", "Modified", "")


def is_ptv(tree: Any) -> bool:
    """Tell whether a tree is of PTV, by the names of things in it."""
    return any(mark in one for one in _things(tree) for mark in (_ORGANISATION, _SERVICE, _CHANNEL))


def _things(tree: Any) -> list[dict[str, Any]]:
    """Give the things of a page, of a list, of an answer about one, or of several lists together."""
    if isinstance(tree, dict):
        lists = [objects(tree.get(name)) for name in _LISTS if _ORGANISATION not in tree and _SERVICE not in tree]  # fmt: skip
        return [one for found in lists for one in found] or [tree]
    return objects(tree)


def read_ptv(tree: Any, notes: list[str]) -> Dataset:
    """Read organisations as actors, and services as what the actors that offer them have.

    What is no longer published has ended: such a service is kept under ``ended services``, such an
    organisation keeps its ``publishingStatus``. Organisations that give a service together have a tie.
    """
    directory = Directory("organizations", notes)
    things = _things(tree)
    for row, one in enumerate((one for one in things if _ORGANISATION in one), start=1):
        _organisation(directory, row, one)
    for row, one in enumerate((one for one in things if _SERVICE in one), start=1):
        _service(directory, row, one)
    for one in things:
        if _CHANNEL in one and text_of(one.get("publishingStatus")) in _LIVE:
            directory.fill(text_of(one.get("organizationId")), _contacts(one))
    return directory.dataset()


def _organisation(directory: Directory, row: int, one: dict[str, Any]) -> None:
    parent = text_of(one.get("parentOrganizationId"))
    label, others = _names(one, _ORGANISATION)
    status = text_of(one.get("publishingStatus"))
    town = one.get("municipality")
    record = {
        "label": label,
        "other_names": " | ".join(name.replace("|", "\\|") for name in others),
        "kind": "unit" if parent else "organisation",
        "description": _best(one.get("organizationDescriptions"), ("Description", "Summary")),
        "business_id": text_of(one.get("businessCode")),
        "municipality": _best(town.get("name")) if isinstance(town, dict) else "",
        **_contacts(one),
    }
    extra = {name: told(value) for name, value in one.items() if name not in _TAKEN and value}
    if status not in _LIVE:
        directory.note(problems.ENDED_KEPT)
    directory.add(text_of(one.get("id")), row, record, extra, parent)


def _service(directory: Directory, row: int, one: dict[str, Any]) -> None:
    name, _ = _names(one, _SERVICE)
    ended = text_of(one.get("publishingStatus")) not in _LIVE
    roles: dict[str, None] = {}
    for role in objects(one.get("organizations")):
        organisation = role.get("organization")
        if isinstance(organisation, dict) and (ref := text_of(organisation.get("id"))):
            directory.offer(ref, text_of(organisation.get("name")), name, ended=ended)
            roles.setdefault(ref)
    if not roles:
        directory.note(problems.SERVICES_LEFT_OUT)
    if ended:
        directory.note(problems.ENDED_KEPT)
    main = one.get("mainOrganization")
    first = text_of(main.get("id")) if isinstance(main, dict) else ""
    first = first if first in roles else next(iter(roles), "")
    for other in roles:
        directory.bond(first, other, name, row, text_of(one.get("modified")) if ended else None)


def _names(one: dict[str, Any], key: str) -> tuple[str, list[str]]:
    """Give the name that is shown, Finnish first, and all the others."""
    shown = {text_of(kind.get("language")): text_of(kind.get("type")) for kind in objects(one.get("displayNameType"))}  # fmt: skip
    names = objects(one.get(key))

    def rank(name: dict[str, Any]) -> tuple[int, bool]:
        language = text_of(name.get("language"))
        place = _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
        return place, text_of(name.get("type")) != shown.get(language, "Name")

    found = list(
        dict.fromkeys(
            text for name in sorted(names, key=rank) if (text := text_of(name.get("value")))
        )
    )
    return (found[0], found[1:]) if found else ("", [])


def _best(values: Any, kinds: tuple[str, ...] = ("",)) -> str:
    """Give the text of the first kind and language that there is."""
    found = objects(values)
    for kind in kinds:
        for language in (*_LANGUAGES, None):
            for one in found:
                fits = language is None or one.get("language") == language
                if fits and (not kind or one.get("type") == kind) and (text := text_of(one.get("value"))):  # fmt: skip
                    return text
    return ""


def _contacts(one: dict[str, Any]) -> dict[str, str]:
    emails = [*objects(one.get("emails")), *objects(one.get("supportEmails"))]
    phones = (
        f"{text_of(phone.get('prefixNumber'))} {text_of(phone.get('number'))}".strip()
        for phone in objects(one.get("phoneNumbers"))
    )
    return {
        "email": _joined(text_of(email.get("value")) for email in emails),
        "phone": _joined(phones),
        "website": _joined(text_of(page.get("url")) for page in objects(one.get("webPages"))),
    }


def _joined(texts: Iterable[str]) -> str:
    joined = ""
    for text in dict.fromkeys(filter(None, texts)):
        longer = f"{joined}; {text}" if joined else text
        if len(longer) > 254:
            break
        joined = longer
    return joined
