// The page on which bench/map_drawing.py lets our renderers and others draw the same map: window.draw(how, data address).
import cytoscape from "cytoscape";
import Graph from "graphology";
import Sigma from "sigma";
import { CanvasMap } from "../../solmu/mapping/islands/_canvas-map";
import { Folding } from "../../solmu/mapping/islands/_folding";
import { unpacked } from "../../solmu/mapping/islands/_packed";
import { Pointer } from "../../solmu/mapping/islands/_pointer";
import { SvgMap } from "../../solmu/mapping/islands/_svg-map";
import type { MapData, MapRenderer } from "../../solmu/web/map";
import "../../solmu/web/styles/index.css";

const COLOURS: Record<string, string> = { ohjaamo: "#14322f", education: "#1d4fd0", employment: "#85300a", wellbeing: "#77207f", youth: "#0d7f52", associations: "#8a7304", business: "#697382" };
const ground = document.getElementById("ground") as HTMLElement;

function ours(map: MapRenderer, data: MapData): void {
  ground.replaceChildren(map.root);
  new Pointer(map, undefined);
  map.setData(data);
  map.setView("fit");
}

const ways: Record<string, (data: MapData) => void> = {
  svg: (data) => ours(new SvgMap(), data),
  canvas: (data) => ours(new CanvasMap(new AbortController().signal), data),
  communities: (data) => ours(new CanvasMap(new AbortController().signal), new Folding().folded(data)),
  sigma: ({ actors, ties }) => {
    const graph = new Graph({ multi: true });
    for (const { ref, name, x, y, r, sector } of actors) graph.addNode(ref, { label: name, x, y: -y, size: r / 2, color: COLOURS[sector] ?? "#4f5a57" });
    for (const { one, other } of ties) graph.addEdge(one, other, { size: 1, color: "#7f8c87" });
    new Sigma(graph, ground);
  },
  // with what its makers advise for large graphs
  cytoscape: ({ actors, ties }) => {
    cytoscape({
      container: ground,
      elements: [
        ...actors.map(({ ref, name, x, y, sector }) => ({ data: { id: ref, name, colour: COLOURS[sector] ?? "#4f5a57" }, position: { x, y } })),
        ...ties.map(({ one, other }, at) => ({ data: { id: `t${at}`, source: one, target: other } })),
      ],
      style: [
        { selector: "node", style: { label: "data(name)", "background-color": "data(colour)", width: 20, height: 20, "font-size": 12, "min-zoomed-font-size": 9 } },
        { selector: "edge", style: { width: 1, "line-color": "#7f8c87", "curve-style": "haystack" } },
      ],
      layout: { name: "preset" },
      textureOnViewport: true,
      hideEdgesOnViewport: true,
      pixelRatio: 1,
    });
  },
};

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Draw a map; answer with the milliseconds of reading the data and of drawing until it is on the screen. */
async function drawMap(how: string, address: string): Promise<[read: number, drawn: number]> {
  const text = await (await fetch(address)).text();
  await document.fonts.ready;
  const began = performance.now();
  const data = unpacked(JSON.parse(text));
  const read = performance.now();
  ways[how]?.(data);
  await frame();
  await frame();
  return [read - began, performance.now() - read];
}

let beats: number[] = [];
let counting = 0;

/** Begin to count frames. */
function count(): void {
  cancelAnimationFrame(counting);
  beats = [];
  const beat = (at: number) => {
    beats.push(at);
    counting = requestAnimationFrame(beat);
  };
  counting = requestAnimationFrame(beat);
}

Object.assign(window, { drawMap, count, counted: () => beats });
