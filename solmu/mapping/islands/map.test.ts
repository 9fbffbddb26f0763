import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MapActor, MapData, MapTie, Way } from "../../web/map";
import filterCases from "../tests/data/filters.json";
import geometry from "../tests/data/geometry.json";
import { countOf, narrowed } from "./_filters";
import { curveBetween, directionOf, hullAround, nearestTowards, pointAt, sizeAt, viewOf, type Circle, type Point } from "./_geometry";
import { boxOf, placeHullLabel, placeLabels, Taken, type Wanted } from "./_labels";
import { found } from "./_search";
import { SvgMap } from "./_svg-map";
import { lineOf } from "./_svg-parts";

type Three = [number, number, number];
interface CurveCase { one: Three; other: Three; way: Way; start: Point; bend: Point; end: Point }
interface HullCase { circles: Three[]; pad: number; area: number; left: number; bottom: number }
const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

function actor(ref: string, x: number, y: number, more: Partial<MapActor> = {}): MapActor {
  return { ref, name: ref, lines: [ref], kind: "organisation", sector: "youth", place: "", x, y, r: 10, hub: false, pinned: false, ties: 1, folded: 0, asked: false, ...more };
}

function tie(one: string, other: string, more: Partial<MapTie> = {}): MapTie {
  return { one, other, status: "existing", way: 1, ways: {}, frequency: 2, notes: 0, people: false, ...more };
}

function map(actors: MapActor[], ties: MapTie[] = []): MapData {
  return { level: "organisation", on: "2026-11-12", revision: 1, directed: true, width: 1000, height: 620, inside: 0, actors, ties };
}

const circle = ([x, y, r]: Three): Circle => ({ x, y, r });

describe("lines", () => {
  it.each(geometry.curves as unknown as CurveCase[])("run as the server draws them: $one – $other", ({ one, other, way, start, bend, end }) => {
    const curve = curveBetween(circle(one), circle(other), way);
    for (const [point, wanted] of [[curve.start, start], [curve.bend, bend], [curve.end, end]] as [Point, Point][]) {
      expect(point[0]).toBeCloseTo(wanted[0], 2);
      expect(point[1]).toBeCloseTo(wanted[1], 2);
    }
  });

  it.each(geometry.hulls as unknown as HullCase[])("enclose a sector as the server does: $area", ({ circles, pad, area, left, bottom }) => {
    const corners = hullAround(circles.map(circle), pad);
    const next = (at: number) => corners[(at + 1) % corners.length] as Point;
    const doubled = corners.reduce((sum, [x, y], at) => sum + x * next(at)[1] - next(at)[0] * y, 0);
    expect(Math.abs(doubled) / 2 / area).toBeCloseTo(1, 2);
    expect(Math.min(...corners.map(([x]) => x))).toBeCloseTo(left, 1);
    expect(Math.max(...corners.map(([, y]) => y))).toBeCloseTo(bottom, 1);
  });

  it("end where their curve ends", () => {
    const curve = curveBetween({ x: 0, y: 0, r: 5 }, { x: 100, y: 0, r: 5 });
    expect(pointAt(curve, 0)).toEqual(curve.start);
    expect(pointAt(curve, 1)).toEqual(curve.end);
  });
});

describe("arrow keys", () => {
  const here = { x: 0, y: 0 };
  const right = { x: 100, y: 10 };
  const aside = { x: 40, y: 90 };

  it("go to who is straight ahead before who is nearer but aside", () => {
    expect(nearestTowards(here, [here, right, aside], directionOf("ArrowRight") as Point)).toBe(right);
    expect(nearestTowards(here, [here, right, aside], directionOf("ArrowDown") as Point)).toBe(aside);
  });

  it("stay where nobody is", () => {
    expect(nearestTowards(here, [here, right], directionOf("ArrowLeft") as Point)).toBeUndefined();
    expect(directionOf("a")).toBeUndefined();
  });
});

describe("the view", () => {
  it("shows all of a map in the middle of the window", () => {
    const { x, y, k } = viewOf({ left: 0, top: 0, right: 1000, bottom: 600 }, 600, 400, { left: 50, top: 20, right: 50, bottom: 20 });
    expect(k).toBeCloseTo(0.5);
    expect(x).toBeCloseTo(50);
    expect(y).toBeCloseTo(50);
  });

  it("lets shapes shrink more slowly than distances", () => {
    expect(sizeAt(1)).toBe(1);
    expect(sizeAt(0.5)).toBeGreaterThan(0.5);
    expect(sizeAt(4)).toBeLessThan(4);
  });
});

describe("names", () => {
  const wanted = (ref: string, x: number, y: number, more: Partial<Wanted> = {}): Wanted => ({ ref, x, y, r: 10, width: 80, height: 15, rank: 10, must: false, ...more });
  const place = (all: Wanted[], within = EVERYWHERE) => {
    const taken = new Taken();
    for (const { x, y, r } of all) taken.add(boxOf(x, y, r));
    return placeLabels(all, taken, within);
  };

  it("stand under their shapes where there is room", () => {
    expect(place([wanted("a", 100, 100)]).get("a")).toMatchObject({ x: 100, anchor: "middle" });
    expect(place([wanted("a", 100, 100)]).get("a")?.y).toBeGreaterThan(110);
  });

  it("give way to the more important one", () => {
    const crowd = Array.from({ length: 14 }, (_, at) => wanted(`a${at}`, 100, 100 + at * 6)).concat(wanted("greater", 100, 143, { rank: 99 }));
    const found = place(crowd);
    expect(found.has("greater")).toBe(true);
    expect(found.size).toBeLessThan(crowd.length);
  });

  it("never leave out the chosen one", () => {
    const crowd = Array.from({ length: 12 }, (_, at) => wanted(`a${at}`, 100 + at, 100 + at * 2, { rank: 50 }));
    expect(place([...crowd, wanted("chosen", 105, 110, { must: true, rank: 0 })]).has("chosen")).toBe(true);
  });

  it("are not cut off at the window's side", () => {
    const edge = place([wanted("a", 15, 100)], { left: 0, top: 0, right: 500, bottom: 500 });
    expect(edge.get("a")?.anchor).toBe("start");
  });

  it("of sectors stand outside their hull, away from the middle", () => {
    const hull = hullAround([{ x: 100, y: 100, r: 10 }, { x: 260, y: 100, r: 10 }], 30);
    const [, y] = placeHullLabel(hull, { width: 90, height: 16 }, [500, 400], new Taken(), EVERYWHERE);
    expect(y).toBeLessThan(62);
  });
});

describe("filters", () => {
  const data = map(
    Object.entries(filterCases.actors).map(([ref, sector]) => actor(ref, 0, 0, { sector })),
    filterCases.ties.map((one) => tie("", "", one as unknown as MapTie)),
  );

  it.each(filterCases.cases)("let through what the server lets through: $filters", ({ filters, actors, ties }) => {
    const kept = narrowed(data, { ...filters, sectors: new Set(filters.sectors) });
    expect(kept.actors.map(({ ref }) => ref).join("")).toBe(actors);
    expect(kept.ties.map(({ one, other, way }) => `${one}${other}${way}`)).toEqual(ties);
  });

  it("are counted only when they narrow", () => {
    expect(countOf({ sectors: new Set(), content: "", frequency: 0, wished: true })).toBe(0);
    expect(countOf({ sectors: new Set(["youth"]), content: "x", frequency: 2, wished: false })).toBe(4);
  });
});

describe("search", () => {
  const actors = ["Nuorten työpaja", "Työllisyysalue", "Etätyö"].map((name) => actor(name, 0, 0));

  it("puts beginnings first, then beginnings of words", () => {
    expect(found(actors, "TYÖ").map(({ name }) => name)).toEqual(["Työllisyysalue", "Nuorten työpaja", "Etätyö"]);
    expect(found(actors, " ")).toEqual([]);
  });
});

describe("the drawing", () => {
  let drawn: SvgMap;
  beforeEach(() => {
    drawn = new SvgMap();
    document.body.replaceChildren(drawn.root);
    drawn.setData(map([actor("a", 100, 100), actor("b", 300, 100), actor("c", 300, 300, { sector: "education", folded: 3 })], [tie("a", "b", { frequency: 4, notes: 2 }), tie("b", "c", { people: true }), tie("a", "c", { status: "wished" })]));
    drawn.setView("fit");
  });

  const group = (ref: string) => drawn.root.querySelector(`[data-ref="${ref}"]`);

  it("has one tab stop, which moves with the focus", () => {
    expect(drawn.root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    drawn.focus("b");
    expect(document.activeElement).toBe(group("b"));
    expect(drawn.root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(drawn.at).toBe("b");
  });

  it("keeps the chosen one and its neighbours in ink and fades the rest", () => {
    drawn.select({ actor: "a" });
    expect(group("a")?.classList.contains("chosen")).toBe(true);
    expect(group("a")?.getAttribute("aria-selected")).toBe("true");
    expect([...drawn.root.querySelectorAll(".map-tie.lit")]).toHaveLength(2);
    drawn.select({ actor: "a", target: "b" });
    expect(group("c")?.classList.contains("faded")).toBe(true);
    drawn.select(null);
    expect(drawn.root.querySelector(":is(.map-actor, .map-tie).faded")).toBeNull();
  });

  it("draws each kind of tie in its own way", () => {
    const kinds = [{ frequency: 4 }, { people: true }, { frequency: null }].map((more) => lineOf(tie("a", "b", more)));
    expect(kinds).toEqual(["4", "people", "unknown"]);
    expect(drawn.root.querySelector(".person-borne")).not.toBeNull();
    expect(drawn.root.querySelector(".map-tie.wished")?.getAttribute("marker-end")).toBe("url(#map-head-wished)");
    expect(drawn.root.querySelector(".map-note text")?.textContent).toBe("2");
    expect(drawn.root.querySelector(".map-folded text")?.textContent).toBe("+3");
  });

  it("points no arrows where a network has no directions", () => {
    drawn.setData({ ...map([actor("a", 0, 0), actor("b", 99, 9)], [tie("a", "b")]), directed: false });
    expect(drawn.root.querySelector(".map-tie")?.getAttribute("marker-end")).toBe("none");
  });

  it("keeps the choice through new data, and forgets nothing while a filter hides it", () => {
    drawn.select({ actor: "c" });
    drawn.setData(map([actor("a", 1, 1), actor("b", 2, 2)]));
    expect(drawn.root.querySelector(":is(.map-actor, .map-tie).faded")).toBeNull();
    drawn.setData(map([actor("a", 1, 1), actor("c", 2, 2)]));
    expect(group("c")?.classList.contains("chosen")).toBe(true);
  });

  it("moves an actor with its ties", () => {
    const before = drawn.root.querySelector(".map-tie")?.getAttribute("d");
    drawn.move("a", 180, 220);
    expect(drawn.root.querySelector(".map-tie")?.getAttribute("d")).not.toBe(before);
    expect(drawn.data.actors[0]).toMatchObject({ x: 180, y: 220 });
  });

  it("tells whoever zooms by hand of every view", () => {
    const told = vi.fn();
    drawn.onView = told;
    drawn.setView({ x: 1, y: 2, k: 0.5 });
    expect(told).toHaveBeenCalledWith({ x: 1, y: 2, k: 0.5 });
  });
});
