import { beforeEach, describe, expect, test, vi } from "vitest";
import { check, fault, holdsIdentityCode, watchGuarded } from "./guard";

describe("what belongs elsewhere", () => {
  test.each(["Soita 040 123 4567", "p. 050-1234567", "+358 40 123 4567", "0401234567", "+358(0)401234567"])("%s is a phone number", (text) => {
    expect(fault(text)).toBe("phone");
  });

  test.each(["katri.heino@example.fi", "Kirjoita: åsa@väst.fi, kiitos"])("%s holds an e-mail address", (text) => {
    expect(fault(text)).toBe("email");
  });

  test.each(["131052-308T", "Nuori 131052-308t tuli", "131052–308T"])("%s holds an identity code", (text) => {
    expect(holdsIdentityCode(text)).toBe(true);
    expect(fault(text)).toBe("identity");
  });

  test.each(["131052-308X", "321352-308T", "131052-3080"])("%s is no identity code", (text) => {
    expect(holdsIdentityCode(text)).toBe(false);
  });

  test.each([
    "Kokous 12.11.2026 klo 9.30–11",
    "Y-tunnus 0201256-6",
    "Vastaanotto 2.–4.11., 16–29-vuotiaat",
    "12 400 nuorta, 3,5 päivää",
    "Postinumero 00100 Helsinki",
    "Laki 381/2023",
  ])("%s is free to write", (text) => {
    expect(fault(text)).toBeUndefined();
  });
});

describe("the warning under a field", () => {
  let field: HTMLTextAreaElement;
  beforeEach(() => {
    document.body.innerHTML = `<template id="words" data-phone="Puhelinnumero?" data-email="Osoite?"></template>
      <textarea id="note" data-guard aria-describedby="hint"></textarea><textarea id="free"></textarea>`;
    field = document.getElementById("note") as HTMLTextAreaElement;
  });

  test("comes, changes and goes with the words", () => {
    field.value = "040 123 4567";
    check(field);
    const line = document.getElementById("note-guard");
    expect(line?.textContent).toBe("Puhelinnumero?");
    expect(line?.getAttribute("role")).toBe("status");
    expect(field.getAttribute("aria-describedby")).toBe("hint note-guard");
    field.value = "a@example.fi";
    check(field);
    expect(line?.textContent).toBe("Osoite?");
    field.value = "Yhteinen vastaanotto";
    check(field);
    expect(line?.textContent).toBe("");
  });

  test("is written only in fields that ask for it, once the writer pauses", () => {
    vi.useFakeTimers();
    watchGuarded();
    for (const id of ["note", "free"]) {
      const written = document.getElementById(id) as HTMLTextAreaElement;
      written.value = "040 123 4567";
      written.dispatchEvent(new Event("input", { bubbles: true }));
      expect(document.querySelector(".guard-warning")).toBeNull();
      vi.advanceTimersByTime(400);
      expect(Boolean(document.getElementById(`${id}-guard`))).toBe(id === "note");
      document.querySelector(".guard-warning")?.remove();
    }
    vi.useRealTimers();
  });
});
