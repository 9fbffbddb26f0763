"""The only place that writes GraphML in the shapes of other programs, for tests to read."""

from __future__ import annotations

_NS = 'xmlns="http://graphml.graphdrawing.org/xmlns"'

YED = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml {_NS} xmlns:y="http://www.yworks.com/xml/graphml">
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
        <y:NodeLabel fontSize="15">Järvilakeuden kaupunki</y:NodeLabel>
      </y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0">
          <data key="d5">Kaikille alle 30-vuotiaille</data>
          <data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/><y:NodeLabel>Ohjaamo<y:LabelModel>
            <y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data>
          <port name="North"/>
        </node>
      </graph>
    </node>
    <node id="n1"><data key="d4">https://kela.example</data><data key="d6"><y:ShapeNode>
      <y:NodeLabel>Kela</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>
      <y:EdgeLabel>asiakasohjaus</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>"""

GEPHI = f"""<?xml version="1.0" encoding="UTF-8"?><graphml {_NS}>
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Modularity Class" attr.type="int" for="node" id="modularity_class"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<graph edgedefault="undirected">
<node id="1"><data key="label">Kela</data><data key="modularity_class">0</data>
<data key="r">153</data><data key="x">-12.5</data></node>
<node id="2"><data key="label">Paja</data><data key="modularity_class">1</data></node>
<edge id="0" source="1" target="2"><data key="weight">2.0</data><data key="edgelabel">tieto</data></edge>
</graph></graphml>"""

NETWORKX = f"""<?xml version='1.0' encoding='utf-8'?>
<graphml {_NS}><key id="d1" for="edge" attr.name="weight" attr.type="long" />
<key id="d0" for="node" attr.name="sector" attr.type="string" />
<graph edgedefault="directed"><node id="Ohjaamo"><data key="d0">youth</data></node>
<node id="Kela" /><edge source="Ohjaamo" target="Kela"><data key="d1">3</data></edge>
<edge source="Kela" target="Ohjaamo" /></graph></graphml>"""

IGRAPH = f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml {_NS}><!-- Created by igraph -->
<key id="g_name" for="graph" attr.name="name" attr.type="string"/>
<key id="v_name" for="node" attr.name="name" attr.type="string"/>
<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="e_type" for="edge" attr.name="type" attr.type="string"/>
<graph id="G" edgedefault="undirected"><data key="g_name">Karate</data>
<node id="n0"><data key="v_name">Kela</data></node>
<node id="n1"><data key="v_name">Paja</data></node>
<edge source="n0" target="n1"><data key="e_weight">NaN</data><data key="e_type">tuttu</data></edge>
</graph></graphml>"""

NETWORK_CANVAS = f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml {_NS} xmlns:nc="http://schema.networkcanvas.com/xmlns">
<key id="label" attr.name="label" attr.type="string" for="all"/>
<key id="networkCanvasType" attr.name="networkCanvasType" attr.type="string" for="all"/>
<key id="networkCanvasUUID" attr.name="networkCanvasUUID" attr.type="string" for="all"/>
<key id="networkCanvasSourceUUID" attr.name="networkCanvasSourceUUID" attr.type="string" for="edge"/>
<key id="7b2f" attr.name="closeness" attr.type="int" for="node"/>
<key id="9e01" attr.name="age" attr.type="int" for="graph"/>
<graph edgedefault="undirected" nc:caseId="c1" nc:sessionUUID="s1" nc:protocolName="Verkosto">
<data key="9e01">41</data>
<node id="1"><data key="networkCanvasUUID">u1</data><data key="networkCanvasType">Person</data>
<data key="label">Mari</data><data key="7b2f">4</data></node>
<node id="2"><data key="networkCanvasUUID">u2</data><data key="networkCanvasType">Place</data>
<data key="label">Paja</data></node>
<edge id="3" source="1" target="2"><data key="networkCanvasType">Works with</data>
<data key="networkCanvasSourceUUID">u1</data></edge>
</graph></graphml>"""

SOCNETV = f"""<?xml version="1.0" encoding="UTF-8"?><graphml {_NS}>
<key id="d0" for="node" attr.name="label" attr.type="string"><default></default></key>
<key id="d1" for="node" attr.name="x_coordinate" attr.type="double"><default>0.0</default></key>
<key id="d8" for="edge" attr.name="weight" attr.type="double"><default>1.0</default></key>
<key id="d2000" for="edge" attr.name="luottamus" attr.type="string"/>
<graph id="Verkosto" edgedefault="directed">
<node id="1"><data key="d0">Kela</data><data key="d1">0.5</data></node>
<node id="2"><data key="d0">Paja</data></node>
<edge id="e1" directed="true" source="1" target="2"><data key="d2000">hyvä</data></edge>
<edge id="e2" directed="false" source="2" target="1"><data key="d8">4</data></edge>
</graph></graphml>"""

ALL = {
    "yed": YED,
    "gephi": GEPHI,
    "networkx": NETWORKX,
    "igraph": IGRAPH,
    "network-canvas": NETWORK_CANVAS,
    "socnetv": SOCNETV,
}


def graphml(inside: str, edgedefault: str = "directed", keys: str = "") -> bytes:
    """Wrap nodes and edges into a document."""
    return f'<graphml {_NS}>{keys}<graph edgedefault="{edgedefault}">{inside}</graph></graphml>'.encode()
