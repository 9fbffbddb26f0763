import { beforeEach, describe, expect, it } from "vitest";
import { Pairs } from "./_pairs";

let pairs: Pairs;
const told = { pairs: [["a", "b", true, false, false], ["c", "b", true, true, true]] as [string, string, boolean, boolean, boolean][], asked: ["a"] };

describe("what the squares hold", () => {
  beforeEach(() => {
    pairs = new Pairs(true);
    pairs.take(told);
    pairs.lay([]);
  });

  it("reads a pair from either end", () => {
    expect([pairs.state("a", "b"), pairs.state("b", "a")]).toEqual(["out", "in"]);
    expect([pairs.state("c", "b"), pairs.state("b", "c")]).toEqual(["both", "both"]);
  });

  it("keeps silence and no apart", () => {
    expect([pairs.state("a", "c"), pairs.state("c", "a")]).toEqual(["none", "unknown"]);
  });

  it("ticks one way or both, and clears the same", () => {
    expect(pairs.tick("c", "a", true, false)).toMatchObject({ forward: true, back: false });
    expect(pairs.tick("c", "a", true, true)).toMatchObject({ forward: true, back: true });
    expect(pairs.tick("b", "a", true, false)).toMatchObject({ forward: true, back: true });
    expect(pairs.tick("c", "b", false, false)).toMatchObject({ forward: false, back: true });
    expect(pairs.tick("c", "b", false, true)).toMatchObject({ forward: false, back: false });
  });

  it("shows waiting presses at once and drops them when they are taken away", () => {
    const press = pairs.tick("a", "c", true, true);
    pairs.lay([press, { kind: "asked", actor: "c", done: true }]);
    expect([pairs.state("a", "c"), pairs.isAsked("c")]).toEqual(["both", true]);
    pairs.lay([]);
    expect([pairs.state("a", "c"), pairs.isAsked("c")]).toEqual(["none", false]);
  });

  it("keeps a settled press", () => {
    pairs.settle(pairs.tick("a", "c", true, true));
    pairs.lay([]);
    expect(pairs.state("c", "a")).toBe("both");
  });

  it("takes others' words for a hint when one does not decide", () => {
    const member = new Pairs(false);
    member.take(told);
    member.lay([]);
    expect(member.state("c", "b")).toBe("both");
    expect(member.own("c", "b")).toMatchObject({ forward: false, back: false });
    expect(member.tick("c", "b", true, false)).toMatchObject({ forward: true, back: false });
  });
});
