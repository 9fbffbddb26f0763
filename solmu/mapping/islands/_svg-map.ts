// The area map as SVG: for maps of which every part can be an element, focusable, labelled, themed and printed as it is.
import type { Choice, Hit, MapData, MapView } from "../../web/map";
import { DrawnMap } from "./_drawn-map";
import { hullAround, outlineOf, pathOf, pointAt, sizeAt, type Box, type Point } from "./_geometry";
import { boxOf, placeHullLabel, placeLabels, Taken, textWidth, widthOf } from "./_labels";
import { actorPart, arrowHeads, draw, headOf, labelHeight, sectorName, standLabel, tiePart, type ActorPart, type Head, type TiePart } from "./_svg-parts";
import { said } from "./_words";

const MIDDLE_SECTOR = "ohjaamo";
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

interface Hull {
  sector: string;
  members: ActorPart[];
  ground: SVGPathElement;
  label: SVGTextElement;
}

export class SvgMap extends DrawnMap<ActorPart> {
  readonly root = draw("svg", { class: "map-drawing", role: "group" });
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
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.plane.append(...Object.values(this.layers));
    this.root.append(arrowHeads(), this.plane);
    this.root.setAttribute("aria-label", said("map"));
    this.layers.actors.setAttribute("aria-label", said("actors"));
  }

  setData(data: MapData): void {
    const hadFocus = this.root.contains(document.activeElement);
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
    const view = this.viewWith(part);
    if (view) this.setView(view);
    part.group.focus({ preventScroll: true });
  }

  select(choice: Choice | null): void {
    this.choice = choice;
    if (choice) this.rove(choice.actor);
    this.paint();
    this.nameAll();
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

  mark(ref: string | undefined, look: "moving" | "aimed"): void {
    for (const { actor, group } of this.parts.values()) group.classList.toggle(look, actor.ref === ref);
  }

  hitAt(target: Element, at: Point): Hit {
    const ref = target.closest<SVGElement>("[data-ref]")?.dataset["ref"];
    // where a thumb's targets overlap, the nearest one is meant
    if (ref) return { actor: this.actorNear(at)?.ref ?? ref };
    const { one, other } = target.closest<SVGElement>("[data-one]")?.dataset ?? {};
    return one && other ? { actor: one, target: other } : null;
  }

  /** On paper the whole map fills the sheet, whatever part of it the window shows. */
  lieOnPaper(lie: boolean): void {
    if (!lie) {
      this.root.removeAttribute("viewBox");
      return;
    }
    const { left, top, right, bottom } = this.drawnBox;
    const { x, y } = this.view;
    this.root.setAttribute("viewBox", `${left + x - 8} ${top + y - 8} ${right - left + 16} ${bottom - top + 16}`);
  }

  /** The box around all that is drawn, in the drawing's own pixels. */
  get drawnBox(): Box {
    const box = this.plane.getBBox();
    return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  }

  private rove(ref: string): void {
    const next = this.stopOf(ref);
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

  private drawTie(part: TiePart): void {
    const curve = this.curveOf(part.tie);
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
      label: draw("text", { class: `map-hull-label sector-${sector}`, "text-anchor": "middle" }, sectorName(sector)),
    }));
  }

  private cornersOf({ members }: Hull): Point[] {
    return hullAround(members, 12 + 22 * sizeAt(this.view.k));
  }

  private drawHull(hull: Hull): void {
    hull.ground.setAttribute("d", outlineOf(this.cornersOf(hull)));
  }

  private paint(): void {
    const near = this.inInk();
    for (const { actor, group, words } of this.parts.values()) {
      const isChosen = this.isChosen(actor.ref);
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
      width: widthOf(part.actor, [...part.label.children].map((line) => line.textContent ?? "")) + 2,
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

  /** Put each mark where on its line it covers least. */
  private standMarks(taken: Taken): void {
    for (const part of this.ties) {
      const curve = this.curveOf(part.tie);
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
}

function standMark(mark: SVGGElement | undefined, [x, y]: Point): void {
  mark?.setAttribute("transform", `translate(${x.toFixed(1)},${y.toFixed(1)})`);
}
