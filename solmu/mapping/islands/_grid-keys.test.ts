import { describe, expect, it } from "vitest";
import { placeAfter, type Place } from "./_grid-keys";

const size = { rows: 4, columns: 5 }; // the last column is "gone through"
const diagonal = ({ row, column }: Place) => row === column;
const from = (row: number, column: number) => (key: string, far = false) => placeAfter(key, far, { row, column }, size, diagonal);

describe("keys in the grid", () => {
  it("moves to the neighbour", () => {
    expect(from(0, 2)("ArrowRight")).toEqual({ row: 0, column: 3 });
    expect(from(2, 0)("ArrowUp")).toEqual({ row: 1, column: 0 });
  });

  it("steps over the square where an actor meets itself", () => {
    expect(from(1, 0)("ArrowRight")).toEqual({ row: 1, column: 2 });
    expect(from(3, 2)("ArrowUp")).toEqual({ row: 1, column: 2 });
  });

  it("stays at the edge, also when only the diagonal lies between", () => {
    expect(from(0, 1)("ArrowLeft")).toBeUndefined();
    expect(from(0, 4)("ArrowRight")).toBeUndefined();
    expect(from(3, 0)("ArrowDown")).toBeUndefined();
    expect(from(2, 3)("ArrowDown")).toBeUndefined();
  });

  it("goes to the start and the end of the row, and with Ctrl of the grid", () => {
    expect(from(0, 3)("Home")).toEqual({ row: 0, column: 1 });
    expect(from(2, 1)("Home")).toEqual({ row: 2, column: 0 });
    expect(from(2, 1)("End")).toEqual({ row: 2, column: 4 });
    expect(from(2, 1)("Home", true)).toEqual({ row: 0, column: 1 });
    expect(from(1, 0)("End", true)).toEqual({ row: 3, column: 4 });
  });

  it("goes to the far end with Ctrl and an arrow", () => {
    expect(from(0, 1)("ArrowDown", true)).toEqual({ row: 3, column: 1 });
    expect(from(2, 1)("ArrowRight", true)).toEqual({ row: 2, column: 4 });
  });

  it("leaves other keys alone", () => {
    expect(from(0, 1)("a")).toBeUndefined();
    expect(from(0, 1)("Tab")).toBeUndefined();
  });
});
