"""The only place that reads what the asset build wrote: its manifest and its icons."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_BUILT = Path(__file__).resolve().parents[2] / "static" / "dist" / ".vite"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page must load for one entry: its script, the chunks that it imports, and the styles."""

    script: str
    chunks: tuple[str, ...]
    styles: tuple[str, ...]


@lru_cache(maxsize=2)
def _read(name: str, changed_at: float) -> dict[str, Any]:
    del changed_at  # part of the key: a new build is read without a restart
    return cast("dict[str, Any]", json.loads((_BUILT / name).read_text(encoding="utf-8")))


def _built(name: str) -> dict[str, Any]:
    try:
        return _read(name, (_BUILT / name).stat().st_mtime)
    except FileNotFoundError as missing:
        remedy = "The assets are not built yet. Run: python hatch_build.py"
        raise ImproperlyConfigured(remedy) from missing


def entry(name: str) -> Entry:
    """Return the addresses of an entry such as ``solmu/web/main.ts``."""
    manifest = _built("manifest.json")
    if name not in manifest:
        remedy = f"{name} is not among the built entries. Is it in an islands folder, and built?"
        raise ImproperlyConfigured(remedy)
    seen: list[str] = []

    def follow(key: str) -> None:
        if key not in seen:
            seen.append(key)
            for imported in manifest[key].get("imports", ()):
                follow(imported)

    follow(name)
    address = f"{settings.STATIC_URL}dist/"
    chunks = (manifest[key]["file"] for key in seen[1:])
    styles = (style for key in reversed(seen) for style in manifest[key].get("css", ()))
    return Entry(
        script=address + manifest[name]["file"],
        chunks=tuple(address + file for file in chunks),
        styles=tuple(address + file for file in dict.fromkeys(styles)),
    )


def icon(name: str) -> str:
    """Return the inside of the ``<svg>`` of a Lucide icon."""
    drawn = _built("icons.json")
    if name not in drawn:
        remedy = f"There is no Lucide icon {name!r}: see https://lucide.dev/icons"
        raise ImproperlyConfigured(remedy)
    return str(drawn[name])
