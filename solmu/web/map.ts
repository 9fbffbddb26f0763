// What a network map is given and what it offers, whichever way it is drawn: SVG for what is edited, canvas for what is large.

/** One shape with its name; `x` and `y` are on the canvas, `r` in pixels at full size. */
export interface MapActor {
  ref: string;
  name: string;
  lines: string[];
  kind: string;
  sector: string;
  place: string;
  x: number;
  y: number;
  r: number;
  hub: boolean;
  pinned: boolean;
  ties: number;
  folded: number;
  asked: boolean;
}

/** Which way something goes between `one` and `other`: 1 →, 2 ←, 3 ↔. */
export type Way = 0 | 1 | 2 | 3;

export interface MapTie {
  one: string;
  other: string;
  status: "existing" | "wished" | "possible";
  way: Way;
  ways: Record<string, Way>;
  frequency: number | null;
  notes: number;
  people: boolean;
}

export interface MapData {
  level: string;
  on: string;
  revision: number;
  directed: boolean;
  width: number;
  height: number;
  inside: number;
  actors: MapActor[];
  ties: MapTie[];
}

/** How the canvas lies in the window: moved by `x`, `y` pixels and scaled by `k`. */
export interface MapView {
  x: number;
  y: number;
  k: number;
}

/** An actor, or with a `target` the tie between the two. */
export interface Choice {
  actor: string;
  target?: string;
}

export interface MapRenderer {
  setData(data: MapData): void;
  setView(view: MapView | "fit"): void;
  /** Give an actor the keyboard's focus, bringing it into view. */
  focus(ref: string): void;
  /** Keep what is chosen in ink and fade the rest. */
  select(choice: Choice | null): void;
  /** Called when the reader chooses on the map. */
  onSelect: (choice: Choice | null) => void;
}
