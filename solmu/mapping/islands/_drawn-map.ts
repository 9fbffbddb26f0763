// What a drawn map knows however it is drawn: data, view, choice, where each actor stands in the window.
import type { Choice, Hit, MapActor, MapData, MapRenderer, MapTie, MapView, Spot } from "../../web/map";
import { boxAround, curveBetween, viewOf, type Box, type Curve, type Point } from "./_geometry";
import { draw } from "./_svg-parts";

const LEAST_STRETCH = 0.6;
const MOST_STRETCH = 1.45;
const EMPTY: MapData = { level: "", on: "", revision: 0, directed: true, width: 1, height: 1, inside: 0, actors: [], ties: [] };

export abstract class DrawnMap<Part extends Spot = Spot> implements MapRenderer {
  abstract readonly root: HTMLElement | SVGSVGElement;
  readonly plane = draw("g", { class: "map-plane" });
  onSelect: (choice: Choice | null) => void = () => undefined;
  onView: (view: MapView) => void = () => undefined;
  data = EMPTY;
  view: MapView = { x: 0, y: 0, k: 1 };
  stretch = 1;
  choice: Choice | null = null;
  shown = new Set<string>();
  parts = new Map<string, Part>();
  /** How closely the whole map is seen. */
  wholeScale = 1;
  protected current = "";
  /** How far from its middle a shape is hit at least: a thumb needs 44 pixels, a mouse 24. */
  protected readonly reach = globalThis.matchMedia?.("(pointer: coarse)").matches ? 22 : 12;

  abstract setData(data: MapData): void;
  abstract setView(view: MapView | "fit"): void;
  abstract focus(ref: string): void;
  abstract select(choice: Choice | null): void;
  abstract move(ref: string, x: number, y: number): void;
  abstract layOut(): void;
  abstract mark(ref: string | undefined, look: "moving" | "aimed"): void;
  abstract hitAt(target: Element, at: Point): Hit;
  abstract lieOnPaper(lie: boolean): void;

  get at(): string {
    return this.current;
  }

  get width(): number {
    return this.root.clientWidth || 960;
  }

  get height(): number {
    return this.root.clientHeight || 560;
  }

  actorNear([x, y]: Point, reach = 14): MapActor | undefined {
    let [best, least] = [undefined as MapActor | undefined, Infinity];
    for (const part of this.parts.values()) {
      const away = Math.hypot(part.x - x, part.y - y) - part.r;
      if (away <= reach && away < least) [best, least] = [part.actor, away];
    }
    return best;
  }

  onCanvas([x, y]: Point): Point {
    return [x / this.view.k / this.stretch, y / this.view.k];
  }

  isChosen(ref: string): boolean {
    const chosen = this.chosenHere;
    return ref === chosen?.actor || (chosen !== null && ref === chosen.target);
  }

  /** The view that shows everybody; the drawing is stretched so that a wide window or a high one is filled. */
  protected whole(): MapView {
    const margin = this.width < 600 ? { left: 44, top: 52, right: 44, bottom: 62 } : { left: 84, top: 98, right: 104, bottom: 66 };
    const box = boxAround(this.data.actors.length ? this.data.actors : [{ x: 0, y: 0 }]);
    const room = (this.width - margin.left - margin.right) / Math.max(this.height - margin.top - margin.bottom, 1);
    const shape = Math.max(box.right - box.left, 1) / Math.max(box.bottom - box.top, 1);
    this.stretch = Math.min(Math.max(room / shape, LEAST_STRETCH), MOST_STRETCH);
    const view = viewOf({ ...box, left: box.left * this.stretch, right: box.right * this.stretch }, this.width, this.height, margin);
    this.wholeScale = view.k;
    return view;
  }

  /** The view that has a place in the window, moved no more than needed. */
  protected viewWith({ x, y }: Spot): MapView | undefined {
    const [left, top] = [x + this.view.x, y + this.view.y];
    const across = left < 50 ? 50 - left : left > this.width - 50 ? this.width - 50 - left : 0;
    const down = top < 70 ? 70 - top : top > this.height - 60 ? this.height - 60 - top : 0;
    return across || down ? { ...this.view, x: this.view.x + across, y: this.view.y + down } : undefined;
  }

  /** Who has the keyboard's one stop, when `ref` would like it. */
  protected stopOf(ref: string): string {
    if (this.parts.has(ref)) return ref;
    const hub = this.data.actors.find((actor) => actor.hub) ?? this.data.actors[0];
    const chosen = this.choice?.actor ?? "";
    return this.parts.has(chosen) ? chosen : (hub?.ref ?? "");
  }

  protected curveOf(tie: MapTie): Curve | undefined {
    const one = this.parts.get(tie.one);
    const other = this.parts.get(tie.other);
    return one && other && curveBetween(one, other, this.data.directed ? tie.way : 0);
  }

  /** The choice, unless a filter hides it just now. */
  protected get chosenHere(): Choice | null {
    return this.choice && this.parts.has(this.choice.actor) ? this.choice : null;
  }

  /** Whether some of the map is in ink and the rest is not. */
  protected get isSingling(): boolean {
    return this.chosenHere !== null || this.shown.size > 0;
  }

  /** Which ties the choice keeps in ink. */
  protected isLit({ one, other }: MapTie): boolean {
    const chosen = this.chosenHere;
    if (!chosen) return this.shown.size > 0 && (this.shown.has(`${one}~${other}`) || this.shown.has(`${other}~${one}`));
    const { actor, target } = chosen;
    return target ? [one, other].includes(actor) && [one, other].includes(target) : one === actor || other === actor;
  }

  /** Which actors it keeps in ink, the neighbours among them. */
  protected inInk(): Set<string> {
    const chosen = this.chosenHere;
    const near = new Set(chosen ? [chosen.actor, chosen.target ?? ""] : this.shown);
    if (this.isSingling) for (const tie of this.data.ties) if (this.isLit(tie)) near.add(tie.one).add(tie.other);
    return near;
  }

  /** The window as the drawing's own pixels. */
  protected get window(): Box {
    const { x, y } = this.view;
    return { left: 4 - x, top: 4 - y, right: this.width - 4 - x, bottom: this.height - 4 - y };
  }

  /** What lies over the drawing in the window: search and tools. */
  protected covered(): Box[] {
    const here = this.root.getBoundingClientRect();
    const [x, y] = [here.left + this.view.x, here.top + this.view.y];
    return [...(this.root.closest("area-map")?.querySelectorAll(".map-search, .map-tools") ?? [])].map((over) => {
      const { left, top, right, bottom } = over.getBoundingClientRect();
      return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
    });
  }
}
