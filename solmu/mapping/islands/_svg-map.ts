// The area map as SVG: the renderer for everything that is edited, focusable, labelled, themed and printed as it is.
import type { Choice, MapActor, MapData, MapRenderer, MapTie, MapView } from "../../web/map";
import { boxAround, curveBetween, hullAround, outlineOf, pathOf, pointAt, sizeAt, viewOf, type Box, type Curve, type Point } from "./_geometry";
import { boxOf, placeHullLabel, placeLabels, Taken } from "./_labels";
import { actorPart, arrowHeads, draw, headOf, labelHeight, standLabel, tiePart, type ActorPart, type Head, type TiePart } from "./_svg-parts";
import { said } from "./_words";

const MIDDLE_SECTOR = "ohjaamo";
const LEAST_STRETCH = 0.6;
const MOST_STRETCH = 1.45;
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const EMPTY: MapData = { level: "", on: "", revision: 0, directed: true, width: 1, height: 1, inside: 0, actors: [], ties: [] };

interface Hull {
  sector: string;
  members: ActorPart[];
  ground: SVGPathElement;
  label: SVGTextElement;
}

export class SvgMap implements MapRenderer {
  readonly svg = draw("svg", { class: "map-drawing", role: "group" });
  readonly plane = draw("g", { class: "map-plane" });
  onSelect: (choice: Choice | null) => void = () => undefined;
  /** Called after every change of the view, so that whoever zooms by hand goes on from there. */
  onView: (view: MapView) => void = () => undefined;
  data = EMPTY;
  view: MapView = { x: 0, y: 0, k: 1 };
  /** How much wider than laid out the canvas is drawn, so that a wide window or a high one is filled. */
  stretch = 1;
  choice: Choice | null = null;
  /** What a sentence about the map rests on: actors by ref and ties as `one~other`; in ink until somebody chooses. */
  shown = new Set<string>();
  parts = new Map<string, ActorPart>();
  private ties: TiePart[] = [];
  private hulls: Hull[] = [];
  private layers = {
    hulls: draw("g", { "aria-hidden": "true" }),
    ties: draw("g", { "aria-hidden": "true" }),
    marks: draw("g", { "aria-hidden": "true" }),
    actors: draw("g", { role: "listbox", class: "map-actors" }),
    names: draw("g", { "aria-hidden": "true", class: "map-names" }),
    hullNames: draw("g", { "aria-hidden": "true" }),
  };
  private current = "";
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.plane.append(...Object.values(this.layers));
    this.svg.append(arrowHeads(), this.plane);
    this.svg.setAttribute("aria-label", said("map"));
    this.layers.actors.setAttribute("aria-label", said("actors"));
  }

  setData(data: MapData): void {
    const hadFocus = this.svg.contains(document.activeElement);
    this.data = data;
    this.parts = new Map(data.actors.map((actor) => [actor.ref, actorPart(actor, this.width >= 600)]));
    this.ties = data.ties.map(tiePart);
    this.hulls = this.gatherHulls();
    this.layers.hulls.replaceChildren(...this.hulls.map(({ ground }) => ground));
    this.layers.ties.replaceChildren();
    this.layers.marks.replaceChildren(...this.ties.flatMap(({ person, note }) => [person, note].filter((mark) => mark !== undefined)));
    this.layers.actors.replaceChildren(...[...this.parts.values()].map(({ group }) => group));
    this.layers.names.replaceChildren(...[...this.parts.values()].map(({ words }) => words));
    this.layers.hullNames.replaceChildren(...this.hulls.map(({ label }) => label));
    this.paint();
    this.layOut();
    this.rove(this.current);
    if (hadFocus) this.parts.get(this.current)?.group.focus();
  }

  setView(view: MapView | "fit"): void {
    const [k, stretch] = [this.view.k, this.stretch];
    const next = view === "fit" ? this.whole() : view;
    const scaled = next.k !== k || this.stretch !== stretch;
    this.view = next;
    this.plane.setAttribute("transform", `translate(${next.x.toFixed(1)},${next.y.toFixed(1)})`);
    if (scaled) this.standAll();
    if (scaled && view === "fit") this.nameAll();
    else if (scaled) {
      // names wait until the zooming pauses: finding room for them takes longer than moving them
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.nameAll(), 90);
    }
    this.onView(next);
  }

  focus(ref: string): void {
    const part = this.parts.get(ref);
    if (!part) return;
    this.rove(ref);
    this.show(part);
    part.group.focus({ preventScroll: true });
  }

  select(choice: Choice | null): void {
    this.choice = choice;
    if (choice) this.rove(choice.actor);
    this.paint();
    this.nameAll();
  }

  /** The actor that the keyboard is on. */
  get at(): string {
    return this.current;
  }

  get width(): number {
    return this.svg.clientWidth || 960;
  }

  get height(): number {
    return this.svg.clientHeight || 560;
  }

  /** Move an actor on the canvas while somebody drags it. */
  move(ref: string, x: number, y: number): void {
    const part = this.parts.get(ref);
    if (!part) return;
    Object.assign(part.actor, { x, y });
    this.stand(part);
    for (const one of this.ties) if (one.tie.one === ref || one.tie.other === ref) this.drawTie(one);
    for (const hull of this.hulls) if (hull.members.includes(part)) this.drawHull(hull);
  }

  /** Draw everything anew: after a drag, or when the window has another size. */
  layOut(): void {
    this.standAll();
    this.nameAll();
  }

  private standAll(): void {
    for (const part of this.parts.values()) this.stand(part);
    for (const one of this.ties) this.drawTie(one);
    for (const hull of this.hulls) this.drawHull(hull);
  }

  /** How far from its middle a shape is hit at least: a thumb needs 44 pixels, a mouse 24. */
  private readonly reach = globalThis.matchMedia?.("(pointer: coarse)").matches ? 22 : 12;

  /** The actor nearest to a place in the drawing, within reach of it. */
  actorNear([x, y]: Point, reach = 14): MapActor | undefined {
    const near = [...this.parts.values()]
      .map((part) => ({ part, away: Math.hypot(part.x - x, part.y - y) - part.r }))
      .filter(({ away }) => away <= reach)
      .sort((a, b) => a.away - b.away);
    return near[0]?.part.actor;
  }

  /** Where a place in the drawing is on the canvas. */
  onCanvas([x, y]: Point): Point {
    return [x / this.view.k / this.stretch, y / this.view.k];
  }

  /** The box around all that is drawn, in the drawing's own pixels. */
  get drawnBox(): Box {
    const box = this.plane.getBBox();
    return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  }

  private whole(): MapView {
    const margin = this.width < 600 ? { left: 44, top: 52, right: 44, bottom: 62 } : { left: 84, top: 98, right: 104, bottom: 66 };
    const places = [...this.parts.values()].map(({ actor }) => actor);
    const box = boxAround(places.length ? places : [{ x: 0, y: 0 }]);
    const room = (this.width - margin.left - margin.right) / Math.max(this.height - margin.top - margin.bottom, 1);
    const shape = Math.max(box.right - box.left, 1) / Math.max(box.bottom - box.top, 1);
    this.stretch = Math.min(Math.max(room / shape, LEAST_STRETCH), MOST_STRETCH);
    return viewOf({ ...box, left: box.left * this.stretch, right: box.right * this.stretch }, this.width, this.height, margin);
  }

  private show({ x, y }: ActorPart): void {
    const [left, top] = [x + this.view.x, y + this.view.y];
    const across = left < 50 ? 50 - left : left > this.width - 50 ? this.width - 50 - left : 0;
    const down = top < 70 ? 70 - top : top > this.height - 60 ? this.height - 60 - top : 0;
    if (across || down) this.setView({ ...this.view, x: this.view.x + across, y: this.view.y + down });
  }

  private rove(ref: string): void {
    const hub = this.data.actors.find((actor) => actor.hub) ?? this.data.actors[0];
    const next = this.parts.has(ref) ? ref : (this.choice?.actor ?? hub?.ref ?? "");
    for (const { actor, group } of this.parts.values()) group.setAttribute("tabindex", actor.ref === next ? "0" : "-1");
    this.current = next;
  }

  private stand(part: ActorPart): void {
    const size = sizeAt(this.view.k);
    part.x = part.actor.x * this.view.k * this.stretch;
    part.y = part.actor.y * this.view.k;
    part.r = part.actor.r * size;
    for (const group of [part.group, part.words]) group.setAttribute("transform", `translate(${part.x.toFixed(1)},${part.y.toFixed(1)})`);
    part.folded?.classList.toggle("quiet", this.view.k < 0.75);
    part.folded?.setAttribute("transform", `translate(${(part.r * 0.72 + 6).toFixed(1)},${(-part.r * 0.72 - 4).toFixed(1)})`);
    part.scaled.setAttribute("transform", `scale(${size.toFixed(3)})`);
    part.halo.setAttribute("r", (part.r + 6).toFixed(1));
    part.hit.setAttribute("r", Math.max(this.reach, part.r + 5).toFixed(1));
  }

  private curveOf({ tie }: TiePart): Curve | undefined {
    const one = this.parts.get(tie.one);
    const other = this.parts.get(tie.other);
    return one && other && curveBetween(one, other, this.data.directed ? tie.way : 0);
  }

  private drawTie(part: TiePart): void {
    const curve = this.curveOf(part);
    if (!curve) return;
    for (const path of [part.line, part.gap, part.hit]) path?.setAttribute("d", pathOf(curve));
    standMark(part.person, pointAt(curve, 0.5));
    standMark(part.note, pointAt(curve, part.person ? 0.34 : 0.5));
  }

  private gatherHulls(): Hull[] {
    const sectors = new Set(this.data.actors.map(({ sector }) => sector).filter((sector) => sector && sector !== MIDDLE_SECTOR));
    return [...sectors].map((sector) => ({
      sector,
      members: [...this.parts.values()].filter(({ actor }) => actor.sector === sector),
      ground: draw("path", { class: `map-hull sector-${sector}` }),
      label: draw("text", { class: `map-hull-label sector-${sector}`, "text-anchor": "middle" }, said(`sector${sector.replace(/^./, (first) => first.toUpperCase())}`)),
    }));
  }

  private cornersOf({ members }: Hull): Point[] {
    return hullAround(members, 12 + 22 * sizeAt(this.view.k));
  }

  private drawHull(hull: Hull): void {
    hull.ground.setAttribute("d", outlineOf(this.cornersOf(hull)));
  }

  /** The choice, unless a filter hides it just now. */
  private get chosenHere(): Choice | null {
    return this.choice && this.parts.has(this.choice.actor) ? this.choice : null;
  }

  /** Whether some of the map is in ink and the rest is not. */
  private get isSingling(): boolean {
    return this.chosenHere !== null || this.shown.size > 0;
  }

  /** Which ties and actors the choice keeps in ink. */
  private isLit({ one, other }: MapTie): boolean {
    const chosen = this.chosenHere;
    if (!chosen) return this.shown.has(`${one}~${other}`) || this.shown.has(`${other}~${one}`);
    const { actor, target } = chosen;
    return target ? [one, other].includes(actor) && [one, other].includes(target) : one === actor || other === actor;
  }

  private paint(): void {
    const chosen = this.chosenHere;
    const near = new Set(chosen ? [chosen.actor, chosen.target] : this.shown);
    for (const { tie } of this.ties) if (this.isLit(tie)) near.add(tie.one).add(tie.other);
    for (const { actor, group, words } of this.parts.values()) {
      const isChosen = actor.ref === chosen?.actor || actor.ref === chosen?.target;
      for (const one of [group, words]) {
        one.classList.toggle("faded", this.isSingling && !near.has(actor.ref));
        one.classList.toggle("chosen", isChosen);
      }
      group.setAttribute("aria-selected", String(isChosen));
    }
    const order = [...this.ties].sort((a, b) => Number(this.isLit(a.tie)) - Number(this.isLit(b.tie)));
    this.layers.ties.replaceChildren(...order.flatMap(({ line, gap, hit }) => [line, gap, hit].filter((path) => path !== undefined)));
    for (const part of this.ties) this.paintTie(part);
  }

  private paintTie({ tie, line, note, person }: TiePart): void {
    const lit = this.isLit(tie);
    const faded = this.isSingling && !lit;
    for (const mark of [line, person, note]) {
      mark?.classList.toggle("lit", lit);
      mark?.classList.toggle("faded", faded);
    }
    const head: Head = tie.status === "wished" ? "wished" : lit ? "lit" : faded ? "faded" : "";
    const end = (points: boolean) => (points && this.data.directed ? `url(#${headOf(head)})` : "none");
    line.setAttribute("marker-end", end(Boolean(tie.way & 1)));
    line.setAttribute("marker-start", end(Boolean(tie.way & 2)));
  }

  /** Name what has room: the chosen and its neighbours first, then the larger ones; hulls before their members. */
  private nameAll(): void {
    const taken = new Taken();
    const parts = [...this.parts.values()];
    for (const { x, y, r, folded } of parts) {
      taken.add(boxOf(x, y, r));
      if (folded && !folded.classList.contains("quiet")) taken.add({ left: x + r * 0.7, top: y - r * 0.7 - 11, right: x + r * 0.7 + 14, bottom: y - r * 0.7 + 3 });
    }
    for (const box of this.covered()) taken.add(box);
    this.standMarks(taken);
    this.nameHulls(taken);
    const wanted = parts.map((part) => ({
      ...{ ref: part.actor.ref, x: part.x, y: part.y, r: part.r + 1 },
      width: this.widthOf(part) + 2,
      height: labelHeight(part),
      rank: part.r + (part.group.classList.contains("faded") ? 0 : 40) + (part.actor.hub ? 80 : 0),
      must: part.group.classList.contains("chosen"),
      // a large one in ink is missed more than a corner of a mark
      slack: part.actor.r > 14 && !part.group.classList.contains("faded") ? 150 : 0,
    }));
    const window = this.window;
    const outside = parts.some(({ x, y }) => x < window.left || x > window.right || y < window.top || y > window.bottom);
    const placed = placeLabels(wanted, taken, outside ? EVERYWHERE : window);
    for (const part of parts) {
      const at = placed.get(part.actor.ref);
      part.words.classList.toggle("unnamed", !at);
      if (at) standLabel(part, at.x - part.x, at.y - part.y, at.anchor);
      else standLabel(part, 0, part.r + 15, "middle");
    }
  }

  /** The window as the drawing's own pixels. */
  private get window(): Box {
    const { x, y } = this.view;
    return { left: 4 - x, top: 4 - y, right: this.width - 4 - x, bottom: this.height - 4 - y };
  }

  /** What lies over the drawing in the window: search and tools. */
  private covered(): Box[] {
    const here = this.svg.getBoundingClientRect();
    const [x, y] = [here.left + this.view.x, here.top + this.view.y];
    return [...(this.svg.closest("area-map")?.querySelectorAll(".map-search, .map-tools") ?? [])].map((over) => {
      const { left, top, right, bottom } = over.getBoundingClientRect();
      return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
    });
  }

  /** Put each mark where on its line it covers least. */
  private standMarks(taken: Taken): void {
    for (const part of this.ties) {
      const curve = this.curveOf(part);
      for (const mark of [part.person, part.note]) {
        if (!mark || !curve) continue;
        const quiet = mark.classList.contains("faded") || (this.view.k < 0.55 && !mark.classList.contains("lit"));
        mark.classList.toggle("quiet", quiet);
        if (quiet) continue;
        const costs = SHARES.map((share) => ({ at: pointAt(curve, share), cost: taken.overlap(boxOf(...pointAt(curve, share), 10)) + Math.abs(share - 0.5) * 30 }));
        const { at } = costs.reduce((best, one) => (one.cost < best.cost ? one : best));
        taken.add(boxOf(...at, 9));
        standMark(mark, at);
      }
    }
  }

  private nameHulls(taken: Taken): void {
    const middle: Point = [(this.data.width * this.stretch * this.view.k) / 2, (this.data.height * this.view.k) / 2];
    for (const hull of this.hulls) {
      const width = textWidth(hull.label.textContent ?? "", "650 13px Bricolage Grotesque Variable");
      const [x, y] = placeHullLabel(this.cornersOf(hull), { width: width + 6, height: 16 }, middle, taken, this.window);
      hull.label.setAttribute("x", x.toFixed(1));
      hull.label.setAttribute("y", (y - 4).toFixed(1));
    }
  }

  private widthOf({ actor, label }: ActorPart): number {
    const text = "Atkinson Hyperlegible Next Variable";
    const font = actor.hub ? "700 17px Bricolage Grotesque Variable" : actor.r > 14 ? `700 14px ${text}` : `550 12.5px ${text}`;
    return Math.max(...[...label.children].map((line) => textWidth(line.textContent ?? "", font)));
  }
}

function standMark(mark: SVGGElement | undefined, [x, y]: Point): void {
  mark?.setAttribute("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`);
}

let pen: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How many pixels a text is wide; a fair guess where nothing can be measured. */
export function textWidth(text: string, font: string): number {
  pen ??= globalThis.CanvasRenderingContext2D ? document.createElement("canvas").getContext("2d") : null;
  if (!pen) return text.length * 6.8;
  const known = widths.get(font + text);
  if (known !== undefined) return known;
  pen.font = font;
  const { width } = pen.measureText(text);
  if (document.fonts.status === "loaded") widths.set(font + text, width);
  return width;
}
