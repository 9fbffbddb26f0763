"""The only place that puts a network together as a package of files for research."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.utils.crypto import salted_hmac

from solmu.analysis.levels import LevelGraph
from solmu.analysis.rules.measuring import snapshot_of_dataset
from solmu.analysis.rules.profile import profile
from solmu.analysis.rules.research import (
    ACTOR_COLUMNS,
    TIE_COLUMNS,
    coded,
    table,
)
from solmu.formats import write_file

_PROGRAMS = Path(__file__).resolve().parent.parent / "data"
_CODE_LENGTH = 10
# A package made twice of the same network is the same, byte for byte; zip files know no time before this.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def research_package(
    graph: LevelGraph, *, network: int, project: str, places: bool, words: Mapping[str, bytes]
) -> bytes:
    """Return the zip file: coded tables, graphs, figures, two programs that read them, and what explains them.

    The same ``project`` gives an actor the same code each time, so that years can be compared; another project gives
    another, so that two packages cannot be joined.

    Args:
        graph: The network at a level on a day, as whoever asks may see it.
        network: The network's key, because two networks' actors must not share codes either.
        project: The study that the data is for.
        places: Whether municipalities are told, as numbers.
        words: The files that explain the others, by name.
    """
    data = coded(graph, lambda ref: _code(network, project, ref), places=places)
    dataset = data.dataset()
    figures = profile(snapshot_of_dataset(dataset))
    kept = {
        key: figures[key]
        for key in ("network", "actors", "ties", "undefined", "undefined_actors", "sampled")
    }
    files = {
        **words,
        "actors.csv": table(ACTOR_COLUMNS, data.actors),
        "ties.csv": table(TIE_COLUMNS, data.ties),
        "network.graphml": write_file(dataset, "graphml", "en"),
        "network.gexf": write_file(dataset, "gexf", "en"),
        "figures.json": json.dumps(kept, ensure_ascii=False, indent=2).encode("utf-8"),
        **{
            program.name: program.read_bytes()
            for program in sorted(_PROGRAMS.glob("read_network.*"))
        },
    }
    return _zipped(files.items())


def _code(network: int, project: str, ref: str) -> str:
    key = salted_hmac(
        "solmu.analysis.research", f"{network}\n{project.casefold()}\n{ref}", algorithm="sha256"
    )
    return "A" + key.hexdigest()[:_CODE_LENGTH]


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
