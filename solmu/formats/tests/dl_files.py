"""The only place that writes UCINET's DL in all its forms, for tests to read."""

from __future__ import annotations

# Each tells the same: A → B, A → C, B → C, C → A.
SAME = {
    "fullmatrix": "dl n=3 format=fullmatrix\nlabels:\nA,B,C\ndata:\n0 1 1\n0 0 1\n1 0 0\n",
    "alone": "DL\nN = 3\nData:\n0 1 1 0 0 1 1 0 0\n",
    "embedded": "dl n=3 format = fm\nlabels embedded\ndata:\na b C\nA 0 1 1\nB 0 0 1\nc 1 0 0\n",
    "no-diagonal": "dl n=3, diagonal = absent, labels: A B\nC\ndata:\n1 1\n0 1\n1 0\n",
    "nodelist1": "dl n=3 format=nodelist1 labels embedded:\ndata:\nA B C\nB C\nC A\n",
    "nodelist1b": "dl n=3 format=nodelist1b\nlabels:\nA B C\ndata:\n2 2 3\n1 3\n1 1\n",
    "edgelist1": "dl\r\nformat=edgelist1\r\nn=3\r\nlabels: A,B,C\r\ndata:\r\n1 2\r\n1 3\r\n2 3\r\n3 1\r\n",
    "edgelist-embedded": "DL n=3 format = edgelist1\nlabels embedded\ndata:\nA B\na C\nB c\nC A\n",
    "edgelist-by-label": 'dl n=3 format=el1 labels: "A" B C\ndata:\nA B\nA C\nB C\nC a\n',
}
VALUED = "dl n=3\nlabels: A B C\ndata:\n0 2.5 NaN\n0 0 1\n0 0 9\n"
LOWER = "dl n=3 format=lowerhalf diagonal=absent\nlabels: A B C\ndata:\n1\n0 3\n"
UPPER = "dl n=3 format=upperhalf\nlabels: A B C\ndata:\n0 1 0\n0 3\n0\n"
SYMMETRIC = "dl n=3\ndata:\n0 1 0\n1 0 2\n0 2 0\n"
RELATIONS = "dl n=2 nm=2\nlabels: A B\nmatrix labels:\ntieto, raha\ndata:\n0 1\n0 0\n\n0 0\n1 0\n"
LISTED_RELATIONS = (
    "dl n=2 nm=2 format=edgelist1\nlabels: A B\nlevel labels: tieto raha\ndata:\n1 2\n!\n2 1 4\n"
)
TWO_MODES = "dl nr=3, nc=2\nrow labels: Maija Otso Ville\ncolumn labels: Työryhmä Johtoryhmä\ndata:\n1 0\n1 1\n0 1\n"
TWO_MODES_EMBEDDED = (
    "dl nr=3 nc=2\nrow labels embedded\ncolumn labels embedded\ndata:\nTyöryhmä Johtoryhmä\n"
    "Maija 1 0\nOtso 1 1\nVille 0 1\n"
)
EDGELIST2 = (
    "dl nr=3 nc=2 format=edgelist2\nlabels embedded\ndata:\nMaija Työryhmä\nOtso Työryhmä\n"
    "Otso Johtoryhmä\nVille Johtoryhmä\n"
)
NODELIST2 = "dl nr=3 nc=2 format=nodelist2\nrow labels: Maija Otso Ville\ncolumn labels: Työryhmä Johtoryhmä\ndata:\n1 1\n2 1 2\n3 2\n"
SAME_TWO_MODES = {
    "matrix": TWO_MODES,
    "embedded": TWO_MODES_EMBEDDED,
    "edgelist2": EDGELIST2,
    "nodelist2": NODELIST2,
}

ALL = {
    **SAME,
    **{f"two-modes-{name}": text for name, text in SAME_TWO_MODES.items()},
    "valued": VALUED,
    "lower": LOWER,
    "upper": UPPER,
    "relations": RELATIONS,
    "listed-relations": LISTED_RELATIONS,
}
