// The painted sheet: what lies on which canvas, when it is painted anew, and how it follows the view until then.
import { polygonHull } from "d3-polygon";
import type { MapData, MapTie, MapView, Spot } from "../../web/map";
import type { Name } from "./_canvas-names";
import { paintCommunity, paintCurves, paintFolded, paintGround, paintHalo, paintHull, paintHullName, paintMark, paintName, paintShapes, paintStraight, looksOf, thinnedFor, type Tone } from "./_canvas-pen";
import { hullAround, pointAt, sizeAt, type Box, type Curve, type Point } from "./_geometry";
import { inksAt, type Inks } from "./_inks";
import { placeHullLabel, Taken, textWidth } from "./_labels";
import type { SpotGrid } from "./_spot-grid";
import { lineOf, sectorName } from "./_svg-parts";

type Pen = CanvasRenderingContext2D;
type Painted = Pick<MapView, "x" | "y" | "k"> & { stretch: number; width: number; height: number; aside: number; above: number };

/** A map as it stands, for whoever paints it. */
export interface Scene {
  data: MapData;
  view: MapView;
  stretch: number;
  width: number;
  height: number;
  parts: ReadonlyMap<string, Spot>;
  ink: ReadonlySet<string>;
  isSingling: boolean;
  grid: SpotGrid;
  aimed: { ref: string; look: string } | undefined;
  names(part: Box, taken: () => Taken): Iterable<Name>;
  /** What lies over the map when it is named; the names stay though it is panned. */
  covered(): Box[];
  isLit(tie: MapTie): boolean;
  isChosen(ref: string): boolean;
  curveOf(tie: MapTie): Curve | undefined;
}

const MARGIN = 0.25; // of the window on each side is painted too, so that panning finds something there
const BUDGET = 8; // milliseconds of painting between two frames
const MOST_CURVES = 5000;
const ROUGH_LINES = 1500;
const MOST_MARKS = 800;
const MIDDLE_SECTOR = "ohjaamo";
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

export class Painting {
  /** The view as it is by now, which may have moved on while something was painted. */
  latest: MapView = { x: 0, y: 0, k: 1 };
  private shown = canvas("map-ground-paint");
  private next = canvas("map-ground-paint");
  private readonly over = canvas("map-ink-paint");
  private inks: Inks;
  private painted: Painted | undefined;
  private job: { view: MapView; stop: () => void } | undefined;
  private hulls: { of: MapData; sectors: Map<string, Spot[]> } | undefined;
  private strongest: { of: MapData; ties: MapTie[] } | undefined;
  private hullNames: { text: string; at: Point; colour: string }[] = [];

  constructor(
    private readonly sheet: HTMLElement,
    private readonly root: HTMLElement,
  ) {
    sheet.append(this.shown, this.over);
    this.inks = inksAt(root);
  }

  readTheme(): void {
    this.inks = inksAt(this.root);
  }

  /** Lay what is painted where the view is now; tell whether that will do until the reader rests. */
  follow(view: MapView): boolean {
    if (this.job && this.job.view.k !== view.k) this.job.stop();
    const { painted } = this;
    if (!painted) return false;
    const scale = view.k / painted.k;
    const [x, y] = [view.x - painted.x * scale, view.y - painted.y * scale];
    this.sheet.style.transform = scale === 1 && !x && !y ? "" : `translate(${x.toFixed(2)}px,${y.toFixed(2)}px) scale(${scale})`;
    const { width, height, aside, above } = painted;
    const isCovered = x - aside * scale <= 0 && y - above * scale <= 0 && x + (width + aside) * scale >= width && y + (height + above) * scale >= height;
    return isCovered && scale > 0.6 && scale < 1.9;
  }

  /** Paint anew: `fine` between frames, `rough` and `whole` at once, though of a heavy map the fine part follows. */
  paint(how: "rough" | "fine" | "whole", scene: Scene, done: () => void): void {
    this.job?.stop();
    const isHeavy = scene.data.ties.length > MOST_CURVES;
    const area = areaOf(scene);
    const rough = how === "rough" || (how === "whole" && isHeavy);
    const work = this.ground(this.next, scene, area, rough);
    const finish = () => {
      [this.shown, this.next] = [this.next, this.shown];
      this.next.replaceWith(this.shown);
      this.painted = area;
      this.inkOver(scene);
      done();
      this.follow(this.latest);
    };
    if (how !== "fine") {
      for (const _ of work) continue;
      finish();
      if (how === "whole" && isHeavy) this.paint("fine", scene, done);
      return;
    }
    let frame = 0;
    const go = () => {
      const until = performance.now() + BUDGET;
      while (performance.now() < until) {
        if (!work.next().done) continue;
        this.job = undefined;
        finish();
        return;
      }
      frame = requestAnimationFrame(go);
    };
    this.job = {
      view: scene.view,
      stop: () => {
        cancelAnimationFrame(frame);
        this.job = undefined;
      },
    };
    go();
  }

  /** Paint what changes with the choice: its ties and actors on top of all, the names, the rings. */
  inkOver(scene: Scene, moved?: string): void {
    this.shown.classList.toggle("faded", scene.isSingling);
    const { painted } = this;
    if (!painted || painted.k !== scene.view.k || painted.stretch !== scene.stretch) return;
    const pen = prepared(this.over, painted);
    if (!pen) return;
    const box = boxOf(painted);
    const inks = this.inks;
    const names = [...scene.names(box, () => this.hullsNamed(scene))];
    const isLit = (tie: MapTie) => (moved ? tie.one === moved || tie.other === moved : scene.isLit(tie));
    const lit = scene.isSingling || moved ? scene.data.ties.filter(isLit) : [];
    for (const [look, ties] of looksOf(lit)) {
      const curves = curvesOf(ties, scene);
      for (const _ of paintCurves(pen, look, curves, inks, "lit", scene.data.directed)) continue;
    }
    const bright = moved ? [moved] : scene.isSingling ? [...scene.ink] : [];
    const spots = bright.map((ref) => scene.parts.get(ref)).filter((spot) => spot !== undefined);
    for (const _ of paintAll(pen, spots, inks)) continue;
    paintMarks(pen, lit, scene, inks);
    for (const spot of spots) if (scene.isChosen(spot.actor.ref)) paintHalo(pen, spot, inks.accent);
    const aimed = scene.parts.get(scene.aimed?.ref ?? "");
    if (aimed) paintHalo(pen, aimed, inks.wish);
    for (const { text, at, colour } of this.hullNames) paintHullName(pen, text, at, colour, inks);
    for (const name of names) {
      const tone: Tone = scene.isSingling && !scene.ink.has(name.actor.ref) ? "faded" : "plain";
      const { x, y } = name.at;
      if (x > box.left - 200 && x < box.right + 200 && y > box.top - 60 && y < box.bottom + 60) paintName(pen, name, inks, tone);
    }
  }

  /** Paint the ground, the ties and the shapes of an area. */
  private *ground(onto: HTMLCanvasElement, scene: Scene, area: Painted, rough: boolean): Generator<void> {
    const pen = prepared(onto, area);
    if (!pen) return;
    const [box, inks] = [boxOf(area), this.inks];
    this.paintGrounds(pen, scene);
    yield;
    const seen = (rough ? this.strongestOf(scene.data) : scene.data.ties).filter((tie) => touches(tie, scene.parts, box));
    yield;
    const straight = rough || seen.length > MOST_CURVES;
    const thin = thinnedFor(endsOf(seen, scene.parts), (box.right - box.left) * (box.bottom - box.top));
    for (const [look, ties] of looksOf(seen)) {
      if (straight) yield* paintStraight(pen, look, endsOf(ties, scene.parts), inks, thin);
      else yield* paintCurves(pen, look, curvesOf(ties, scene), inks, "plain", scene.data.directed && thin > 0.6, thin);
    }
    const spots = scene.grid.within({ left: box.left - 50, top: box.top - 50, right: box.right + 50, bottom: box.bottom + 50 });
    yield* paintAll(pen, spots, inks);
    if (!rough) paintMarks(pen, seen, scene, inks);
    if (!rough && scene.view.k >= 0.75) for (const spot of spots) if (spot.actor.folded && spot.actor.kind !== "community") paintFolded(pen, spot, inks);
  }

  private paintGrounds(pen: Pen, scene: Scene): void {
    const { k } = scene.view;
    if (scene.data.grounds) {
      for (const { x, y, r, ...rest } of scene.data.grounds) paintGround(pen, { ...rest, x: x * k * scene.stretch, y: y * k, r: r * k + 14 }, scene.stretch, this.inks);
      return;
    }
    for (const [sector, spots] of this.hullsOf(scene)) paintHull(pen, hullAround(spots, padAt(k)), this.inks.sectors[sector] ?? this.inks.ink3, this.inks);
  }

  /** While the map moves, a part of its ties is enough: the strongest, kept for as long as the data is. */
  private strongestOf(data: MapData): MapTie[] {
    if (data.ties.length <= ROUGH_LINES) return data.ties;
    if (this.strongest?.of !== data) {
      const strength = (tie: MapTie) => tie.count ?? tie.frequency ?? 0;
      this.strongest = { of: data, ties: [...data.ties].sort((a, b) => strength(b) - strength(a)).slice(0, ROUGH_LINES) };
    }
    return this.strongest.ties;
  }

  /** For each sector those who stand at its edge; kept, for it takes long among thousands. */
  private hullsOf({ data, parts }: Scene): Map<string, Spot[]> {
    if (this.hulls?.of === data && this.hulls.sectors.size) return this.hulls.sectors;
    const members = new Map<string, Spot[]>();
    for (const part of parts.values()) {
      const { sector } = part.actor;
      if (!sector || sector === MIDDLE_SECTOR) continue;
      const same = members.get(sector);
      if (same) same.push(part);
      else members.set(sector, [part]);
    }
    for (const [sector, spots] of members) {
      const edge = new Set(polygonHull(spots.map(({ x, y }): Point => [x, y]))?.map(([x, y]) => `${x},${y}`));
      if (edge.size) members.set(sector, spots.filter(({ x, y }) => edge.has(`${x},${y}`)));
    }
    this.hulls = { of: data, sectors: members };
    return members;
  }

  /** Find room for the names of sectors, or of opened communities, before those of actors. */
  private hullsNamed(scene: Scene): Taken {
    const taken = new Taken();
    for (const box of scene.covered()) taken.add(box);
    const { data, view, stretch } = scene;
    this.hullNames = [];
    if (data.grounds) return taken;
    const middle: Point = [(data.width * stretch * view.k) / 2, (data.height * view.k) / 2];
    for (const [sector, spots] of this.hullsOf(scene)) {
      const text = sectorName(sector);
      const width = textWidth(text, "650 13px Bricolage Grotesque Variable");
      const [x, y] = placeHullLabel(hullAround(spots, padAt(view.k)), { width: width + 6, height: 16 }, middle, taken, EVERYWHERE);
      this.hullNames.push({ text, at: [x, y - 4], colour: this.inks.sectors[sector] ?? this.inks.ink });
    }
    return taken;
  }
}

function canvas(name: string): HTMLCanvasElement {
  const made = document.createElement("canvas");
  made.className = name;
  made.setAttribute("aria-hidden", "true");
  return made;
}

function areaOf({ view, stretch, width, height }: Scene): Painted {
  return { ...view, stretch, width, height, aside: Math.round(width * MARGIN), above: Math.round(height * MARGIN) };
}

/** What an area shows, in the drawing's own pixels. */
function boxOf({ x, y, width, height, aside, above }: Painted): Box {
  return { left: -x - aside, top: -y - above, right: -x + width + aside, bottom: -y + height + above };
}

/** An empty canvas of an area's size, its pen in the drawing's own pixels. */
function prepared(onto: HTMLCanvasElement, { x, y, width, height, aside, above }: Painted): Pen | null {
  const pen = globalThis.CanvasRenderingContext2D ? onto.getContext("2d") : null;
  if (!pen) return null;
  const sharp = Math.min(devicePixelRatio || 1, 3);
  const [wide, high] = [width + 2 * aside, height + 2 * above];
  onto.width = Math.round(wide * sharp);
  onto.height = Math.round(high * sharp);
  Object.assign(onto.style, { width: `${wide}px`, height: `${high}px`, left: `${-aside}px`, top: `${-above}px` });
  pen.setTransform(sharp, 0, 0, sharp, (x + aside) * sharp, (y + above) * sharp);
  return pen;
}

function touches({ one, other }: MapTie, parts: Scene["parts"], { left, top, right, bottom }: Box): boolean {
  const [a, b] = [parts.get(one), parts.get(other)];
  if (!a || !b) return false;
  return !((a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top) || (a.y > bottom && b.y > bottom));
}

function endsOf(ties: MapTie[], parts: Scene["parts"]): [Spot, Spot][] {
  return ties.map(({ one, other }) => [parts.get(one), parts.get(other)]).filter((ends): ends is [Spot, Spot] => Boolean(ends[0] && ends[1]));
}

function curvesOf(ties: MapTie[], scene: Scene): { tie: MapTie; curve: Curve }[] {
  return ties.map((tie) => ({ tie, curve: scene.curveOf(tie) })).filter((one): one is { tie: MapTie; curve: Curve } => one.curve !== undefined);
}

function* paintAll(pen: Pen, spots: Spot[], inks: Inks): Generator<void> {
  const bySector = new Map<string, Spot[]>();
  for (const spot of spots) {
    if (spot.actor.kind === "community") continue;
    const sector = spot.actor.sector || "unknown";
    const same = bySector.get(sector);
    if (same) same.push(spot);
    else bySector.set(sector, [spot]);
  }
  for (const [sector, same] of bySector) yield* paintShapes(pen, sector, same, inks);
  for (const spot of spots) if (spot.actor.kind === "community") paintCommunity(pen, spot, inks);
}

function paintMarks(pen: Pen, ties: MapTie[], scene: Scene, inks: Inks): void {
  if (scene.view.k < 0.55 || ties.length > MOST_MARKS) return;
  for (const tie of ties) {
    const people = lineOf(tie) === "people";
    const curve = tie.count || (!people && !tie.notes) ? undefined : scene.curveOf(tie);
    if (curve && people) paintMark(pen, pointAt(curve, 0.5), "", inks);
    if (curve && tie.notes) paintMark(pen, pointAt(curve, people ? 0.34 : 0.5), String(tie.notes), inks);
  }
}

function padAt(k: number): number {
  return 12 + 22 * sizeAt(k);
}

