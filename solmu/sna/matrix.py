"""The only place that turns a snapshot into sparse matrices, and multiplies them where it matters."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from solmu.sna.snapshot import Snapshot

Matrix: TypeAlias = Any  # scipy ships no types; a scipy.sparse.csr_array
Numbers: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int64]
# So many products are held at once: 50 MB, whatever the network.
MOST_PRODUCTS = 4_000_000


def ends_of(snapshot: Snapshot) -> tuple[Places, Places]:
    """Return the indices of the actors that the arcs leave, and of those that they reach; undirected ties once."""
    return np.asarray(snapshot.source, np.int64), np.asarray(snapshot.target, np.int64)


def arcs_of(snapshot: Snapshot) -> Matrix:
    """Return 1 where an arc goes from the row's actor to the column's; an undirected tie goes both ways.

    >>> from solmu.sna.sketch import sketch
    >>> arcs_of(sketch("kela>ohjaamo ohjaamo=lukio")).toarray().astype(int).tolist()
    [[0, 1, 0], [0, 0, 1], [0, 1, 0]]
    """
    return snapshot.once("arcs", lambda: _laid(snapshot, np.ones(snapshot.m)))


def contacts_of(snapshot: Snapshot) -> Matrix:
    """Return 1 where two actors are tied either way."""
    return snapshot.once("contacts", lambda: pattern(arcs_of(snapshot) + arcs_of(snapshot).T))


def dealings_of(snapshot: Snapshot) -> Matrix:
    """Return what two actors have with each other: the strength there and the strength back, added up."""
    return snapshot.once("dealings", lambda: _dealings(snapshot))


def pattern(matrix: Matrix) -> Matrix:
    """Return 1 where a matrix holds anything at all."""
    found = sparse.csr_array(matrix)
    return sparse.csr_array(
        (np.ones(found.nnz), found.indices, found.indptr), shape=found.shape, copy=False
    )


def product_within(left: Matrix, right: Matrix, where: Matrix) -> Matrix:
    """Multiply two matrices, and keep only what stands where a third holds something, times that.

    The whole product of a network with a hub would hold every two of its contacts; here it is made
    some rows at a time, and what is not asked for is let go of at once.

    Args:
        left: Rows to multiply.
        right: What they are multiplied with.
        where: Which entries to keep, and what to multiply each by.

    Returns:
        A matrix of the shape of ``where``.
    """
    sizes = np.diff(right.indptr)
    made = np.add.reduceat(np.append(sizes[left.indices], 0), left.indptr[:-1].clip(0, left.nnz))
    made = np.where(np.diff(left.indptr) > 0, made, 0)
    block = np.cumsum(made) // MOST_PRODUCTS
    edges = [0, *(np.flatnonzero(np.diff(block)) + 1).tolist(), left.shape[0]]
    blocks = [
        (left[start:end] @ right).multiply(where[start:end])
        for start, end in zip(edges, edges[1:], strict=False)
        if end > start
    ]
    return sparse.csr_array(sparse.vstack(blocks)) if blocks else sparse.csr_array(where.shape)


def row_sums(matrix: Matrix) -> Numbers:
    """Add up each row."""
    return np.asarray(matrix.sum(axis=1), np.float64).ravel()


def _laid(snapshot: Snapshot, values: Numbers) -> Matrix:
    """Lay one value an arc into a matrix."""
    source, target = ends_of(snapshot)
    if not snapshot.directed:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
        values = np.concatenate([values, values])
    return sparse.csr_array((values, (source, target)), shape=(snapshot.n, snapshot.n))


def _dealings(snapshot: Snapshot) -> Matrix:
    there = _laid(snapshot, np.asarray(snapshot.strengths(), np.float64))
    return sparse.csr_array(there + there.T)
