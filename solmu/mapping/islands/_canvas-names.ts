// Which names a large map shows: the most important of every square, the same ones however the map is panned.
import type { MapActor, Spot } from "../../web/map";
import type { Box } from "./_geometry";
import { boxOf, placeLabels, Taken, widthOf, type Placed } from "./_labels";
import { SpotGrid } from "./_spot-grid";
import { lineHeight, linesOf } from "./_svg-parts";

const WIDE = 240;
const HIGH = 120;
const FAR = 100_000;
const MOST = 6; // names in a square
const MOST_CROWDED = 2;
const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

export interface Name {
  actor: MapActor;
  lines: string[];
  at: Placed;
}

export class Names {
  readonly placed = new Map<string, Name>();
  private readonly done = new Set<number>();

  /** Begin for one scale and choice. `crowded`: shapes stand so close that names lie over them; `within`: where none is cut off. */
  constructor(
    private readonly grid: SpotGrid,
    private readonly rank: (actor: MapActor) => number,
    private readonly must: (ref: string) => boolean,
    private readonly crowded: boolean,
    private readonly taken = new Taken(),
    private readonly within: Box = EVERYWHERE,
  ) {}

  /** Name who is first in each square of a part of the map; squares that were named before stay as they are. */
  fill(part: Box, first: Iterable<Spot> = []): void {
    const fresh = this.freshSquares(part);
    const wanted = new Map([...first].map((spot) => [spot.actor.ref, spot]));
    for (const box of fresh) {
      const here = this.grid.within(box);
      if (!this.crowded) for (const { x, y, r } of here) this.taken.add(boxOf(x, y, r));
      const best = here.map((spot) => ({ spot, rank: this.rank(spot.actor) })).sort((a, b) => b.rank - a.rank || (a.spot.actor.ref < b.spot.actor.ref ? -1 : 1));
      for (const { spot } of best.slice(0, this.crowded ? MOST_CROWDED : MOST)) wanted.set(spot.actor.ref, spot);
    }
    const spots = [...wanted.values()].filter(({ actor }) => !this.placed.has(actor.ref));
    const placed = placeLabels(spots.map((spot) => this.wish(spot)), this.taken, this.within);
    for (const { actor } of spots) {
      const at = placed.get(actor.ref);
      if (at) this.placed.set(actor.ref, { actor, lines: linesOf(actor, true), at });
    }
  }

  private wish(spot: Spot): Parameters<typeof placeLabels>[0][number] {
    const { actor } = spot;
    const lines = linesOf(actor, true);
    const rank = this.rank(actor);
    return {
      ...{ ref: actor.ref, x: spot.x, y: spot.y, r: spot.r + 1, rank },
      width: widthOf(actor, lines) + 2,
      height: lines.length * lineHeight(spot) + 1,
      must: this.must(actor.ref),
      slack: actor.r > 14 && !this.crowded ? 150 : 0,
    };
  }

  private freshSquares({ left, top, right, bottom }: Box): Box[] {
    const found: Box[] = [];
    for (let x = Math.floor(left / WIDE); x <= Math.floor(right / WIDE); x++)
      for (let y = Math.floor(top / HIGH); y <= Math.floor(bottom / HIGH); y++) {
        if (this.done.has(x * FAR + y)) continue;
        this.done.add(x * FAR + y);
        found.push({ left: x * WIDE, top: y * HIGH, right: (x + 1) * WIDE - 0.001, bottom: (y + 1) * HIGH - 0.001 });
      }
    return found;
  }
}
