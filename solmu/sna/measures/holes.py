"""The only place for what lies between an actor's own contacts: ties among them, or holes."""

from __future__ import annotations

import math

import numpy as np
from scipy import sparse

from solmu.sna.catalogue import measure
from solmu.sna.graph import graph_of
from solmu.sna.matrix import Matrix, arcs_of, contacts_of, dealings_of, product_within, row_sums
from solmu.sna.measures.degree import if_asked
from solmu.sna.result import Reason, Undefined
from solmu.sna.snapshot import Snapshot


@measure("actor")
def constraint(snapshot: Snapshot) -> list[float | Undefined]:
    """Say how much each actor's dealings hang on one contact, or on contacts who deal with each other.

    In a meeting: low is room to move, with contacts who do not know each other; high is a close circle, or
    one partner without whom nothing goes. A close circle may be just right for daily work.

    Definition: Σ over contacts j of (p_ij + Σ_q p_iq p_qj)², with p_ij the share of i's dealings that are
    with j: strength there and back, z_ij = w_ij + w_ji, over the sum of all z_ik.

    Edge cases: undefined for an actor without ties, or whose ties have no strength at all, for one who was
    not asked, and for everybody where a tie has negative strength. 1 with a single contact who has no
    other.

    Source: Burt 1992, 54–55; networkx ``constraint`` (with ``weight`` for strength).

    >>> from solmu.sna.sketch import sketch
    >>> constraint(sketch("ohjaamo-kela ohjaamo-lukio kirjasto"))
    [0.5, 1.0, 1.0, Undefined(reason='no_ties')]
    """
    if fault := _fault(snapshot):
        return if_asked(snapshot, [Undefined(fault)] * snapshot.n)
    weights = None if snapshot.weight is None else list(snapshot.weight)
    found = graph_of(snapshot).constraint(weights=weights)
    return _where_dealings(snapshot, [0.0 if math.isnan(figure) else figure for figure in found])


@measure("actor")
def effective_size(snapshot: Snapshot) -> list[float | Undefined]:
    """Count each actor's contacts, those who already deal with its other contacts counting less.

    In a meeting: ten contacts who all meet weekly bring one view; five who never meet bring five.

    Definition: Σ over contacts j of 1 − Σ_q p_iq m_jq, with p as in `constraint` and m_jq = z_jq / the
    largest z_jk: how much j deals with i's other contacts q, against j's closest one.

    Edge cases: as `constraint`. In an undirected network without strengths it is contacts − 2 × ties among
    them / contacts.

    Source: Burt 1992, 51–53; networkx ``effective_size`` given the list of all nodes.

    >>> from solmu.sna.sketch import sketch
    >>> effective_size(sketch("ohjaamo-kela ohjaamo-lukio kela-lukio ohjaamo-etsiva"))[0]
    2.3333333333333335
    """
    if fault := _fault(snapshot):
        return if_asked(snapshot, [Undefined(fault)] * snapshot.n)
    dealings, contacts = dealings_of(snapshot), contacts_of(snapshot)
    share = _scaled(dealings, row_sums(dealings))
    against_closest = _scaled(dealings, dealings.max(axis=1).toarray().ravel())
    doubled = row_sums(product_within(share, sparse.csr_array(against_closest.T), contacts))
    return _where_dealings(snapshot, (row_sums(contacts) - doubled).tolist())


@measure("actor")
def ego_efficiency(snapshot: Snapshot) -> list[float | Undefined]:
    """Share of each actor's contacts that are not doubled by others.

    In a meeting: does my time go into contacts who each open another door? 1 is that no two of them deal
    with each other.

    Definition: `effective_size` / contacts.

    Edge cases: as `effective_size`.

    Source: Burt 1992, 53.

    >>> from solmu.sna.sketch import sketch
    >>> round(ego_efficiency(sketch("ohjaamo-kela ohjaamo-lukio kela-lukio ohjaamo-etsiva"))[0], 3)
    0.778
    """
    contacts = row_sums(contacts_of(snapshot)).tolist()
    return [
        size if isinstance(size, Undefined) else size / count
        for size, count in zip(effective_size(snapshot), contacts, strict=True)
    ]


@measure("actor")
def ego_density(snapshot: Snapshot) -> list[float | Undefined]:
    """Share of the possible ties among each actor's contacts that exist.

    In a meeting: do those I work with work with each other? High is a team, low is that I am the one in
    between.

    Definition: arcs among the contacts (tied either way, the actor left out) / k (k − 1); in an undirected
    network ties / (k (k − 1) / 2).

    Edge cases: undefined for an actor with fewer than two contacts, and for one who was not asked.

    Source: Borgatti, Everett & Johnson 2018, Analyzing Social Networks, ch. 15; in an undirected network
    the local clustering of Watts & Strogatz 1998.

    >>> from solmu.sna.sketch import sketch
    >>> ego_density(sketch("ohjaamo>kela ohjaamo>lukio kela>lukio"))[0]
    0.5
    """
    contacts = contacts_of(snapshot)
    arcs = row_sums(product_within(contacts, arcs_of(snapshot), contacts)).tolist()
    figures: list[float | Undefined] = [
        among / (count * (count - 1)) if count > 1 else Undefined("no_pair")
        for among, count in zip(arcs, row_sums(contacts).tolist(), strict=True)
    ]
    return if_asked(snapshot, figures)


def _fault(snapshot: Snapshot) -> Reason | None:
    """Say why there are no shares of dealings at all, if there are none."""
    if not snapshot.m:
        return "no_ties"
    return "negative_strength" if min(snapshot.strengths()) < 0 else None


def _where_dealings(snapshot: Snapshot, figures: list[float]) -> list[float | Undefined]:
    """Keep the figures of the actors who deal with anybody and were asked."""
    dealings, contacts = row_sums(dealings_of(snapshot)), row_sums(contacts_of(snapshot))
    known: list[float | Undefined] = [
        figure if sum_ else Undefined("no_strength" if count else "no_ties")
        for figure, sum_, count in zip(figures, dealings.tolist(), contacts.tolist(), strict=True)
    ]
    return if_asked(snapshot, known)


def _scaled(matrix: Matrix, by: np.ndarray) -> Matrix:
    """Divide each row by a number of its own; a row of nothing stays nothing."""
    factors = np.divide(1, by, out=np.zeros_like(by, dtype=np.float64), where=by > 0)
    return sparse.csr_array(sparse.diags_array(factors) @ matrix)
