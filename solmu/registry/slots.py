"""The only place where others join in: what acts did in words, what follows an import, what finds actors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from solmu.ledger.models import Change
from solmu.networks.models import Network
from solmu.search import Text

# Which of the list's filters an act falls under.
ACTORS, TIES, FILES, NETWORK = "actors", "ties", "files", "network"


@dataclass(frozen=True, slots=True)
class Deed:
    """How an act is told: a sentence with slots of its summary, its kind, and its icon."""

    sentence: Callable[[], str]
    kind: str
    icon: str = "pencil"


# What follows once an import stands on the map, in the same child process, with the network and the time.
AFTER_IMPORT: list[Callable[[Network, datetime], object]] = []
# What columns of upper slices' rows are called where a later change stands in the way of an undo.
COLUMNS: dict[str, str | Promise] = {}
# By verb; the registry's own and those below it stand in `forms/deeds.py`.
DEEDS: dict[str, Deed] = {}


class Saying(NamedTuple):
    """Some words by which the directory finds an actor, and whom they are visible to (``Contact.Visibility``)."""

    actor: int
    seen_by: str
    text: Text


@dataclass(frozen=True, slots=True)
class Source:
    """One further kind of what the directory finds actors by, such as the services that they offer.

    ``sayings`` gives all of a network, or those of some actors, in a number of queries that does not grow;
    ``touched`` tells from the changes of an act whose words are to be read again. The name of the texts'
    field is told in ``forms/directory.py``.
    """

    sayings: Callable[[Network, Collection[int] | None], Iterable[Saying]]
    touched: Callable[[Sequence[Change]], set[int]]


DIRECTORY: list[Source] = []


@dataclass(frozen=True, slots=True)
class Texts:
    """Rows in whose words somebody's name may stand, of some networks; erasing that person takes it out."""

    rows: Callable[[QuerySet[Network]], QuerySet[Any]]
    fields: tuple[str, ...]


TEXTS: list[Texts] = []
