// How the pieces of a map are put on a canvas: shapes, lines, communities, grounds and names, as the styles have them in SVG.
import type { Ground, MapActor, MapTie, Spot } from "../../web/map";
import { cornersOf } from "../../web/shapes";
import type { Curve, Point } from "./_geometry";
import type { Inks } from "./_inks";
import { fontOf } from "./_labels";
import type { Name } from "./_canvas-names";
import { KNOT, lineHeight, lineOf } from "./_svg-parts";

type Pen = CanvasRenderingContext2D;
export type Tone = "plain" | "faded" | "lit";

interface Line {
  width: number;
  dash: number[];
  round: boolean;
}

const LINES: Record<string, Line> = {
  "4": { width: 2.8, dash: [], round: false },
  "3": { width: 2, dash: [], round: false },
  "2": { width: 1.3, dash: [], round: false },
  "1": { width: 1, dash: [6, 5], round: false },
  unknown: { width: 1.3, dash: [], round: false },
  people: { width: 3.2, dash: [], round: false },
  wished: { width: 2, dash: [0.5, 5], round: true },
  possible: { width: 2, dash: [0.5, 5], round: true },
};
const AT_ONCE = 400; // lines in one path: a longer one takes ever longer to paint
const AIRY = 0.5; // of the ground may be covered by lines
const SMALLEST_RING = 12;
const HEAD = 8;
const TINY = 3.2; // radius under which a shape is a dot

/** The lines of one look, gathered so that they are painted together; the thinnest first. */
export function looksOf(ties: MapTie[]): Map<string, MapTie[]> {
  const found = new Map<string, MapTie[]>();
  const most = ties.reduce((most, { count }) => Math.max(most, count ?? 0), 1);
  for (const tie of ties) {
    const look = tie.count ? `sum${widthOfSum(tie.count / most)}` : lineOf(tie);
    const same = found.get(look);
    if (same) same.push(tie);
    else found.set(look, [tie]);
  }
  return new Map([...found].sort(([a], [b]) => lineAs(a).width - lineAs(b).width));
}

/** How wide a line is that stands for a share of the ties that the strongest one stands for. */
function widthOfSum(share: number): number {
  return 0.5 + Math.round(share ** 1.3 * 11) / 2;
}

function lineAs(look: string): Line {
  return LINES[look] ?? { width: Number(look.slice(3)), dash: [], round: false };
}

/** How much thinner lines are where they would cover the ground: of 1 at most, so that what stands among them is seen. */
export function thinnedFor(ends: [Spot, Spot][], area: number): number {
  const covered = ends.reduce((sum, [one, other]) => sum + Math.hypot(one.x - other.x, one.y - other.y) * 1.7, 0);
  return Math.min(1, (AIRY * area) / (covered || 1));
}

function take(pen: Pen, look: string, inks: Inks, tone: Tone, thin: number): Line {
  const line = lineAs(look);
  // thinner at first, then paler: under half a pixel a line is only a paler one
  const narrow = Math.max(thin ** 0.5, 0.4);
  const pale = look in LINES ? Math.max(thin / narrow, 0.16) : (Math.max(thin / narrow, 0.06) * (line.width + 0.5)) / 4;
  pen.globalAlpha = tone === "lit" ? 1 : Math.min(1, pale);
  const wished = look === "wished";
  pen.strokeStyle = wished ? inks.wish : tone === "lit" ? inks.ink : tone === "faded" ? inks.tieFaded : inks.tie;
  pen.lineWidth = line.width * narrow;
  pen.lineCap = line.round ? "round" : "butt";
  pen.setLineDash(thin < 0.5 ? [] : line.dash);
  return line;
}

/** Paint lines of one look as curves with their arrows; whoever calls may rest between two answers. */
export function* paintCurves(pen: Pen, look: string, curves: { tie: MapTie; curve: Curve }[], inks: Inks, tone: Tone, arrows: boolean, thin = 1): Generator<void> {
  for (let from = 0; from < curves.length; from += AT_ONCE) {
    const some = curves.slice(from, from + AT_ONCE);
    take(pen, look, inks, tone, thin);
    pen.beginPath();
    for (const { curve } of some) {
      pen.moveTo(...curve.start);
      pen.quadraticCurveTo(...curve.bend, ...curve.end);
    }
    pen.stroke();
    pen.setLineDash([]);
    if (look === "people") {
      pen.strokeStyle = inks.surface;
      pen.lineWidth = 1.6;
      pen.stroke();
    }
    if (arrows) paintHeads(pen, look, some, inks, tone);
    pen.globalAlpha = 1;
    yield;
  }
}

function paintHeads(pen: Pen, look: string, curves: { tie: MapTie; curve: Curve }[], inks: Inks, tone: Tone): void {
  pen.fillStyle = look === "wished" ? inks.wish : tone === "lit" ? inks.ink : tone === "faded" ? inks.tieFaded : inks.tie;
  pen.beginPath();
  for (const { tie, curve } of curves) {
    if (tie.way & 1) head(pen, curve.bend, curve.end);
    if (tie.way & 2) head(pen, curve.bend, curve.start);
  }
  pen.fill();
}

function head(pen: Pen, from: Point, to: Point): void {
  const turn = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const [along, aside] = [Math.cos(turn), Math.sin(turn)];
  const point = (ahead: number, out: number): Point => [to[0] + along * ahead - aside * out, to[1] + aside * ahead + along * out];
  pen.moveTo(...point(HEAD * 0.35, 0));
  pen.lineTo(...point(-HEAD * 0.55, HEAD * 0.45));
  pen.lineTo(...point(-HEAD * 0.55, -HEAD * 0.45));
  pen.closePath();
}

/** Paint lines of one look straight and thin: thousands of them show where there is much, not which is which. */
export function* paintStraight(pen: Pen, look: string, ends: [Spot, Spot][], inks: Inks, thin: number): Generator<void> {
  for (let from = 0; from < ends.length; from += AT_ONCE) {
    take(pen, look, inks, "plain", thin);
    pen.beginPath();
    for (const [one, other] of ends.slice(from, from + AT_ONCE)) {
      pen.moveTo(one.x, one.y);
      pen.lineTo(other.x, other.y);
    }
    pen.stroke();
    pen.globalAlpha = 1;
    yield;
  }
  pen.setLineDash([]);
}

/** Paint the shapes of one sector. */
export function* paintShapes(pen: Pen, sector: string, spots: Spot[], inks: Inks): Generator<void> {
  const colour = inks.sectors[sector] ?? inks.ink3;
  for (let from = 0; from < spots.length; from += AT_ONCE) {
    const some = spots.slice(from, from + AT_ONCE);
    for (const people of [false, true]) {
      const these = some.filter(({ actor }) => (actor.kind === "person") === people);
      if (!these.length) continue;
      pen.beginPath();
      for (const spot of these) outline(pen, sector, spot);
      pen.lineJoin = "round";
      pen.lineWidth = people ? 2.2 : 2;
      pen.strokeStyle = people ? colour : inks.surface;
      pen.fillStyle = people ? inks.surface : colour;
      if ((these[0]?.r ?? 0) > TINY) pen.stroke();
      pen.fill();
      if (people) pen.stroke();
    }
    for (const spot of some) if (spot.actor.hub) paintKnot(pen, spot, inks);
    yield;
  }
}

function outline(pen: Pen, sector: string, { x, y, r }: Spot): void {
  const corners = r > TINY ? cornersOf(sector, r) : undefined;
  if (!corners) {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([across, down], at) => (at ? pen.lineTo(x + across, y + down) : pen.moveTo(x + across, y + down)));
  pen.closePath();
}

function paintKnot(pen: Pen, { x, y, r }: Spot, inks: Inks): void {
  pen.save();
  pen.translate(x - r * 0.62, y - r * 0.62);
  pen.scale((r * 1.24) / 40, (r * 1.24) / 40);
  pen.strokeStyle = inks.surface;
  pen.lineWidth = 3.4;
  pen.lineCap = "round";
  pen.stroke(new Path2D(KNOT));
  pen.restore();
}

/** Paint a community: a ring in the colours of its members' sectors, how many they are inside. */
export function paintCommunity(pen: Pen, { actor, x, y, r }: Spot, inks: Inks): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = inks.surface;
  pen.fill();
  const whole = Object.values(actor.shares ?? {}).reduce((sum, count) => sum + count, 0) || 1;
  let from = -Math.PI / 2;
  pen.lineWidth = Math.max(4, r * 0.24);
  for (const [sector, count] of Object.entries(actor.shares ?? {})) {
    const to = from + (count / whole) * 2 * Math.PI;
    pen.beginPath();
    pen.arc(x, y, r - pen.lineWidth / 2, from, to);
    pen.strokeStyle = inks.sectors[sector] ?? inks.ink3;
    pen.stroke();
    from = to;
  }
  pen.fillStyle = inks.ink;
  pen.font = `700 ${r > 20 ? 14 : 12}px Atkinson Hyperlegible Next Variable`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(actor.opened ? "–" : String(actor.folded), x, y + 0.5);
  pen.textBaseline = "alphabetic";
}

/** Paint the round ground that an opened community's members stand on. */
export function paintGround(pen: Pen, { x, y, r }: Ground, wide: number, inks: Inks): void {
  pen.beginPath();
  pen.ellipse(x, y, r * wide, r, 0, 0, 2 * Math.PI);
  fillGround(pen, inks.ink3, inks);
}

/** Paint the ground of a sector. */
export function paintHull(pen: Pen, corners: Point[], colour: string, inks: Inks): void {
  pen.beginPath();
  corners.forEach((corner, at) => (at ? pen.lineTo(...corner) : pen.moveTo(...corner)));
  pen.closePath();
  fillGround(pen, colour, inks);
}

function fillGround(pen: Pen, colour: string, inks: Inks): void {
  pen.globalAlpha = inks.hull;
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = inks.hullLine;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
  pen.globalAlpha = 1;
}

/** Write a name with the paper's colour around it, so that it stays legible on lines. */
export function paintName(pen: Pen, { actor, lines, at }: Name, inks: Inks, tone: Tone): void {
  pen.font = fontOf(actor);
  pen.textAlign = at.anchor === "middle" ? "center" : at.anchor;
  write(pen, lines, at.x, at.y, lineHeight({ actor, x: 0, y: 0, r: 0 }), tone === "faded" ? inks.ink2 : inks.ink, inks);
}

export function paintHullName(pen: Pen, name: string, [x, y]: Point, colour: string, inks: Inks): void {
  pen.font = "650 13px Bricolage Grotesque Variable";
  pen.textAlign = "center";
  write(pen, [name], x, y, 0, colour, inks);
}

function write(pen: Pen, lines: string[], x: number, y: number, step: number, colour: string, inks: Inks): void {
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = inks.surface;
  pen.fillStyle = colour;
  lines.forEach((line, at) => pen.strokeText(line, x, y + at * step));
  lines.forEach((line, at) => pen.fillText(line, x, y + at * step));
}

/** Paint the ring around a chosen one, or around one that is aimed at. */
export function paintHalo(pen: Pen, { x, y, r }: Spot, colour: string): void {
  pen.beginPath();
  pen.arc(x, y, r + 6, 0, 2 * Math.PI);
  pen.strokeStyle = colour;
  pen.lineWidth = 3;
  pen.stroke();
}

/** Paint how many notes a tie has, or that people carry it. */
export function paintMark(pen: Pen, [x, y]: Point, words: string, inks: Inks): void {
  pen.beginPath();
  pen.arc(x, y, words ? 9.5 : 8, 0, 2 * Math.PI);
  pen.fillStyle = inks.surface;
  pen.strokeStyle = inks.ink3;
  pen.lineWidth = 1.2;
  pen.fill();
  pen.stroke();
  pen.fillStyle = inks.ink;
  if (!words) {
    pen.fill(personAt(x, y));
    return;
  }
  pen.font = "700 10.5px Atkinson Hyperlegible Next Variable";
  pen.textAlign = "center";
  pen.fillText(words, x, y + 3.8);
}

function personAt(x: number, y: number): Path2D {
  const person = new Path2D();
  person.addPath(new Path2D("M0 -4.2a2.1 2.1 0 1 0 .01 0M-3.8 4.6a3.8 3.8 0 0 1 7.6 0z"), new DOMMatrix([1, 0, 0, 1, x, y]));
  return person;
}

/** How many units and people are folded into an actor, at its shoulder. */
export function paintFolded(pen: Pen, { actor, x, y, r }: Spot, inks: Inks): void {
  const text = `+${actor.folded}`;
  const wide = 15 + 6 * String(actor.folded).length;
  const [left, top] = [x + r * 0.72 + 6 - wide / 2, y - r * 0.72 - 12];
  pen.beginPath();
  pen.roundRect(left, top, wide, 16, 8);
  pen.fillStyle = inks.surface;
  pen.fill();
  pen.fillStyle = inks.ink3;
  pen.font = "650 10.5px Atkinson Hyperlegible Next Variable";
  pen.textAlign = "center";
  pen.fillText(text, left + wide / 2, top + 11.8);
}

/** How large an actor is drawn at a scale: as in SVG, but of thousands seen from far away each keeps to its own ground. */
export function radiusAt(actor: MapActor, k: number, size: number): number {
  if (actor.kind === "community") return Math.max(SMALLEST_RING, Math.min(actor.r * Math.max(size, 0.8), (actor.reach ?? Infinity) * k * 0.9));
  return Math.min(actor.r * size, Math.max(1.7, actor.r * k * 2.6));
}
