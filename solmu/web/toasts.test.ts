import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showToast, watchToasts } from "./toasts";

const shown = () => [...document.querySelectorAll(".toast p")].map((words) => words.textContent);

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<template id="words" data-close="Sulje"></template><p id="announcer"></p>
    <div id="toasts"><div class="toast ok"><p>Tallennettu</p><button class="toast-close" hidden></button></div></div>`;
  watchToasts();
});
afterEach(() => vi.useRealTimers());

test("a message of the page is read aloud, can be closed, and goes by itself", async () => {
  await vi.advanceTimersByTimeAsync(100);
  expect(document.getElementById("announcer")?.textContent).toBe("Tallennettu");
  expect(document.querySelector<HTMLElement>(".toast-close")?.hidden).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown()).toEqual([]);
});

test("a message under the pointer stays", async () => {
  document.querySelector(".toast")?.dispatchEvent(new Event("pointerenter"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shown()).toEqual(["Tallennettu"]);
});

test("a message with an action stays until the next one comes, and the action runs once", async () => {
  const run = vi.fn();
  showToast({ text: "Poistettu", action: { label: "Kumoa", run } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toEqual(["Poistettu"]);
  document.querySelector<HTMLElement>(".toast-action")?.click();
  expect(run).toHaveBeenCalledOnce();
  expect(shown()).toEqual([]);
});

test("a fault stays until it is closed", async () => {
  showToast({ text: "Vika Solmussa", bad: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toEqual(["Vika Solmussa"]);
  const close = document.querySelector<HTMLElement>(".toast.bad .toast-close");
  expect(close?.getAttribute("aria-label")).toBe("Sulje");
  close?.click();
  expect(shown()).toEqual([]);
});
