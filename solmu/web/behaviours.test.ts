import { beforeEach, describe, expect, test, vi } from "vitest";
import { openArrived, watchDialogs } from "./dialogs";
import { watchDrops } from "./drops";
import { watchMenus } from "./menus";
import { isWholePage, watchRequests } from "./requests";

const goTo = vi.fn();
watchMenus();
watchDialogs();
watchDrops();
watchRequests(goTo);
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};

const tell = (name: string, detail: object) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

describe("menus", () => {
  beforeEach(() => {
    document.body.innerHTML = `<details class="menu" open><summary tabindex="0">Valikko</summary><a href="#x">Kartat</a></details><button>Muu</button>`;
  });
  const menu = () => document.querySelector("details") as HTMLDetailsElement;

  test("Esc closes the menu and returns to its summary", () => {
    const link = document.querySelector("a") as HTMLElement;
    link.focus();
    link.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(menu().open).toBe(false);
    expect(document.activeElement).toBe(document.querySelector("summary"));
  });

  test("a press elsewhere closes it, a press inside does not", () => {
    document.querySelector("a")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(menu().open).toBe(true);
    document.querySelector("button")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(menu().open).toBe(false);
  });

  test("moving the focus on closes it", () => {
    (document.querySelector("button") as HTMLElement).focus();
    expect(menu().open).toBe(false);
  });
});

describe("dialogs", () => {
  test("a button opens the dialog that it names, and another closes it", () => {
    document.body.innerHTML = `<button data-opens="d">Avaa</button><dialog class="dialog" id="d"><button data-closes>Peru</button></dialog>`;
    const dialog = document.querySelector("dialog") as HTMLDialogElement;
    document.querySelector<HTMLElement>("[data-opens]")?.click();
    expect(dialog.open).toBe(true);
    document.querySelector<HTMLElement>("[data-closes]")?.click();
    expect(dialog.open).toBe(false);
  });

  test("a dialog that arrives in the slot opens, and the slot is emptied when it closes", () => {
    document.body.innerHTML = `<div id="dialog-slot"><dialog class="dialog"></dialog></div>`;
    openArrived();
    const dialog = document.querySelector("dialog") as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    dialog.close();
    dialog.dispatchEvent(new Event("close"));
    expect(document.getElementById("dialog-slot")?.childElementCount).toBe(0);
  });
});

describe("files", () => {
  test("the chosen file's name is shown, and a zone that submits sends its form", () => {
    document.body.innerHTML = `<form><label class="drop-zone" data-submits><input type="file"><b>Pudota tiedosto tähän</b></label></form>`;
    const form = document.querySelector("form") as HTMLFormElement;
    const sent = vi.fn();
    form.requestSubmit = sent;
    const input = document.querySelector("input") as HTMLInputElement;
    Object.defineProperty(input, "files", { value: [new File(["x"], "toimijat.xlsx")] });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    expect(document.querySelector("b")?.textContent).toBe("toimijat.xlsx");
    expect(sent).toHaveBeenCalledOnce();
  });
});

describe("answers", () => {
  beforeEach(() => {
    goTo.mockReset();
    document.body.innerHTML = `<template id="words" data-refused="Ei löydy" data-failed="Vika" data-lost="Yhteys katkesi"></template><div id="toasts"></div>`;
  });
  const shown = () => [...document.querySelectorAll(".toast p")].map((words) => words.textContent);

  test("a whole page is told from a fragment", () => {
    expect(isWholePage("\n<!DOCTYPE html><html>")).toBe(true);
    expect(isWholePage("<tr><td>1</td></tr>")).toBe(false);
  });

  test("an ended session leads to the sign-in instead of swapping it into the page", () => {
    const raw = { redirected: true, url: "/sign-in/?next=/x" };
    const ctx = { response: { raw, status: 200 }, request: { headers: { "HX-Request-Type": "partial" } }, text: "<!doctype html>" };
    expect(tell("htmx:after:request", { ctx })).toBe(false);
    expect(goTo).toHaveBeenCalledWith("/sign-in/?next=/x");
  });

  test("a redirect that answers with a fragment is swapped", () => {
    const ctx = { response: { raw: { redirected: true, url: "/x" }, status: 200 }, request: { headers: {} }, text: "<p>ok</p>" };
    expect(tell("htmx:after:request", { ctx })).toBe(true);
    expect(goTo).not.toHaveBeenCalled();
  });

  test.each([
    [404, ["Ei löydy"]],
    [500, ["Vika"]],
    [422, []],
  ])("an answer %i says %j", (status, words) => {
    tell("htmx:response:error", { ctx: { response: { status } } });
    expect(shown()).toEqual(words);
  });

  test("a lost connection is said", () => {
    tell("htmx:error", { ctx: {} });
    expect(shown()).toEqual(["Yhteys katkesi"]);
  });

  test("a form's faults take the focus", () => {
    document.body.innerHTML += `<div data-takes-focus tabindex="-1">Korjaa</div>`;
    tell("htmx:after:settle", {});
    expect(document.activeElement?.textContent).toBe("Korjaa");
  });
});
