"""The only place that builds exports of Network Canvas, for tests to read."""

from __future__ import annotations

from solmu.formats.csv_sheets import packed
from solmu.formats.tests.graphs import NETWORK_CANVAS

_EGO = (
    "networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,networkCanvasProtocolName,"
    "sessionStart,sessionFinish,sessionExported,ikä\n"
)
_NODES = "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,Kunta,Apu_rahaa,Apu_aikaa,Kartta_x,Kartta_y\n"
_EDGES = (
    "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,"
    "networkCanvasTargetUUID,weight\n"
)

# Two interviews: numbers begin again in the second, and one actor is in both.
FILES = {
    "c1_s1_ego.csv": _EGO + "E1,c1,s1,Verkosto,2026-01-01,,,41\n",
    "c1_s1_attributeList_Organisaatio.csv": _NODES
    + "1,E1,u-kela,Kela,Oulu,true,false,0.5,0.25\n2,E1,u-paja,Paja,,true,true,0.1,0.2\n",
    "c1_s1_edgeList_tuntee.csv": _EDGES + "1,1,2,E1,t1,u-kela,u-paja,3\n",
    "c2_s2_ego.csv": _EGO + "E2,c2,s2,Verkosto,2026-01-02,,,\n",
    "c2_s2_attributeList_Organisaatio.csv": _NODES
    + "1,E2,u-lukio,Lukio,,false,,,\n2,E2,u-kela,Kela,Oulu,,,,\n",
    "c2_s2_edgeList_tuntee.csv": _EDGES + "1,1,2,E2,t2,,,\n",
    "c2_s2_adjacencyMatrix_tuntee.csv": ",1,2\n1,0,1\n2,1,0\n",
}


def zipped(**changes: str) -> bytes:
    """Pack the CSV files of both interviews."""
    return packed({name: text.encode("utf-8-sig") for name, text in {**FILES, **changes}.items()})


def zipped_graphml() -> bytes:
    """Pack two interviews as GraphML whose node ids are the same but mean others."""
    second = NETWORK_CANVAS.replace(">u1<", ">u8<").replace(">u2<", ">u9<").replace("Mari", "Otso")
    return packed({"c1_s1.graphml": NETWORK_CANVAS.encode(), "c2_s2.graphml": second.encode()})
