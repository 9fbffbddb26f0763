import { beforeEach, describe, expect, it } from "vitest";
import type { MapActor, MapData, MapFolds, MapTie } from "../../web/map";
import { Names } from "./_canvas-names";
import { CanvasMap } from "./_canvas-map";
import { looksOf } from "./_canvas-pen";
import { Folding } from "./_folding";
import { MOST_OPTIONS } from "./_options";
import { unpacked } from "./_packed";
import { SpotGrid } from "./_spot-grid";
import { SvgMap } from "./_svg-map";

function actor(ref: string, x: number, y: number, more: Partial<MapActor> = {}): MapActor {
  return { ref, name: `Nimi ${ref}`, lines: [`Nimi ${ref}`], kind: "organisation", sector: "youth", place: "", x, y, r: 10, hub: false, pinned: false, ties: 1, folded: 0, asked: false, ...more };
}

function tie(one: string, other: string, more: Partial<MapTie> = {}): MapTie {
  return { one, other, status: "existing", way: 1, ways: {}, frequency: 2, notes: 0, people: false, ...more };
}

function map(actors: MapActor[], ties: MapTie[] = [], more: Partial<MapData> = {}): MapData {
  return { level: "organisation", on: "2026-11-12", revision: 1, directed: true, width: 1000, height: 620, inside: 0, actors, ties, ...more };
}

const many = (count: number) => Array.from({ length: count }, (_, at) => actor(`a${at}`, (at % 40) * 120, Math.floor(at / 40) * 60, { folded: at % 7 ? 0 : 2 }));

function painted(data: MapData): CanvasMap {
  const drawn = new CanvasMap(new AbortController().signal);
  document.body.replaceChildren(drawn.root);
  drawn.setData(data);
  drawn.setView("fit");
  return drawn;
}

beforeEach(() => {
  // jsdom asks nothing of the system
  globalThis.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;
});

describe("a painted map", () => {
  const offered = (root: Element) => [...root.querySelectorAll('[role="option"]')].map((option) => `${option.getAttribute("data-ref")}: ${option.getAttribute("aria-label")}`);

  it("offers to the keyboard and to a screen reader whom SVG offers", () => {
    const data = map(many(60), [tie("a1", "a2")]);
    const svg = new SvgMap();
    svg.setData(data);
    const canvas = painted(data);
    expect(offered(canvas.root)).toEqual(offered(svg.root));
    expect(canvas.root.querySelector('[role="listbox"]')?.getAttribute("aria-label")).toBe(svg.root.querySelector('[role="listbox"]')?.getAttribute("aria-label"));
  });

  it("has one stop for the keyboard, which moves with the focus", () => {
    const drawn = painted(map(many(60)));
    drawn.focus("a17");
    expect((document.activeElement as HTMLElement).dataset["ref"]).toBe("a17");
    expect([...drawn.root.querySelectorAll('[tabindex="0"]')].map((one) => one.getAttribute("data-ref"))).toEqual(["a17"]);
    expect(drawn.at).toBe("a17");
  });

  it("says who is chosen, and remembers it while a filter hides them", () => {
    const drawn = painted(map(many(60)));
    drawn.select({ actor: "a5" });
    expect(drawn.root.querySelectorAll('[aria-selected="true"]')).toHaveLength(1);
    drawn.setData(map(many(3)));
    expect(drawn.root.querySelectorAll('[aria-selected="true"]')).toHaveLength(0);
    drawn.setData(map(many(60)));
    expect(drawn.root.querySelector('[aria-selected="true"]')?.getAttribute("data-ref")).toBe("a5");
  });

  it("of thousands makes elements of those in the window only, and of whoever the keyboard goes to", () => {
    const data = map(many(MOST_OPTIONS + 500));
    const drawn = painted(data);
    expect(drawn.root.querySelectorAll('[role="option"]').length).toBeLessThan(500);
    const last = data.actors.at(-1)?.ref ?? "";
    drawn.focus(last);
    expect((document.activeElement as HTMLElement).dataset["ref"]).toBe(last);
  });

  it("finds the actor under a pointer, 12 pixels around even of a small shape, and else the tie", () => {
    const drawn = painted(map([actor("a", 100, 100), actor("b", 700, 100), actor("c", 400, 500)], [tie("a", "b")]));
    const at = (ref: string) => drawn.parts.get(ref) ?? { x: 0, y: 0, r: 0 };
    const ground = drawn.root;
    expect(drawn.hitAt(ground, [at("c").x + 11, at("c").y])).toEqual({ actor: "c" });
    expect(drawn.hitAt(ground, [(at("a").x + at("b").x) / 2, at("a").y + (at("b").x - at("a").x) * 0.045])).toEqual({ actor: "a", target: "b" });
    expect(drawn.hitAt(ground, [at("c").x + 60, at("c").y])).toBeNull();
  });
});

describe("who stands near a place", () => {
  it("is the one whose edge is nearest, whatever squares they stand in", () => {
    const spots = many(900).map((one) => ({ actor: one, x: one.x, y: one.y, r: 10 }));
    const grid = new SpotGrid(spots);
    for (const [x, y] of [[0, 0], [121, 61], [4679, 1262], [250, 95]] as const) {
      const nearest = [...spots].sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
      expect(grid.nearest([x, y], 40, 5)).toBe(nearest);
    }
    expect(grid.nearest([60, 30], 12, 5)).toBeUndefined();
  });
});

describe("names of a large map", () => {
  const spots = many(900).map((one, at) => ({ actor: { ...one, r: 8 + (at % 11) }, x: one.x / 3, y: one.y / 2, r: 5 }));
  const names = () => new Names(new SpotGrid(spots), (one) => one.r, () => false, true);
  const told = (some: Names) => new Map([...some.placed].map(([ref, { at }]) => [ref, `${at.x},${at.y}`]));

  it("stay where they are while the map is panned", () => {
    const some = names();
    some.fill({ left: 0, top: 0, right: 600, bottom: 400 });
    const before = told(some);
    some.fill({ left: 300, top: 100, right: 1200, bottom: 700 });
    const after = told(some);
    expect(before.size).toBeGreaterThan(5);
    expect(after.size).toBeGreaterThan(before.size);
    for (const [ref, at] of before) expect(after.get(ref)).toBe(at);
  });

  it("lie nowhere on each other", () => {
    const some = names();
    some.fill({ left: 0, top: 0, right: 1600, bottom: 700 });
    const boxes = [...some.placed.values()].map(({ at: { x, y, anchor }, lines }) => {
      const width = Math.max(...lines.map((line) => line.length)) * 6.8;
      return { left: anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2, top: y - 11, width, height: 15 };
    });
    const crossing = boxes.filter((a, at) => boxes.some((b, other) => other > at && a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height));
    expect(crossing).toEqual([]);
  });
});

describe("communities", () => {
  const folds: MapFolds = {
    ...{ width: 900, height: 600 },
    communities: [
      { ref: "c0", name: "Kela, Lukio", lines: ["Kela,", "Lukio"], x: 200, y: 200, r: 110 },
      { ref: "c1", name: "Seurakunta", lines: ["Seurakunta"], x: 600, y: 200, r: 90 },
    ],
    homes: new Map(["a0", "a1", "a2", "a3", "a4"].map((ref, at) => [ref, { community: at < 3 ? "c0" : "c1", x: 200 + at, y: 210 }])),
  };
  const data = map(many(5), [tie("a0", "a1"), tie("a0", "a3"), tie("a4", "a1"), tie("a2", "a4", { way: 3 }), tie("a1", "a3", { status: "wished" })], { folds });

  it("stand for their members, with their ties added up", () => {
    const folded = new Folding().folded(data);
    expect(folded.actors.map(({ ref, folded, kind }) => [ref, folded, kind])).toEqual([["c0", 3, "community"], ["c1", 2, "community"]]);
    expect(folded.ties).toMatchObject([{ one: "c0", other: "c1", count: 3, way: 3 }]);
  });

  it("let their members out when they are opened, and take them in again", () => {
    const folding = new Folding();
    folding.toggle("c0");
    const opened = folding.folded(data);
    expect(opened.actors.map(({ ref }) => ref)).toEqual(["c0", "a0", "a1", "a2", "c1"]);
    expect(opened.actors[1]).toMatchObject({ x: 200, y: 210 });
    expect(opened.grounds).toMatchObject([{ ref: "c0", r: 110 }]);
    expect(opened.ties.map(({ one, other, count }) => [one, other, count])).toEqual([["a0", "c1", 1], ["a1", "c1", 1], ["a2", "c1", 1], ["a0", "a1", undefined]]);
    folding.toggle("c0");
    expect(folding.folded(data).actors).toHaveLength(2);
  });

  it("open for whoever is sought inside, and give way to every actor", () => {
    const folding = new Folding();
    folding.reveal(data, "a4");
    expect([...folding.open]).toEqual(["c1"]);
    folding.flat = true;
    expect(folding.folded(data)).toBe(data);
  });

  it("are empty of those whom a filter hides", () => {
    const folded = new Folding().folded({ ...data, actors: data.actors.slice(0, 2), ties: [] });
    expect(folded.actors.map(({ ref, folded }) => [ref, folded])).toEqual([["c0", 2]]);
  });

  it("are tied by wider lines the more ties they stand for", () => {
    const looks = looksOf([tie("a", "b", { count: 1 }), tie("a", "c", { count: 90 }), tie("a", "d", { count: 100 })]);
    expect([...looks.values()].map((same) => same.length)).toEqual([1, 1, 1]);
    expect([...looks.values()].at(-1)?.[0]?.count).toBe(100);
  });
});

describe("rows", () => {
  it("become the objects that they were", () => {
    const sent = {
      ...{ level: "organisation", on: "2026-11-12", revision: 3, directed: true, width: 10, height: 5, inside: 0 },
      actor_rows: [["k", "Kela", "", "organisation", "employment", "", 1, 2, 9, 4, 0, 5], ["l", "Pitkä nimi", "Pitkä\nnimi", "unit", "", "Oulu", 3, 4, 8, 1, 2, 2]],
      tie_rows: [[1, 0, "existing", 3, 0, 0, 2, 1]],
      ways: [{ information: 3 }],
      folds: { width: 9, height: 9, communities: [{ ref: "c0", name: "Kela", lines: ["Kela"], x: 1, y: 1, r: 1 }], homes: [[0, 1, 1], [0, 2, 2]] },
    };
    const { actors, ties, folds } = unpacked(sent as unknown as MapData);
    expect(actors).toMatchObject([{ ref: "k", lines: ["Kela"], hub: true, asked: true, pinned: false }, { ref: "l", lines: ["Pitkä", "nimi"], pinned: true, folded: 2 }]);
    expect(ties).toEqual([{ one: "l", other: "k", status: "existing", way: 3, ways: { information: 3 }, frequency: null, notes: 2, people: true }]);
    expect(folds?.homes.get("l")).toEqual({ community: "c0", x: 2, y: 2 });
  });

  it("are left alone where objects came", () => {
    const data = map(many(2));
    expect(unpacked(data)).toBe(data);
  });
});
