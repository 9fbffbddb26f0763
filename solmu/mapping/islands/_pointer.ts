// What a pointer does on the map: zoom and pan, choose, drag an actor to its place, draw a tie, ask for a new actor.
import { drag, type D3DragEvent } from "d3-drag";
import { pointer, select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import type { Hit, MapActor, MapRenderer, Spot } from "../../web/map";
import type { Point } from "./_geometry";
import { draw } from "./_svg-parts";

/** What a member may do; without it the map is read only. */
export interface Hands {
  pin(actor: MapActor): void;
  addTie(source: string, target: string): void;
  addActor(at: Point): void;
}

type Root = HTMLElement | SVGSVGElement;
type Dragging = D3DragEvent<Root, unknown, Grabbed>;

/** An actor that the pointer holds, where it stands in the window. */
interface Grabbed {
  ref: string;
  x: number;
  y: number;
}

const LONG_PRESS = 600;
const CLOSER = 1.35;
const LEAVES = 40; // pixels from a shape at which its handle goes
const FARTHEST = 0.15;
const CLOSEST = 5;

export class Pointer {
  private zooming: ZoomBehavior<Root, unknown>;
  private handle = draw("g", { class: "map-handle", "aria-hidden": "true" }, draw("circle", { r: 14, class: "map-hit" }), draw("circle", { r: 10 }), draw("path", { d: "M-4 0H4M0 -4V4" }));
  private thread = draw("path", { class: "map-thread" });
  /** At whom the handle is shown. */
  private offered = "";

  constructor(
    private readonly map: MapRenderer,
    private readonly hands: Hands | undefined,
  ) {
    this.zooming = zoom<Root, unknown>()
      .clickDistance(4)
      .on("zoom", ({ transform: { x, y, k }, sourceEvent }: D3ZoomEvent<Root, unknown>) => {
        if (sourceEvent) this.map.setView({ x, y, k });
      });
    // the drag comes first: what it takes, zooming and panning leave alone
    if (hands) this.armDrag(hands);
    select<Root, unknown>(map.root).call(this.zooming).on("dblclick.zoom", null);
    map.onView = ({ x, y, k }) => {
      // d3 keeps the view beside the element; it learns of a view that came from elsewhere
      Object.assign(map.root, { __zoom: zoomIdentity.translate(x, y).scale(k) });
      this.zooming.scaleExtent([this.farthest, CLOSEST]);
      this.standHandle();
    };
    map.root.addEventListener("click", (event) => this.choose(event as MouseEvent));
    if (hands) this.armHands(hands);
  }

  /** A map of thousands is seen from further away than one of ten. */
  private get farthest(): number {
    return Math.min(FARTHEST, this.map.wholeScale * 0.7);
  }

  private hit(event: MouseEvent | PointerEvent): Hit {
    return this.map.hitAt(event.target as Element, pointer(event, this.map.plane));
  }

  private armDrag(hands: Hands): void {
    const { map } = this;
    let moved = false;
    select<Root, unknown>(map.root).call(
      drag<Root, unknown, Grabbed>()
        .filter((event: MouseEvent | TouchEvent) => !isHandle(event) && !event.ctrlKey && !("button" in event && event.button))
        .subject(({ x, y, sourceEvent }: Dragging) => this.grabbedAt(sourceEvent as MouseEvent | TouchEvent, [x, y]) as Grabbed)
        .clickDistance(4)
        .on("start", () => {
          moved = false;
        })
        .on("drag", ({ x, y, subject }: Dragging) => {
          moved = true;
          const [across, down] = map.onCanvas([x - map.view.x, y - map.view.y]);
          map.move(subject.ref, clamp(across, map.data.width), clamp(down, map.data.height));
          this.withdraw();
        })
        .on("end", ({ subject }: Dragging) => {
          const part = map.parts.get(subject.ref);
          if (!moved || !part) return;
          map.layOut();
          hands.pin(part.actor);
        }),
    );
    map.root.addEventListener("pointermove", (event) => this.followPointer(event as PointerEvent));
  }

  /** Let the handle stand at whom the pointer is on, and go when it has left. */
  private followPointer(event: PointerEvent): void {
    if (event.buttons || isHandle(event)) return;
    const [x, y] = pointer(event, this.map.plane);
    const part = this.map.parts.get(this.map.actorNear([x, y])?.ref ?? "");
    if (part && part.actor.ref !== this.offered) this.offer(part);
    const left = this.map.parts.get(this.offered);
    if (!part && left && Math.hypot(left.x - x, left.y - y) > left.r + LEAVES) this.withdraw();
  }

  /** Take the handle away. */
  withdraw(): void {
    this.offered = "";
    this.handle.remove();
  }

  /** A finger drags only the chosen actor: on a small map every other touch is meant to move the map. */
  private grabbedAt(event: MouseEvent | TouchEvent, [x, y]: Point): Grabbed | undefined {
    const { map } = this;
    const { view } = map;
    const hit = map.hitAt(event.target as Element, [x - view.x, y - view.y]);
    const part = hit?.target ? undefined : map.parts.get(hit?.actor ?? "");
    if (!part || part.actor.kind === "community" || ("touches" in event && !map.isChosen(part.actor.ref))) return undefined;
    return { ref: part.actor.ref, x: part.x + view.x, y: part.y + view.y };
  }

  /** Zoom around the middle of the window. */
  zoomBy(factor: number): void {
    const { x, y, k } = this.map.view;
    const next = Math.min(CLOSEST, Math.max(this.farthest, k * factor));
    const [across, down] = [this.map.width / 2, this.map.height / 2];
    this.map.setView({ k: next, x: across - ((across - x) / k) * next, y: down - ((down - y) / k) * next });
  }

  closer(): void {
    this.zoomBy(CLOSER);
  }

  farther(): void {
    this.zoomBy(1 / CLOSER);
  }

  /** The same for the actor that the keyboard is on. */
  offerAt(element: Element): void {
    const part = this.map.parts.get(element.closest<HTMLElement | SVGElement>("[data-ref]")?.dataset["ref"] ?? "");
    if (part) this.offer(part);
  }

  /** Show at an actor the handle from which a tie is drawn. */
  offer({ actor }: Spot): void {
    if (!this.hands || actor.kind === "community") return;
    this.offered = actor.ref;
    this.standHandle();
    this.map.plane.append(this.handle);
  }

  private standHandle(): void {
    const part = this.map.parts.get(this.offered);
    if (part) this.handle.setAttribute("transform", `translate(${(part.x + part.r + 14).toFixed(1)},${part.y.toFixed(1)})`);
    else this.handle.remove();
  }

  private choose(event: MouseEvent): void {
    if (isHandle(event)) return;
    const hit = this.hit(event);
    if (hit || !event.defaultPrevented) this.map.onSelect(hit);
  }

  private armHands(hands: Hands): void {
    const root = this.map.root as HTMLElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed: Point = [0, 0];
    const isEmpty = (event: MouseEvent) => !isHandle(event) && !this.hit(event);
    root.addEventListener("dblclick", (event) => {
      if (isEmpty(event)) hands.addActor(this.map.onCanvas(pointer(event, this.map.plane)));
    });
    root.addEventListener("pointerdown", (event) => {
      clearTimeout(timer);
      if (event.pointerType !== "touch" || !event.isPrimary || !isEmpty(event)) return;
      pressed = [event.clientX, event.clientY];
      const at = this.map.onCanvas(pointer(event, this.map.plane));
      timer = setTimeout(() => hands.addActor(at), LONG_PRESS);
    });
    root.addEventListener("pointermove", (event) => {
      if (Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 8) clearTimeout(timer);
    });
    for (const over of ["pointerup", "pointercancel"]) root.addEventListener(over, () => clearTimeout(timer));
    this.armHandle(hands);
  }

  private armHandle(hands: Hands): void {
    let source = "";
    select<SVGGElement, unknown>(this.handle).call(
      drag<SVGGElement, unknown>()
        .container(() => this.map.plane)
        .on("start", () => {
          source = this.offered;
          this.map.plane.append(this.thread);
        })
        .on("drag", ({ x, y }: D3DragEvent<SVGGElement, unknown, unknown>) => {
          const from = this.map.parts.get(source);
          const over = this.map.actorNear([x, y])?.ref;
          if (from) this.thread.setAttribute("d", `M${from.x},${from.y}L${x},${y}`);
          this.map.mark(over === source ? undefined : over, "aimed");
        })
        .on("end", ({ x, y }: D3DragEvent<SVGGElement, unknown, unknown>) => {
          this.thread.remove();
          this.thread.removeAttribute("d");
          this.map.mark(undefined, "aimed");
          const target = this.map.actorNear([x, y])?.ref;
          if (source && target && target !== source) hands.addTie(source, target);
          else if (source && target === source) hands.addTie(source, "");
        }),
    );
  }
}

function isHandle(event: Event): boolean {
  return (event.target as Element).closest(".map-handle") !== null;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
