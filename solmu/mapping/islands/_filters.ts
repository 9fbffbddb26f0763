// Which part of the map the reader's filters let through; rules/filters.py decides the same without scripts.
import type { MapData, MapTie, Way } from "../../web/map";

export interface Filters {
  sectors: Set<string>;
  content: string;
  frequency: number;
  wished: boolean;
}

/** Read the filters as the form holds them. */
export function filtersOf(form: HTMLFormElement): Filters {
  const said = new FormData(form);
  return {
    sectors: new Set(said.getAll("sector").map(String)),
    content: String(said.get("content") ?? ""),
    frequency: Number(said.get("frequency") ?? 0),
    wished: said.has("wished"),
  };
}

/** How many of them narrow the map. */
export function countOf({ sectors, content, frequency, wished }: Filters): number {
  return Number(sectors.size > 0) + Number(Boolean(content)) + Number(frequency > 0) + Number(!wished);
}

function narrowedTie(tie: MapTie, { content, frequency, wished }: Filters): MapTie | undefined {
  if (tie.status !== "existing" && !wished) return undefined;
  if (tie.status === "existing" && (tie.frequency ?? 0) < frequency) return undefined;
  if (!content) return tie;
  const way: Way | undefined = tie.ways[content];
  return way ? { ...tie, way, ways: { [content]: way } } : undefined;
}

/** The actors of the wished sectors and the ties among them that carry what is asked for. */
export function narrowed(data: MapData, filters: Filters): MapData {
  const actors = filters.sectors.size ? data.actors.filter(({ sector }) => filters.sectors.has(sector || "unknown")) : data.actors;
  const shown = new Set(actors.map(({ ref }) => ref));
  const ties = data.ties
    .filter(({ one, other }) => shown.has(one) && shown.has(other))
    .map((tie) => narrowedTie(tie, filters))
    .filter((tie) => tie !== undefined);
  return { ...data, actors, ties };
}
