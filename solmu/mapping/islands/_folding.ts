// A large map begins with its communities: each is one shape until the reader opens it, and its ties are summed.
import type { Ground, MapActor, MapCommunity, MapData, MapFolds, MapTie } from "../../web/map";

const HEAD = 13; // radius of the shape by which an opened community is closed again
const SMALLEST = 14;
const LARGEST = 52;

export class Folding {
  /** Which communities are opened. */
  readonly open = new Set<string>();
  /** Whether all actors are shown where they stand on the map of sectors. */
  flat = false;

  /** Whether a ref names a community. */
  has(folds: MapFolds | undefined, ref: string): boolean {
    return Boolean(folds?.communities.some((one) => one.ref === ref));
  }

  /** Open or close a community; tell whether it is open now. */
  toggle(ref: string): boolean {
    if (!this.open.delete(ref)) this.open.add(ref);
    return this.open.has(ref);
  }

  /** Make sure that somebody can be seen. */
  reveal(data: MapData, ref: string): void {
    const home = data.folds?.homes.get(ref);
    if (home && !this.flat) this.open.add(home.community);
  }

  /** The map with its closed communities in place of their members. */
  folded(data: MapData): MapData {
    const { folds } = data;
    if (!folds || this.flat) return data;
    const members = new Map<string, MapActor[]>(folds.communities.map(({ ref }) => [ref, []]));
    for (const actor of data.actors) members.get(folds.homes.get(actor.ref)?.community ?? "")?.push(actor);
    const actors: MapActor[] = [];
    const grounds: Ground[] = [];
    for (const one of folds.communities) {
      const inside = members.get(one.ref) ?? [];
      if (!inside.length) continue;
      const isOpen = this.open.has(one.ref);
      actors.push(shapeOf(one, inside, isOpen));
      if (!isOpen) continue;
      grounds.push({ ref: one.ref, name: one.name, x: one.x, y: one.y, r: one.r });
      actors.push(...inside.map((actor) => ({ ...actor, ...placeOf(folds, actor.ref) })));
    }
    const ties = this.summed(data.ties, folds);
    const met = new Map<string, number>();
    for (const { one, other } of ties) for (const ref of [one, other]) met.set(ref, (met.get(ref) ?? 0) + 1);
    for (const actor of actors) if (actor.kind === "community") actor.ties = met.get(actor.ref) ?? 0;
    return { ...data, width: folds.width, height: folds.height, actors, ties, grounds };
  }

  /** Ties between what is shown: those of actors as they are, those of closed communities added up. */
  private summed(ties: MapTie[], folds: MapFolds): MapTie[] {
    const shownAs = (ref: string) => {
      const community = folds.homes.get(ref)?.community ?? "";
      return this.open.has(community) ? ref : community;
    };
    const sums = new Map<string, MapTie>();
    const plain: MapTie[] = [];
    for (const tie of ties) {
      const [one, other] = [shownAs(tie.one), shownAs(tie.other)];
      if (one === tie.one && other === tie.other) plain.push(tie);
      if (one === other || (one === tie.one && other === tie.other) || tie.status !== "existing") continue;
      const [first, second] = one < other ? [one, other] : [other, one];
      const way = one < other ? tie.way : turned(tie.way);
      const sum = sums.get(`${first}~${second}`);
      if (!sum) sums.set(`${first}~${second}`, { ...tie, one: first, other: second, way, ways: {}, notes: 0, people: false, count: 1 });
      else Object.assign(sum, { way: sum.way | way, count: (sum.count ?? 0) + 1 });
    }
    return [...sums.values(), ...plain];
  }
}

function turned(way: MapTie["way"]): MapTie["way"] {
  return way === 1 ? 2 : way === 2 ? 1 : way;
}

function placeOf(folds: MapFolds, ref: string): { x: number; y: number } {
  const { x, y } = folds.homes.get(ref) ?? { x: 0, y: 0 };
  return { x, y };
}

function shapeOf({ ref, name, lines, x, y, r }: MapCommunity, inside: MapActor[], opened: boolean): MapActor {
  const shares: Record<string, number> = {};
  for (const { sector } of inside) shares[sector || "unknown"] = (shares[sector || "unknown"] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(shares).sort((a, b) => b[1] - a[1]));
  return {
    ...{ ref, name, lines, kind: "community", sector: "", place: "", hub: false, pinned: false, asked: false, ties: 0, folded: inside.length },
    ...{ shares: sorted, opened, x, y: opened ? y - r : y, reach: opened ? Infinity : r },
    r: opened ? HEAD : Math.min(SMALLEST + 1.15 * Math.sqrt(inside.length), LARGEST),
  };
}
