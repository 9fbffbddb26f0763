"""The only place that decides which figures a profile holds, and when they are estimates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import solmu.sna.measures  # noqa: F401 - makes the catalogue whole
from solmu.sna.catalogue import MEASURES
from solmu.sna.comparisons.key_players import key_players
from solmu.sna.measures.groups import mixing
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

NETWORK_FIGURES = (
    "size", "ties", "directed", "density", "reciprocity", "reciprocity_dyadic", "transitivity",
    "transitivity_directed", "components", "components_strong", "fragmentation", "diameter",
    "average_distance", "centralization", "dyad_census", "triad_census", "connectedness", "hierarchy",
    "efficiency", "lubness", "degree_assortativity", "group_assortativity", "e_i_index", "modularity",
    "core_periphery",
)  # fmt: skip
ACTOR_FIGURES = (
    "degree", "in_degree", "out_degree", "strength", "betweenness", "closeness", "harmonic",
    "eigenvector", "pagerank", "core", "constraint", "effective_size", "cut_point", "community",
    "e_i_index", "brokerage",
)  # fmt: skip
# Who would be missed most: one actor, and two together.
KEY_PLAYERS = (1, 2)
TIE_FIGURES = ("bridge", "mutual", "betweenness")
# Measures that take ties either way, as the notes say.
EITHER_WAY = (
    "transitivity", "components", "fragmentation", "connectedness", "modularity", "core_periphery",
    "eigenvector", "core", "cut_point", "community", "bridge",
)  # fmt: skip
# Where an actor's or a tie's figure has the key of another's, the measure has a name of its own.
_OF_ACTORS = {"e_i_index": "actor_e_i_index"}
_OF_TIES = {"betweenness": "tie_betweenness"}
# Ways between all pairs take ten seconds of 10,000 actors, and four times as long of twice as many.
EXACT_UP_TO, SOURCES = 10_000, 256
# Within a figure these hold actors.
_ACTORS_OF = {"core", "actors"}


def profile(snapshot: Snapshot, told: Callable[[str], None] = lambda name: None) -> dict[str, Any]:
    """Return a network's figures by key, None where there is none.

    Args:
        snapshot: What is measured. Groups are those of its first attribute.
        told: Called with the key of each figure once it is done.

    Returns:
        ``network`` (figures of the whole), ``actors`` and ``ties`` (one entry each, in order),
        ``groups`` (ties within and between them), ``undefined`` (key to the reason why the whole has no
        figure, a figure within another as ``key.name``), ``undefined_actors`` (key to reasons, and how many actors have none for each),
        ``sampled`` (the keys that are estimates, and from how many actors), ``response_rate`` and
        ``notes`` (what was changed before measuring).
    """
    asked = _Asked(snapshot, told)
    whole = {key: asked.of(key, key) for key in NETWORK_FIGURES}
    missed = {f"key_players.{count}": key_players(snapshot, count) for count in KEY_PLAYERS}
    told("key_players")
    actors: list[dict[str, Any]] = [
        {"id": ref, "label": label}
        for ref, label in zip(snapshot.ids, snapshot.labels, strict=True)
    ]
    lacking: dict[str, dict[str, int]] = {}
    for key in ACTOR_FIGURES:
        found = asked.of(key, _OF_ACTORS.get(key, key))
        reasons = Counter[str](figure.reason for figure in found if isinstance(figure, Undefined))
        lacking |= {key: dict(reasons)} if reasons else {}
        for entry, figure in zip(actors, found, strict=True):
            entry[key] = _plain(figure, snapshot.ids)
    ties: list[dict[str, Any]] = [
        {"source": snapshot.ids[a], "target": snapshot.ids[b]} for a, b in snapshot.pairs()
    ]
    for key in TIE_FIGURES:
        for entry, figure in zip(ties, asked.of(key, _OF_TIES.get(key, key)), strict=True):
            entry[key] = figure
    return {
        "network": {key: _plain(figure, snapshot.ids) for key, figure in whole.items()}
        | {
            "key_players": {
                key.partition(".")[2]: _plain(figure, snapshot.ids)
                for key, figure in missed.items()
            }
        },
        "actors": actors,
        "ties": ties,
        "groups": [entry for attribute in snapshot.groups for entry in _mixed(snapshot, attribute)],
        "undefined": {
            key: figure.reason
            for key, figure in (whole | missed).items()
            if isinstance(figure, Undefined)
        },
        "undefined_actors": lacking,
        "sampled": {"sources": SOURCES, "figures": asked.sampled} if asked.sampled else None,
        "response_rate": snapshot.response_rate,
        "notes": list(snapshot.notes),
    }


class _Asked:
    """Asks measures of one snapshot: by its group attribute, and of large ones for an estimate."""

    def __init__(self, snapshot: Snapshot, told: Callable[[str], None]) -> None:
        self.snapshot, self.told = snapshot, told
        self.sampled: list[str] = []
        self.given: dict[str, Any] = {"sources": SOURCES} if snapshot.n > EXACT_UP_TO else {}
        if snapshot.groups:
            self.given["attribute"] = next(iter(snapshot.groups))

    def of(self, key: str, name: str) -> Any:
        """Measure, and remember whether the figure is an estimate."""
        measure = MEASURES[name]
        given = {
            each.name: self.given[each.name]
            for each in measure.parameters
            if each.name in self.given
        }
        found = measure.function(self.snapshot, **given)
        if "sources" in given and key not in self.sampled:
            self.sampled.append(key)
        self.told(key)
        return found


def _plain(figure: Any, ids: Sequence[str]) -> Any:
    """Take a figure apart for programs: None where there is none, actors by their identifiers."""
    if isinstance(figure, Undefined):
        return None
    if is_dataclass(figure):
        named = {each.name: getattr(figure, each.name) for each in fields(figure)}
        return {
            key: [ids[at] for at in value] if key in _ACTORS_OF else value
            for key, value in named.items()
        }
    return dict(figure) if isinstance(figure, Mapping) else figure


def _mixed(snapshot: Snapshot, attribute: str) -> list[dict[str, Any]]:
    """Return what lies within and between the groups of one attribute."""
    return [
        {"attribute": attribute}
        | {each.name: _plain(getattr(found, each.name), ()) for each in fields(found)}
        for found in mixing(snapshot, attribute)
    ]
