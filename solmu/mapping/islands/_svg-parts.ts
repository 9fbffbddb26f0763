// The pieces of an SVG map: an actor's shape with its name, a tie's line with its marks, arrow heads.
import type { MapActor, MapTie, Spot } from "../../web/map";
import { sectorShape } from "../../web/shapes";
import { said, saidOf } from "./_words";

const SVG = "http://www.w3.org/2000/svg";
export const KNOT = "M6 28C6 14 20 14 20 22S34 30 34 16 24 6 20 14 12 34 22 34 36 24 30 20";
const HEADS = ["", "faded", "lit", "wished"] as const;
const LINE = 14;

export type Head = (typeof HEADS)[number];

export function draw<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number> = {},
  ...inside: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

/** Arrow heads, one for each look of a line. */
export function arrowHeads(): SVGDefsElement {
  const marker = (look: Head) =>
    draw(
      "marker",
      { id: headOf(look), viewBox: "0 0 10 10", refX: 6, refY: 5, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto-start-reverse" },
      draw("path", { d: "M0 1L9 5L0 9z", class: `map-head ${look}` }),
    );
  return draw("defs", {}, ...HEADS.map(marker));
}

export function headOf(look: Head): string {
  return look ? `map-head-${look}` : "map-head";
}

/** Which kind of line a tie is drawn with, as the legend names them; rules/still.py decides the same. */
export function lineOf(tie: MapTie): string {
  if (tie.status !== "existing") return tie.status;
  if (tie.people) return "people";
  return tie.frequency ? String(tie.frequency) : "unknown";
}

export interface ActorPart extends Spot {
  group: SVGGElement;
  /** The name and what is folded inside: above all shapes, and not read aloud, for the group says it whole. */
  words: SVGGElement;
  label: SVGTextElement;
  folded: SVGGElement | undefined;
  scaled: SVGGElement;
  halo: SVGCircleElement;
  hit: SVGCircleElement;
}

/** A shape that can be chosen, with its name; in a wide window the one in the middle has its name on one line. */
export function actorPart(actor: MapActor, wide: boolean): ActorPart {
  const shape = sectorShape(actor.sector, actor.r);
  shape.setAttribute("class", "map-shape");
  const scaled = draw("g", {}, shape);
  if (actor.hub) {
    const size = (actor.r * 1.24) / 40;
    scaled.append(draw("path", { d: KNOT, class: "map-knot", transform: `translate(${-actor.r * 0.62},${-actor.r * 0.62}) scale(${size})` }));
  }
  if (actor.kind === "person") scaled.append(draw("path", { d: "M0 -3.6a1.9 1.9 0 1 0 .01 0M-3.6 4a3.6 3.6 0 0 1 7.2 0z", class: "map-person-mark" }));
  const halo = draw("circle", { class: "map-halo" });
  const hit = draw("circle", { class: "map-hit" });
  const label = draw("text", { class: `map-label${actor.hub ? " hub" : actor.r > 14 ? " strong" : ""}` }, ...linesOf(actor, wide).map((line) => draw("tspan", {}, line)));
  const group = draw(
    "g",
    {
      class: `map-actor sector-${actor.sector || "unknown"} kind-${actor.kind}`,
      role: "option",
      tabindex: -1,
      "data-ref": actor.ref,
      "aria-selected": "false",
      "aria-label": spoken(actor),
    },
    hit,
    halo,
    scaled,
  );
  const folded = foldedMark(actor);
  const names = draw("g", { class: `map-words sector-${actor.sector || "unknown"}` }, ...(folded ? [folded] : []), label);
  for (const [event, asked] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]] as const)
    group.addEventListener(event, () => {
      names.classList.toggle("asked", asked);
      if (asked) names.parentElement?.append(names);
    });
  return { actor, group, words: names, label, folded, scaled, halo, hit, x: 0, y: 0, r: actor.r };
}

/** How many units and people are folded into an actor, at its shoulder. */
function foldedMark({ folded }: MapActor): SVGGElement | undefined {
  if (!folded) return undefined;
  const width = 15 + 6 * String(folded).length;
  return draw("g", { class: "map-folded" }, draw("rect", { x: -width / 2, y: -8, width, height: 16, rx: 8 }), draw("text", { y: 3.8 }, `+${folded}`));
}

/** An actor as it is read aloud. */
export function spoken(actor: MapActor): string {
  if (actor.kind === "community") return said(actor.opened ? "communityOpen" : "community", { name: actor.name, n: actor.folded });
  const words = saidOf("actor", actor.ties, { name: actor.name, sector: sectorName(actor.sector) });
  return actor.folded ? `${words}, ${saidOf("folded", actor.folded)}` : words;
}

/** A sector as people call it. */
export function sectorName(sector: string): string {
  return said(`sector${(sector || "unknown").replace(/^./, (first) => first.toUpperCase())}`);
}

export function linesOf({ hub, name, lines }: MapActor, wide: boolean): string[] {
  return hub && wide && name.length <= 26 ? [name] : lines;
}

export function lineHeight({ actor }: Spot): number {
  return actor.hub ? 18 : LINE;
}

/** How high a name is with all its lines. */
export function labelHeight(part: ActorPart): number {
  return part.label.childElementCount * lineHeight(part) + (part.actor.hub ? 3 : 1);
}

/** Stand a name at a place: every line under the one before. */
export function standLabel(part: ActorPart, x: number, y: number, anchor: string): void {
  part.label.style.textAnchor = anchor;
  [...part.label.children].forEach((line, at) => {
    line.setAttribute("x", x.toFixed(1));
    line.setAttribute("y", (y + at * lineHeight(part)).toFixed(1));
  });
}

export interface TiePart {
  tie: MapTie;
  line: SVGPathElement;
  gap: SVGPathElement | undefined;
  hit: SVGPathElement;
  note: SVGGElement | undefined;
  person: SVGGElement | undefined;
}

/** A line, double where only people carry it, with its marks: how many notes, and a person. */
export function tiePart(tie: MapTie): TiePart {
  const kind = lineOf(tie);
  const look = { people: "person-borne", "1": "rare" }[kind] ?? (Number(kind) ? "" : kind);
  const line = draw("path", { class: `map-tie ${look}`.trim() });
  if (Number(kind)) line.dataset["strength"] = kind;
  const people = kind === "people";
  const ends = { "data-one": tie.one, "data-other": tie.other };
  return {
    tie,
    line,
    gap: people ? draw("path", { class: "map-tie-gap" }) : undefined,
    hit: draw("path", { class: "map-tie-hit", ...ends }),
    note: tie.notes ? draw("g", { class: "map-note", ...ends }, draw("circle", { r: 9.5 }), draw("text", { y: 3.8 }, String(tie.notes))) : undefined,
    person: people
      ? draw("g", { class: "map-person" }, draw("circle", { r: 8 }), draw("path", { d: "M0 -4.2a2.1 2.1 0 1 0 .01 0M-3.8 4.6a3.8 3.8 0 0 1 7.6 0z" }))
      : undefined,
  };
}
