"""The only place that writes Pajek's files in the shapes met in the wild, for tests to read."""

from __future__ import annotations

MIXED = """% Verkosto, syksy 2026
*Network Järvilakeus
*Vertices 4
1 "Ohjaamo Järvi" 0.1 0.2 0.5 ellipse ic Red bc Black
2 "Kela" 0.3 0.4 0.5 [5-10]
4 "Lukio &#228;"
*Arcs
1 2 3
2 4 0.5 l "sovittu" c Blue
*Edges
1 4 2 [5-7]
"""

RELATIONS = """*Vertices 3\r
1 "A"\r
2 "B"\r
3 "C"\r
*Arcs :1 "tieto"\r
1 2 1\r
*Arcs 2: "asiakasohjaus"\r
1 2\r
2 3\r
*Edges :2\r
1 3\r
*Arcs :3\r
3 1\r
"""

LISTS = """*Vertices 4
*Arcslist
1 2 3
*Edgeslist
4 1
"""

MATRIX = """*Vertices 3
1 "A"
2 "B"
3 "C"
*Matrix :1 "tieto"
0 1 0
0 0 1
1 0 0
*Matrix :2 "raha"
0 2.5 0
0 0 1 0 0 0
"""

TWO_MODES = """*Vertices 5 3
1 "Maija"
2 "Otso"
3 "Ville"
4 "Työryhmä"
5 "Johtoryhmä"
*Edges
1 4
2 4 2
3 5
"""

TWO_MODE_MATRIX = TWO_MODES[: TWO_MODES.index("*Edges")] + "*Matrix\n1 0\n1 1\n0 1\n"

PROJECT = """*Network Verkosto
*Vertices 3
1 "A"
2 "B"
3 "C"
*Arcs
1 2
2 3

*Partition ala
*Vertices 3
1
2
2

*Vector asema
*Vertices 3
0.5
1
0.25

*Partition vajaa
*Vertices 2
1
1

*Network Toinen
*Vertices 1
1 "Z"
"""

ALL = {
    "mixed.net": MIXED,
    "relations.net": RELATIONS,
    "lists.net": LISTS,
    "matrix.net": MATRIX,
    "two-modes.net": TWO_MODES,
    "two-mode-matrix.net": TWO_MODE_MATRIX,
    "project.paj": PROJECT,
}
