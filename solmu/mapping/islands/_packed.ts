// Reads a map as the server sends it: as objects, or of hundreds and thousands as rows without names (rules/packing.py).
import type { MapActor, MapCommunity, MapData, MapTie, Way } from "../../web/map";

type ActorRow = [ref: string, name: string, lines: string, kind: string, sector: string, place: string, x: number, y: number, r: number, ties: number, folded: number, marks: number];
type TieRow = [one: number, other: number, status: string, way: Way, ways: number, frequency: number, notes: number, people: 0 | 1];

interface Packed extends Omit<MapData, "actors" | "ties" | "folds"> {
  actor_rows: ActorRow[];
  tie_rows: TieRow[];
  /** The different sets of ways, which few networks have many of. */
  ways: Record<string, Way>[];
  folds?: { width: number; height: number; communities: MapCommunity[]; homes: [community: number, x: number, y: number][] };
}

const HUB = 1;
const PINNED = 2;
const ASKED = 4;

/** The map, whichever way it came. */
export function unpacked(sent: MapData | Packed): MapData {
  if (!("actor_rows" in sent)) return sent;
  const { actor_rows, tie_rows, ways, folds, ...rest } = sent;
  const actors = actor_rows.map(actorOf);
  const ref = (at: number) => actors[at]?.ref ?? "";
  const ties = tie_rows.map(
    ([one, other, status, way, set, frequency, notes, people]): MapTie => ({
      ...{ one: ref(one), other: ref(other), status: status as MapTie["status"], way, ways: ways[set] ?? {}, frequency: frequency || null, notes },
      people: Boolean(people),
    }),
  );
  if (!folds) return { ...rest, actors, ties };
  const homes = folds.homes.map(([at, x, y], index) => [ref(index), { community: folds.communities[at]?.ref ?? "", x, y }] as const);
  return { ...rest, actors, ties, folds: { ...folds, homes: new Map(homes) } };
}

function actorOf([ref, name, lines, kind, sector, place, x, y, r, ties, folded, marks]: ActorRow): MapActor {
  return {
    ...{ ref, name, lines: lines ? lines.split("\n") : [name], kind, sector, place, x, y, r, ties, folded },
    ...{ hub: Boolean(marks & HUB), pinned: Boolean(marks & PINNED), asked: Boolean(marks & ASKED) },
  };
}
