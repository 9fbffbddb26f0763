// Where names go, so that none lies on another: the more important find room first, the rest wait until asked for.
import type { MapActor } from "../../web/map";
import type { Box, Point } from "./_geometry";

/** One name that wants to stand by its shape, though so many pixels of it (`slack`) lie on others; `must` ones are placed anyhow. */
export interface Wanted {
  ref: string;
  x: number;
  y: number;
  r: number;
  width: number;
  height: number;
  rank: number;
  must: boolean;
  slack?: number;
}

/** Where the first line of a name stands, and where its text begins: `middle`, `start` or `end`. */
export interface Placed {
  x: number;
  y: number;
  anchor: "middle" | "start" | "end";
}

const SQUARE = 64;
const FAR = 100_000; // more squares than a map is high, so that every square has a number of its own
const GAP = 4;

/** What is taken on the map, in squares, so that a question looks at a few boxes only. */
export class Taken {
  private squares = new Map<number, Box[]>();

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const boxes = this.squares.get(key);
      if (boxes) boxes.push(box);
      else this.squares.set(key, [box]);
    }
  }

  /** How many pixels of `box` are taken, summed over what takes them. */
  overlap(box: Box): number {
    const seen = new Set<Box>();
    let area = 0;
    for (const key of this.keys(box)) {
      for (const other of this.squares.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 0 && down > 0) area += across * down;
      }
    }
    return area;
  }

  private *keys({ left, top, right, bottom }: Box): Iterable<number> {
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
      for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) yield x * FAR + y;
  }
}

export function boxOf(x: number, y: number, r: number): Box {
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}

interface Try {
  box: Box;
  placed: Placed;
}

/** Below, above, beside and askew of a shape, in the order in which people look for a name. */
function tries({ x, y, r, width, height }: Wanted): Try[] {
  const half = width / 2;
  const line = 11; // from the top of a line to where its letters stand
  const at = (left: number, top: number, anchor: Placed["anchor"]): Try => ({
    box: { left, top, right: left + width, bottom: top + height },
    placed: { x: anchor === "middle" ? left + half : anchor === "start" ? left : left + width, y: top + line, anchor },
  });
  return [
    at(x - half, y + r + GAP, "middle"),
    at(x - half, y - r - GAP - height, "middle"),
    at(x + r + GAP + 2, y - height / 2, "start"),
    at(x - r - GAP - 2 - width, y - height / 2, "end"),
    at(x - half, y + r + GAP + 7, "middle"),
    at(x + r * 0.7, y + r * 0.7, "start"),
    at(x + r * 0.7, y - r * 0.7 - height, "start"),
    at(x - r * 0.7 - width, y + r * 0.7, "end"),
    at(x - r * 0.7 - width, y - r * 0.7 - height, "end"),
  ];
}

/** How many pixels of a name would be cut off at the sides. */
function beyond(box: Box, within: Box): number {
  const across = Math.max(0, within.left - box.left) + Math.max(0, box.right - within.right);
  const down = Math.max(0, within.top - box.top) + Math.max(0, box.bottom - within.bottom);
  return across * (box.bottom - box.top) + down * (box.right - box.left);
}

/** Find a place for each name, the highest rank first; those without room are missing from the answer.
 * Names stay `within` a box as long as their shapes do. */
export function placeLabels(wanted: Wanted[], taken: Taken, within: Box): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const one of [...wanted].sort((a, b) => Number(b.must) - Number(a.must) || b.rank - a.rank)) {
    const options = tries(one).map((option) => ({ ...option, cost: taken.overlap(option.box) + beyond(option.box, within) }));
    const best = options.find(({ cost }) => cost <= 2) ?? options.reduce((a, b) => (b.cost < a.cost ? b : a));
    if (!one.must && best.cost > Math.max(2, one.slack ?? 0)) continue;
    taken.add(best.box);
    found.set(one.ref, best.placed);
  }
  return found;
}

/** Points along an outline, close enough for a name to stand at any of them. */
function along(corners: Point[]): Point[] {
  return corners.flatMap((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner;
    const steps = Math.max(1, Math.round(Math.hypot(next[0] - corner[0], next[1] - corner[1]) / 14));
    return Array.from({ length: steps }, (_, step): Point => [
      corner[0] + ((next[0] - corner[0]) * step) / steps,
      corner[1] + ((next[1] - corner[1]) * step) / steps,
    ]);
  });
}

/** Find for a sector's name a place along the outside of its hull, away from the map's middle. */
export function placeHullLabel(corners: Point[], { width, height }: { width: number; height: number }, middle: Point, taken: Taken, window: Box): Point {
  const centre: Point = [
    corners.reduce((sum, [x]) => sum + x, 0) / corners.length,
    corners.reduce((sum, [, y]) => sum + y, 0) / corners.length,
  ];
  const outwards = centre[1] <= middle[1] ? -1 : 1;
  let best: Point = centre;
  let least = Infinity;
  for (const [x, y] of along(corners)) {
    const up = y < centre[1] ? -1 : 1;
    for (const shift of [0, -0.35, 0.35]) {
      const at: Point = [x + shift * width, y + up * 7 + (up > 0 ? height - 3 : 0)];
      const box = { left: at[0] - width / 2, top: at[1] - height, right: at[0] + width / 2, bottom: at[1] };
      const aside = Math.abs(x - centre[0]) / 40;
      const cost = taken.overlap(box) + Math.min(beyond(box, window), 4000) / 2 + (up === outwards ? 0 : 60) + aside + Math.abs(shift) * 3;
      if (cost < least) [least, best] = [cost, at];
    }
  }
  taken.add({ left: best[0] - width / 2, top: best[1] - height, right: best[0] + width / 2, bottom: best[1] });
  return best;
}

const TEXT = "Atkinson Hyperlegible Next Variable";

/** How an actor's name is set: the one in the middle largest, the greater ones bold. */
export function fontOf({ hub, r }: MapActor): string {
  return hub ? "700 17px Bricolage Grotesque Variable" : r > 14 ? `700 14px ${TEXT}` : `550 12.5px ${TEXT}`;
}

/** How many pixels a name is wide with all its lines. */
export function widthOf(actor: MapActor, lines: string[]): number {
  return Math.max(...lines.map((line) => textWidth(line, fontOf(actor))));
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
