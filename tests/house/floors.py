"""The only place where the house's tests read the floors, from the contract that import-linter checks."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "solmu"
# The frame that every page stands in; reached by name from all floors (decision 0004).
FRAME = re.compile(r"^shell/(base\.html|components/)")


@cache
def floor_of() -> dict[str, int]:
    """Return each slice's floor; 0 is the top."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers: list[str] = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        name.strip(" ()"): depth for depth, line in enumerate(layers) for name in line.split("|")
    }


def may_know(knower: str, known: str) -> bool:
    """Tell whether slice ``knower`` may name something of slice ``known``."""
    return knower == known or floor_of()[knower] < floor_of()[known]


def slices() -> list[Path]:
    """Return the folders of the slices that exist."""
    return sorted(path for path in PACKAGE.iterdir() if path.name in floor_of())
