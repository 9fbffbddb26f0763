"""The only place for the shape in which a stored field tells why it is kept and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One stored field: purpose, legal basis, how long it is kept, who gets it out, how it is erased."""

    purpose: str
    basis: str = "public task: keeping the network (GDPR 6.1.e)"
    retention: str = "as long as the network is kept"
    export: str = "network export"
    erase: str = "with the network"


Registry: TypeAlias = dict[str, dict[str, Field]]


def fields(entries: Mapping[str, str], **shared: str) -> dict[str, Field]:
    """Return one field for each name and purpose, with everything else shared."""
    return {name: Field(purpose=purpose, **shared) for name, purpose in entries.items()}
