// What holds between the actors of the grid: as the server said it, with the presses laid over it that wait to be saved.

/** What one may press: which way a tie goes, whether an actor has been gone through, and taking an act back. */
export type Press =
  | { kind: "point"; source: string; target: string; forward: boolean; back: boolean }
  | { kind: "asked"; actor: string; done: boolean }
  | { kind: "undo"; act: number };

export interface Ways {
  forward: boolean;
  back: boolean;
  /** Others say so; one has not said it oneself. */
  heard: boolean;
}
/** As the server sends it: pairs of refs with forward, back and heard, and who has been gone through. */
export interface Told {
  pairs: [string, string, boolean, boolean, boolean][];
  asked: string[];
}
export type State = "both" | "out" | "in" | "none" | "unknown";

const NOTHING: Ways = { forward: false, back: false, heard: false };
const turned = ({ forward, back, heard }: Ways): Ways => ({ forward: back, back: forward, heard });
const key = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

export class Pairs {
  private told = new Map<string, Ways>();
  private shown = new Map<string, Ways>();
  private toldAsked = new Set<string>();
  private shownAsked = new Set<string>();

  /** `decides`: a coordinator's grid is the map itself; to a member others' words are a hint only. */
  constructor(private decides: boolean) {}

  /** Take what the server says now. */
  take({ pairs, asked }: Told): void {
    this.told.clear();
    for (const [one, other, forward, back, heard] of pairs) {
      const ways = { forward, back, heard };
      this.told.set(key(one, other), one < other ? ways : turned(ways));
    }
    this.toldAsked = new Set(asked);
  }

  /** Count a press as saved. */
  settle(press: Press): void {
    Pairs.apply(press, this.told, this.toldAsked);
  }

  /** Show what was told with `waiting` presses over it. */
  lay(waiting: readonly Press[]): void {
    this.shown = new Map(this.told);
    this.shownAsked = new Set(this.toldAsked);
    for (const press of waiting) Pairs.apply(press, this.shown, this.shownAsked);
  }

  ways(one: string, other: string): Ways {
    const ways = this.shown.get(key(one, other)) ?? NOTHING;
    return one < other ? ways : turned(ways);
  }

  /** What one's own press begins from. */
  own(one: string, other: string): Ways {
    const ways = this.ways(one, other);
    return ways.heard && !this.decides ? NOTHING : ways;
  }

  isAsked(actor: string): boolean {
    return this.shownAsked.has(actor);
  }

  state(row: string, column: string): State {
    const { forward, back } = this.ways(row, column);
    if (forward) return back ? "both" : "out";
    if (back) return "in";
    return this.isAsked(row) ? "none" : "unknown";
  }

  /** The press that ticks or clears one square, with its mirror when ticks go both ways. */
  tick(row: string, column: string, ticked: boolean, bothWays: boolean): Press {
    const own = this.own(row, column);
    return { kind: "point", source: row, target: column, forward: ticked, back: bothWays ? ticked : own.back };
  }

  private static apply(press: Press, pairs: Map<string, Ways>, asked: Set<string>): void {
    if (press.kind === "asked") {
      if (press.done) asked.add(press.actor);
      else asked.delete(press.actor);
    } else if (press.kind === "point") {
      const { source, target, forward, back } = press;
      const ways = { forward, back, heard: false };
      pairs.set(key(source, target), source < target ? ways : turned(ways));
    }
  }
}
