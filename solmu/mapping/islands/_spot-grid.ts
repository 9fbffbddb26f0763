// Who stands near a place among thousands: a grid of squares, each with the actors that stand in it.
import type { Spot } from "../../web/map";
import type { Box, Point } from "./_geometry";

const SQUARE = 64;
const FAR = 100_000; // more squares than a map is high, so that every square has a number of its own

export class SpotGrid {
  private squares = new Map<number, Spot[]>();
  private largest = 0;

  constructor(spots: Iterable<Spot>) {
    for (const spot of spots) {
      const key = Math.floor(spot.x / SQUARE) * FAR + Math.floor(spot.y / SQUARE);
      const here = this.squares.get(key);
      if (here) here.push(spot);
      else this.squares.set(key, [spot]);
      this.largest = Math.max(this.largest, spot.r);
    }
  }

  /** Those whose middle is in a box. */
  within({ left, top, right, bottom }: Box): Spot[] {
    const found: Spot[] = [];
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
      for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++)
        for (const spot of this.squares.get(x * FAR + y) ?? []) if (spot.x >= left && spot.x <= right && spot.y >= top && spot.y <= bottom) found.push(spot);
    return found;
  }

  /** The one whose edge is nearest to a place; `reach` tells how far from a shape's middle it still counts, at least. */
  nearest([x, y]: Point, reach: number, beyond: number): Spot | undefined {
    const far = Math.max(reach, this.largest + beyond);
    let [best, least] = [undefined as Spot | undefined, Infinity];
    for (const spot of this.within({ left: x - far, top: y - far, right: x + far, bottom: y + far })) {
      const away = Math.hypot(spot.x - x, spot.y - y);
      if (away > Math.max(reach, spot.r + beyond) || away - spot.r >= least) continue;
      [best, least] = [spot, away - spot.r];
    }
    return best;
  }
}
