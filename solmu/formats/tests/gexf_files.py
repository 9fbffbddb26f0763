"""The only place that writes GEXF in the shapes of other programs, for tests to read."""

from __future__ import annotations

GEPHI = """<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2026-10-01"><creator>Gephi 0.10</creator><description>Verkosto</description></meta>
  <graph defaultedgetype="directed" idtype="string" mode="static">
    <attributes class="node" mode="static">
      <attribute id="sector" title="sector" type="string"/>
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute>
      <attribute id="aliases" title="Other names" type="liststring"/>
    </attributes>
    <attributes class="edge" mode="static"><attribute id="c" title="How often" type="string"/></attributes>
    <nodes count="3">
      <node id="1" label="Ohjaamo"><attvalues><attvalue for="sector" value="ohjaamo"/>
        <attvalue for="aliases" value="[Navigatorn, &quot;Ohjaamo, Järvi&quot;]"/></attvalues>
        <viz:size value="20.0"/><viz:position x="1.5" y="-2"/><viz:color r="1" g="2" b="3"/></node>
      <node id="2" label="Kela"><attvalues><attvalue for="modularity_class" value="1"/></attvalues></node>
      <node id="3" label="Paja" pid="1"/>
    </nodes>
    <edges count="4">
      <edge id="0" source="1" target="2" kind="referral" weight="2.5"/>
      <edge id="1" source="2" target="3" type="mutual" kind="information" start="2024-01-01" end="2025-06-30">
        <attvalues><attvalue for="c" value="weekly"/></attvalues><viz:thickness value="2"/></edge>
      <edge id="2" source="3" target="1" type="undirected" label="tuttu"/>
      <edge id="3" source="1" target="2" kind="information"/>
    </edges>
  </graph>
</gexf>"""

OLD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http:///www.gexf.net/1.1draft" version="1.1">
  <meta><creator>Vanha ohjelma</creator></meta>
  <graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
    <attributes class="node" mode="dynamic"><attribute id="0" title="jäseniä" type="integer"/></attributes>
    <attributes class="edge" mode="dynamic"><attribute id="0" title="weight" type="float"/></attributes>
    <nodes>
      <node id="a" label="Kaupunki"><nodes><node id="b" label="Nuorisopalvelut">
        <attvalues><attvalue id="0" value="3" start="2020" end="2021"/>
        <attvalue id="0" value="5" start="2022" end="2023"/></attvalues></node></nodes></node>
      <node id="c" label="Lukio"><slices><slice start="2020-01-01" end="2020-12-31"/></slices>
        <parents><parent for="a"/></parents></node>
    </nodes>
    <edges>
      <edge source="b" target="c"><spells><spell start="2021-08-01" end="2022-05-31"/>
        <spell start="2023-08-01" end="2024-05-31"/></spells>
        <attvalues><attvalue for="0" value="2"/></attvalues></edge>
      <edge source="c" target="b" start="3.5" end="9.0"/>
    </edges>
  </graph>
</gexf>"""

ALL = {"gephi": GEPHI, "old": OLD}
