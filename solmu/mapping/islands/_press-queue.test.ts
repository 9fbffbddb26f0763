import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Press } from "./_pairs";
import { PressQueue, type Answer } from "./_press-queue";

const point = (target: string): Press => ({ kind: "point", source: "a", target, forward: true, back: true });
let answers: Answer[];
let sent: Press[];
let store: Map<string, string>;

const kept = () => ({
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => void store.set(key, value),
  removeItem: (key: string) => void store.delete(key),
});
const queueOf = (heard: (answer: Answer["is"]) => void = () => undefined) =>
  new PressQueue(
    async (press) => {
      sent.push(press);
      return answers.shift() ?? { is: "saved", act: 1 };
    },
    kept(),
    "grid",
    (answered) => answered && heard(answered.answer.is),
  );

describe("presses on their way", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    sent = [];
    store = new Map();
  });
  afterEach(() => vi.useRealTimers());

  it("sends in order and is saved when all are acknowledged", async () => {
    const queue = queueOf();
    queue.push(point("b"));
    queue.push(point("c"));
    expect(queue.standing).toBe("saving");
    await vi.runAllTimersAsync();
    expect(sent).toEqual([point("b"), point("c")]);
    expect([queue.standing, queue.pending.length, store.size]).toEqual(["saved", 0, 0]);
  });

  it("keeps what the connection fails to carry and sends it again", async () => {
    answers = [{ is: "lost" }, { is: "lost" }, { is: "saved", act: 1 }];
    const queue = queueOf();
    queue.push(point("b"));
    await vi.advanceTimersByTimeAsync(0);
    expect([queue.standing, queue.pending.length]).toEqual(["waiting", 1]);
    expect(JSON.parse(store.get("grid") ?? "[]")).toEqual([point("b")]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([queue.standing, sent.length, store.size]).toEqual(["saved", 3, 0]);
  });

  it("takes up what waited before the page was left", async () => {
    store.set("grid", JSON.stringify([point("b")]));
    const queue = queueOf();
    expect(queue.pending).toEqual([point("b")]);
    await queue.run();
    expect(sent).toEqual([point("b")]);
  });

  it("begins anew when the store holds rubbish", () => {
    store.set("grid", "{not json");
    expect(queueOf().pending).toEqual([]);
  });

  it("tells of a refusal and goes on with the next", async () => {
    answers = [{ is: "refused", text: "gone" }];
    const heard: string[] = [];
    const queue = queueOf((is) => heard.push(is));
    queue.push(point("b"));
    queue.push(point("c"));
    await vi.runAllTimersAsync();
    expect(heard).toEqual(["refused", "saved"]);
    expect(sent.length).toBe(2);
  });

  it("takes back the newest press that has not been sent, never one that may have arrived", async () => {
    answers = [{ is: "lost" }, { is: "lost" }, { is: "lost" }];
    const queue = queueOf();
    queue.push(point("b"));
    expect([queue.unsent, queue.drop()]).toEqual([0, false]);
    await vi.advanceTimersByTimeAsync(0);
    queue.push(point("c"));
    await vi.advanceTimersByTimeAsync(0);
    expect([queue.standing, queue.unsent, queue.drop(), queue.drop()]).toEqual(["waiting", 1, true, false]);
    expect(JSON.parse(store.get("grid") ?? "[]")).toEqual([point("b")]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([queue.standing, sent.filter((press) => press.kind === "point" && press.target === "c").length]).toEqual(["saved", 0]);
  });
});
