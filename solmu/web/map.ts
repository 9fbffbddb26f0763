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
  /** Of a community: how many of its members are of each sector, how far its ground reaches, whether it is opened. */
  shares?: Record<string, number>;
  reach?: number;
  opened?: boolean;
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
  /** How many ties a line between communities stands for. */
  count?: number;
}

/** Actors who are tied to each other more than to the rest, as one shape; `r` is how far its members reach around it. */
export interface MapCommunity {
  ref: string;
  name: string;
  lines: string[];
  x: number;
  y: number;
  r: number;
}

/** Where actors stand when a large map begins with its communities. */
export interface MapFolds {
  width: number;
  height: number;
  communities: MapCommunity[];
  /** Actor to its community and to its place within it. */
  homes: Map<string, { community: string; x: number; y: number }>;
}

/** The ground under an opened community. */
export interface Ground {
  ref: string;
  name: string;
  x: number;
  y: number;
  r: number;
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
  folds?: MapFolds;
  /** What lies under the actors in place of sectors. */
  grounds?: Ground[];
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

/** An actor where it stands in the drawing, in the drawing's own pixels. */
export interface Spot {
  actor: MapActor;
  x: number;
  y: number;
  r: number;
}

/** What a press meets. */
export type Hit = Choice | null;

/** The one seam between the island and a way of drawing; `mapping/islands/_svg-map.ts` and `_canvas-map.ts` stand behind it. */
export interface MapRenderer {
  /** What stands in the card; it takes the pointer and the keys. */
  readonly root: HTMLElement | SVGSVGElement;
  /** Moves with the view: what the hand draws over the map is put here, in the drawing's own pixels. */
  readonly plane: SVGGElement;
  readonly data: MapData;
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  readonly parts: ReadonlyMap<string, Spot>;
  readonly choice: Choice | null;
  /** How closely the whole map is seen, which is as far as one may go back. */
  readonly wholeScale: number;
  /** The actor that the keyboard is on. */
  readonly at: string;
  /** How much wider than laid out the canvas is drawn, so that a wide window or a high one is filled. */
  stretch: number;
  /** What a sentence about the map rests on: actors by ref and ties as `one~other`; in ink until somebody chooses. */
  shown: Set<string>;
  setData(data: MapData): void;
  setView(view: MapView | "fit"): void;
  /** Give an actor the keyboard's focus, bringing it into view. */
  focus(ref: string): void;
  /** Keep what is chosen in ink and fade the rest. */
  select(choice: Choice | null): void;
  isChosen(ref: string): boolean;
  /** Move an actor on the canvas while somebody drags it. */
  move(ref: string, x: number, y: number): void;
  /** Draw everything anew: after a drag, or when the window has another size. */
  layOut(): void;
  /** Show which actor is being moved or aimed at; none to end it. */
  mark(ref: string | undefined, look: "moving" | "aimed"): void;
  /** What lies under a place in the drawing. */
  hitAt(target: Element, at: [number, number]): Hit;
  /** The actor nearest to a place in the drawing, within reach of it. */
  actorNear(at: [number, number], reach?: number): MapActor | undefined;
  /** Where a place in the drawing is on the canvas. */
  onCanvas(at: [number, number]): [number, number];
  /** Show the whole map for as long as it is printed. */
  lieOnPaper(lie: boolean): void;
  /** Called when the reader chooses on the map. */
  onSelect: (choice: Choice | null) => void;
  /** Called after every change of the view, so that whoever zooms by hand goes on from there. */
  onView: (view: MapView) => void;
}
