// What a pointer does on the map: zoom and pan, choose, drag an actor to its place, draw a tie, ask for a new actor.
import { drag, type D3DragEvent } from "d3-drag";
import { pointer, select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import type { MapActor } from "../../web/map";
import type { Point } from "./_geometry";
import type { SvgMap } from "./_svg-map";
import { draw, type ActorPart } from "./_svg-parts";

/** What a member may do; without it the map is read only. */
export interface Hands {
  pin(actor: MapActor): void;
  addTie(source: string, target: string): void;
  addActor(at: Point): void;
}

type Dragging = D3DragEvent<SVGGElement, unknown, unknown>;

const LONG_PRESS = 600;
const CLOSER = 1.35;

export class Pointer {
  private zooming: ZoomBehavior<SVGSVGElement, unknown>;
  private handle = draw("g", { class: "map-handle", "aria-hidden": "true" }, draw("circle", { r: 14, class: "map-hit" }), draw("circle", { r: 10 }), draw("path", { d: "M-4 0H4M0 -4V4" }));
  private thread = draw("path", { class: "map-thread" });

  constructor(
    private readonly map: SvgMap,
    private readonly hands: Hands | undefined,
  ) {
    this.zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.15, 5])
      .clickDistance(4)
      .on("zoom", ({ transform: { x, y, k }, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (sourceEvent) this.map.setView({ x, y, k });
      });
    select(map.svg).call(this.zooming).on("dblclick.zoom", null);
    map.onView = ({ x, y, k }) => {
      // d3 keeps the view beside the element; it learns of a view that came from elsewhere
      Object.assign(map.svg, { __zoom: zoomIdentity.translate(x, y).scale(k) });
    };
    map.svg.addEventListener("click", (event) => this.choose(event));
    if (hands) this.armHands(hands);
  }

  /** Make the actors of new data draggable. */
  arm(): void {
    const { map, hands } = this;
    if (!hands) return;
    for (const part of map.parts.values()) select<SVGGElement, ActorPart>(part.group).datum(part);
    const groups = select(map.plane).selectAll<SVGGElement, ActorPart>(".map-actor");
    groups.on("pointerenter.handle", (_event, part) => this.offer(part));
    let moved = false;
    groups.call(
      drag<SVGGElement, ActorPart>()
        .container(() => map.plane)
        .filter((event: MouseEvent | TouchEvent, { group }) => mayDrag(event, group))
        .subject((_event, { x, y }) => ({ x, y }))
        .clickDistance(4)
        .on("start", () => {
          moved = false;
        })
        .on("drag", ({ x, y }: Dragging, { actor }) => {
          moved = true;
          const [across, down] = map.onCanvas([x, y]);
          map.move(actor.ref, clamp(across, map.data.width), clamp(down, map.data.height));
          this.handle.remove();
        })
        .on("end", (_event, { actor }) => {
          if (!moved) return;
          map.layOut();
          hands.pin(actor);
        }),
    );
  }

  /** Zoom around the middle of the window. */
  zoomBy(factor: number): void {
    const { x, y, k } = this.map.view;
    const next = Math.min(5, Math.max(0.15, k * factor));
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
    const part = this.map.parts.get(refOf(element) ?? "");
    if (part) this.offer(part);
  }

  /** Show at an actor the handle from which a tie is drawn. */
  offer(part: ActorPart): void {
    if (!this.hands) return;
    this.handle.setAttribute("transform", `translate(${(part.r + 14).toFixed(1)},0)`);
    part.group.append(this.handle);
  }

  private choose(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest(".map-handle")) return;
    const ref = refOf(target);
    const tie = target.closest<SVGElement>("[data-one]");
    // where a thumb's targets overlap, the nearest one is meant
    if (ref) this.map.onSelect({ actor: this.map.actorNear(pointer(event, this.map.plane))?.ref ?? ref });
    else if (tie?.dataset["one"] && tie.dataset["other"]) this.map.onSelect({ actor: tie.dataset["one"], target: tie.dataset["other"] });
    else if (!event.defaultPrevented) this.map.onSelect(null);
  }

  private armHands(hands: Hands): void {
    const { svg } = this.map;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed: Point = [0, 0];
    const isEmpty = (event: Event) => !(event.target as Element).closest(".map-actor, .map-tie-hit, .map-note");
    svg.addEventListener("dblclick", (event) => {
      if (isEmpty(event)) hands.addActor(this.map.onCanvas(pointer(event, this.map.plane)));
    });
    svg.addEventListener("pointerdown", (event) => {
      clearTimeout(timer);
      if (event.pointerType !== "touch" || !event.isPrimary || !isEmpty(event)) return;
      pressed = [event.clientX, event.clientY];
      const at = this.map.onCanvas(pointer(event, this.map.plane));
      timer = setTimeout(() => hands.addActor(at), LONG_PRESS);
    });
    svg.addEventListener("pointermove", (event) => {
      if (Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 8) clearTimeout(timer);
    });
    for (const over of ["pointerup", "pointercancel"]) svg.addEventListener(over, () => clearTimeout(timer));
    this.armHandle(hands);
  }

  private armHandle(hands: Hands): void {
    let source = "";
    select<SVGGElement, unknown>(this.handle).call(
      drag<SVGGElement, unknown>()
        .container(() => this.map.plane)
        .on("start", () => {
          source = this.handle.closest("[data-ref]")?.getAttribute("data-ref") ?? "";
          this.map.plane.append(this.thread);
        })
        .on("drag", ({ x, y }: Dragging) => {
          const from = this.map.parts.get(source);
          const over = this.map.actorNear([x, y]);
          if (from) this.thread.setAttribute("d", `M${from.x},${from.y}L${x},${y}`);
          for (const { actor, group } of this.map.parts.values()) group.classList.toggle("aimed", actor === over && actor.ref !== source);
        })
        .on("end", ({ x, y }: Dragging) => {
          this.thread.remove();
          this.thread.removeAttribute("d");
          for (const { group } of this.map.parts.values()) group.classList.remove("aimed");
          const target = this.map.actorNear([x, y])?.ref;
          if (source && target && target !== source) hands.addTie(source, target);
          else if (source && target === source) hands.addTie(source, "");
        }),
    );
  }
}

/** A finger drags only the chosen actor: on a small map every other touch is meant to move the map. */
function mayDrag(event: MouseEvent | TouchEvent, group: SVGGElement): boolean {
  if ((event.target as Element).closest(".map-handle")) return false;
  if ("touches" in event) return group.classList.contains("chosen");
  return !event.ctrlKey && !event.button;
}

function refOf(element: Element): string | undefined {
  return element.closest("[data-ref]")?.getAttribute("data-ref") ?? undefined;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
