// The area map on a canvas: for maps of hundreds and thousands. The keyboard walks on real elements over the painting (_options.ts).
import type { Choice, Hit, MapActor, MapData, MapTie, MapView, Spot } from "../../web/map";
import { Names } from "./_canvas-names";
import { Painting } from "./_canvas-painting";
import { radiusAt } from "./_canvas-pen";
import { DrawnMap } from "./_drawn-map";
import { pointAt, sizeAt, type Box, type Point } from "./_geometry";
import { watchTheme } from "./_inks";
import { Options } from "./_options";
import { SpotGrid } from "./_spot-grid";
import { draw } from "./_svg-parts";
import { said } from "./_words";

const REST = 120; // milliseconds without a move after which the map is painted finely
const NEAR_LINE = 7;
const SAMPLES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

export class CanvasMap extends DrawnMap {
  readonly root = document.createElement("div");
  /** What is painted and whom the keyboard walks on; moved as one while the reader moves the map. */
  private readonly sheet = document.createElement("div");
  private readonly options = new Options();
  private readonly painting: Painting;
  private readonly asked = draw("text", { class: "map-label map-asked", "aria-hidden": "true" });
  private grid = new SpotGrid([]);
  private names: Names | undefined;
  private ink = new Set<string>();
  private rest: ReturnType<typeof setTimeout> | undefined;
  private aimed: { ref: string; look: string } | undefined;
  private isStale = true;

  constructor(signal: AbortSignal) {
    super();
    this.root.className = "map-drawing painted";
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", said("map"));
    this.sheet.className = "map-sheet";
    this.painting = new Painting(this.sheet, this.root);
    this.sheet.append(this.options.list);
    const over = draw("svg", { class: "map-over", "aria-hidden": "true" }, this.plane);
    this.root.append(this.sheet, over);
    this.options.list.addEventListener("focusin", (event) => this.ask(refOf(event.target)));
    this.options.list.addEventListener("focusout", () => this.ask(undefined));
    this.root.addEventListener("pointermove", (event) => this.hover(event));
    this.root.addEventListener("pointerleave", () => this.ask(undefined));
    watchTheme(() => this.repaint(), signal);
  }

  setData(data: MapData): void {
    const hadFocus = this.root.contains(document.activeElement);
    this.data = data;
    this.parts = new Map(data.actors.map((actor) => [actor.ref, { actor, x: 0, y: 0, r: actor.r }]));
    this.options.clear();
    this.current = this.stopOf(this.current);
    this.ink = this.inInk();
    this.standAll();
    this.repaint();
    if (hadFocus) this.optionAt(this.current)?.focus({ preventScroll: true });
  }

  setView(view: MapView | "fit"): void {
    const { k } = this.view;
    const { stretch } = this;
    this.view = view === "fit" ? this.whole() : view;
    this.painting.latest = this.view;
    this.plane.setAttribute("transform", `translate(${this.view.x.toFixed(1)},${this.view.y.toFixed(1)})`);
    if (this.view.k !== k || this.stretch !== stretch) this.standAll();
    if (this.stretch === stretch && this.painting.follow(this.view)) this.settleSoon();
    else if (view === "fit") this.repaint();
    else {
      this.paint("rough");
      this.settleSoon();
    }
    this.onView(this.view);
  }

  focus(ref: string): void {
    const part = this.parts.get(ref);
    if (!part) return;
    const view = this.viewWith(part);
    if (view) this.setView(view);
    this.rove(ref);
    this.optionAt(ref)?.focus({ preventScroll: true });
  }

  select(choice: Choice | null): void {
    this.choice = choice;
    this.ink = this.inInk();
    if (choice) this.rove(choice.actor);
    this.options.choose((ref) => this.isChosen(ref));
    this.nameAnew();
    this.painting.inkOver(this.scene());
  }

  move(ref: string, x: number, y: number): void {
    const part = this.parts.get(ref);
    if (!part) return;
    Object.assign(part.actor, { x, y });
    this.stand(part);
    this.isStale = true;
    this.painting.inkOver(this.scene(), ref);
    this.options.stand(this.options.itemOf(part.actor, this.parts.size), part);
  }

  layOut(): void {
    this.standAll();
    this.repaint();
  }

  mark(ref: string | undefined, look: "moving" | "aimed"): void {
    this.aimed = ref ? { ref, look } : undefined;
    this.painting.inkOver(this.scene());
  }

  override actorNear(at: Point, reach = this.reach): MapActor | undefined {
    return this.spotGrid.nearest(at, reach, 5)?.actor;
  }

  hitAt(target: Element, at: Point): Hit {
    // a screen reader presses the element itself
    const ref = refOf(target) ?? this.actorNear(at)?.ref;
    return ref ? { actor: ref } : this.tieNear(at);
  }

  lieOnPaper(lie: boolean): void {
    if (!lie) this.setView(this.kept);
    else {
      this.kept = this.view;
      this.setView("fit");
    }
    this.repaint();
  }

  private kept: MapView = this.view;

  private get spotGrid(): SpotGrid {
    if (this.isStale) this.grid = new SpotGrid(this.parts.values());
    this.isStale = false;
    return this.grid;
  }

  private standAll(): void {
    for (const part of this.parts.values()) this.stand(part);
    this.isStale = true;
    this.names = undefined;
  }

  private stand(part: Spot): void {
    const { k } = this.view;
    part.x = part.actor.x * k * this.stretch;
    part.y = part.actor.y * k;
    part.r = radiusAt(part.actor, k, sizeAt(k));
  }

  private settleSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.paint("fine"), REST);
  }

  private repaint(): void {
    clearTimeout(this.rest);
    this.painting.readTheme();
    this.paint("whole");
  }

  private paint(how: "rough" | "fine" | "whole"): void {
    const scene = this.scene();
    this.painting.paint(how, scene, () => {
      const near = () => this.spotGrid.within(this.window).sort((a, b) => this.rank(b.actor) - this.rank(a.actor));
      this.options.offer(this.parts, scene.view, near, this.current);
      this.options.choose((ref) => this.isChosen(ref));
      this.options.rove(this.current);
    });
  }

  /** Everything that a painter has to know, as it stands now. */
  private scene(): Parameters<Painting["inkOver"]>[0] {
    return {
      ...{ data: this.data, view: this.view, stretch: this.stretch, width: this.width, height: this.height, parts: this.parts },
      ...{ ink: this.ink, isSingling: this.isSingling, grid: this.spotGrid, aimed: this.aimed },
      names: (part, taken) => {
        this.names ??= new Names(this.spotGrid, (actor) => this.rank(actor), (ref) => this.isChosen(ref), this.isCrowded, taken(), this.roomForNames);
        this.names.fill(part, [...this.parts.values()].filter(({ actor }) => this.isChosen(actor.ref)));
        return this.names.placed.values();
      },
      covered: () => this.covered(),
      isLit: (tie) => this.isLit(tie),
      isChosen: (ref) => this.isChosen(ref),
      curveOf: (tie) => this.curveOf(tie),
    };
  }

  /** Whether shapes stand too close for names between them. */
  private get isCrowded(): boolean {
    return this.view.k < 0.4 && this.parts.size > 400;
  }

  /** The window while all stand in it: then no name need be cut off at its side. */
  private get roomForNames(): Box | undefined {
    const { left, top, right, bottom } = this.window;
    return [...this.parts.values()].every(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom) ? this.window : undefined;
  }

  private nameAnew(): void {
    this.names = undefined;
  }

  private rank(actor: MapActor): number {
    const inInk = !this.isSingling || this.ink.has(actor.ref);
    return actor.r + (inInk ? 40 : 0) + (actor.hub ? 80 : 0) + (actor.kind === "community" ? 60 : 0) + actor.ties / 1000;
  }

  private rove(ref: string): void {
    this.current = this.stopOf(ref);
    this.optionAt(this.current);
    this.options.rove(this.current);
  }

  private optionAt(ref: string): HTMLElement | undefined {
    const part = this.parts.get(ref);
    if (!part) return undefined;
    const item = this.options.itemOf(part.actor, this.parts.size);
    this.options.stand(item, part);
    return item;
  }

  /** The tie whose line runs nearest to a place; a line between communities is no tie of anybody's. */
  private tieNear([x, y]: Point): Hit {
    let [best, least] = [undefined as MapTie | undefined, NEAR_LINE];
    for (const tie of this.data.ties) {
      const [one, other] = [this.parts.get(tie.one), this.parts.get(tie.other)];
      if (!one || !other || tie.count || !isBetween(one, other, x, y)) continue;
      const curve = this.curveOf(tie);
      if (!curve) continue;
      for (const share of SAMPLES) {
        const [from, to] = [pointAt(curve, share - 0.1), pointAt(curve, share + 0.1)];
        const away = awayFrom([x, y], from, to);
        if (away < least) [best, least] = [tie, away];
      }
    }
    return best ? { actor: best.one, target: best.other } : null;
  }

  private hover(event: PointerEvent): void {
    if (event.buttons || event.pointerType === "touch") return;
    const here = this.root.getBoundingClientRect();
    const at: Point = [event.clientX - here.left - this.view.x, event.clientY - here.top - this.view.y];
    const over = this.actorNear(at);
    this.root.classList.toggle("over", over !== undefined);
    this.ask(over?.ref ?? refOf(document.activeElement));
  }

  /** Say the name of somebody for whom there was no room. */
  private ask(ref: string | undefined): void {
    const part = this.parts.get(ref ?? "");
    if (!part || this.names?.placed.has(part.actor.ref)) {
      this.asked.remove();
      return;
    }
    this.asked.textContent = part.actor.name;
    this.asked.setAttribute("x", part.x.toFixed(1));
    this.asked.setAttribute("y", (part.y - part.r - 9).toFixed(1));
    this.plane.append(this.asked);
  }
}

function refOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-ref]")?.dataset["ref"] ?? undefined) : undefined;
}

function isBetween(one: Spot, other: Spot, x: number, y: number): boolean {
  const bow = Math.hypot(one.x - other.x, one.y - other.y) * 0.1 + NEAR_LINE;
  return (
    x > Math.min(one.x, other.x) - bow && x < Math.max(one.x, other.x) + bow && y > Math.min(one.y, other.y) - bow && y < Math.max(one.y, other.y) + bow
  );
}

/** How far a place is from a straight line between two others. */
function awayFrom([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
