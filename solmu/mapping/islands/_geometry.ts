// The lines of a drawing: curves of ties, hulls of sectors, the next actor in a direction, the view that shows all.
// rules/picture.py reckons the same for still pictures; tests/data/geometry.json holds both to it.
import { polygonHull } from "d3-polygon";
import type { MapView, Way } from "../../web/map";

export type Point = [number, number];

export interface Circle {
  x: number;
  y: number;
  r: number;
}

export interface Curve {
  start: Point;
  bend: Point;
  end: Point;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const BEND = 0.09;
const GAP_AT_TAIL = 3;
const GAP_AT_HEAD = 6;
const CORNERS = 24;

function off(circle: Circle, towards: Point, gap: number): Point {
  const dx = towards[0] - circle.x;
  const dy = towards[1] - circle.y;
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(circle.r + gap, length);
  return [circle.x + (dx / length) * reach, circle.y + (dy / length) * reach];
}

/** Bend a tie a little, and keep it off both shapes; further off where an arrow ends. */
export function curveBetween(one: Circle, other: Circle, way: Way = 3): Curve {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const bend: Point = [(one.x + other.x) / 2 - dy * BEND, (one.y + other.y) / 2 + dx * BEND];
  return {
    start: off(one, bend, way & 2 ? GAP_AT_HEAD : GAP_AT_TAIL),
    bend,
    end: off(other, bend, way & 1 ? GAP_AT_HEAD : GAP_AT_TAIL),
  };
}

/** The point that lies a share of the way along a curve. */
export function pointAt({ start, bend, end }: Curve, share: number): Point {
  const left = 1 - share;
  const along = (axis: 0 | 1) => left * left * start[axis] + 2 * left * share * bend[axis] + share * share * end[axis];
  return [along(0), along(1)];
}

export function pathOf({ start, bend, end }: Curve): string {
  const said = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${said(start)}Q${said(bend)} ${said(end)}`;
}

/** The corners of the smallest convex shape that keeps `pad` around all circles. */
export function hullAround(circles: Circle[], pad: number): Point[] {
  const points = circles.flatMap(({ x, y, r }) =>
    Array.from({ length: CORNERS }, (_, step): Point => {
      const turn = (step * 2 * Math.PI) / CORNERS;
      return [x + Math.cos(turn) * (r + pad), y + Math.sin(turn) * (r + pad)];
    }),
  );
  return polygonHull(points) ?? points;
}

export function outlineOf(corners: Point[]): string {
  return `M${corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
}

const DIRECTIONS: Record<string, Point> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The way that an arrow key points, or nothing for another key. */
export function directionOf(key: string): Point | undefined {
  return DIRECTIONS[key];
}

/** The nearest of `others` in a direction; one straight ahead counts as nearer than one aside. */
export function nearestTowards<Place extends { x: number; y: number }>(from: Place, others: Place[], [right, down]: Point): Place | undefined {
  let best: Place | undefined;
  let least = Infinity;
  for (const other of others) {
    const dx = other.x - from.x;
    const dy = other.y - from.y;
    const ahead = dx * right + dy * down;
    if (other === from || ahead <= 0) continue;
    const distance = ahead + 2.2 * Math.abs(dx * down - dy * right);
    if (distance < least) [least, best] = [distance, other];
  }
  return best;
}

/** The smallest box around places. */
export function boxAround(places: { x: number; y: number }[]): Box {
  const across = places.map(({ x }) => x);
  const down = places.map(({ y }) => y);
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

/** The view that shows the whole `box` in a window, `margin` pixels kept free on each side. */
export function viewOf(box: Box, width: number, height: number, margin: Box, most = 1.4): MapView {
  const across = Math.max(box.right - box.left, 1);
  const down = Math.max(box.bottom - box.top, 1);
  const k = Math.max(0.004, Math.min((width - margin.left - margin.right) / across, (height - margin.top - margin.bottom) / down, most));
  return {
    k,
    x: margin.left + (width - margin.left - margin.right - across * k) / 2 - box.left * k,
    y: margin.top + (height - margin.top - margin.bottom - down * k) / 2 - box.top * k,
  };
}

/** How large shapes are drawn at a scale: they shrink and grow more slowly than the distances. */
export function sizeAt(k: number): number {
  return k < 1 ? Math.max(0.62, Math.sqrt(k)) : Math.min(1.4, k ** 0.35);
}
