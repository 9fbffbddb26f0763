"""Read the network and print its figures; they are those of figures.json.

Needs Python 3.10 and networkx (pip install networkx). Run it in the folder of the files.
"""

from __future__ import annotations

import csv
import json

import networkx as nx

with open("figures.json", encoding="utf-8") as file:
    figures = json.load(file)["network"]
network = nx.DiGraph() if figures["directed"] else nx.Graph()
with open("actors.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        network.add_node(row.pop("id"), **row)
with open("ties.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        network.add_edge(row.pop("source"), row.pop("target"), **row)

pairs = network.to_undirected()
print("size", network.number_of_nodes())
print("ties", network.number_of_edges())
print("density", round(nx.density(network), 6))
if figures["directed"]:
    print("reciprocity", round(nx.overall_reciprocity(network), 6))
print("components", nx.number_connected_components(pairs))
between = nx.betweenness_centrality(network, normalized=False)
highest = sorted(between.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
for actor, value in highest:
    print("betweenness", actor, round(value, 6))
