"""The only place that tells the JSON of one program from another's."""

from __future__ import annotations

from solmu.formats import problems
from solmu.formats.dataset import Dataset
from solmu.formats.hsds import is_hsds, read_hsds_tree
from solmu.formats.json_tree import parsed
from solmu.formats.kumu import is_kumu, read_kumu
from solmu.formats.ptv import is_ptv, read_ptv
from solmu.formats.remarks import refused
from solmu.formats.values import clean, without_identity_codes

_KNOWN = ("Kumu", "PTV", "HSDS")


def read_json(data: bytes) -> Dataset:
    """Read JSON by what is in it.

    Raises:
        UnreadableFile: When it is broken, or of no program that Solmu reads.
    """
    tree, notes = parsed(data)
    if is_kumu(tree):
        return read_kumu(tree, notes)
    if is_ptv(tree):
        return read_ptv(tree, notes)
    if is_hsds(tree):
        return read_hsds_tree(tree, notes)
    found = ", ".join(clean(key) for key in list(tree)[:10]) if isinstance(tree, dict) else ""
    (kept,), _ = without_identity_codes([found[:200]])
    raise refused(problems.JSON_NOT_KNOWN, value=kept, choices=_KNOWN)
