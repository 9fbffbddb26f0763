import { beforeEach, expect, test, vi } from "vitest";
import "./copy-text";

const write = vi.fn<(text: string) => Promise<void>>();

function drawn(): HTMLButtonElement {
  document.body.innerHTML = `<p id="announcer"></p><copy-text data-copied="Kopioitu">
    <input readonly value="https://solmu.example/share/slm_x/"><button type="button" hidden><svg></svg>Kopioi linkki</button></copy-text>`;
  return document.querySelector("button") as HTMLButtonElement;
}

beforeEach(() => {
  write.mockReset();
  vi.stubGlobal("navigator", { clipboard: { writeText: write } });
});

test("the button puts the field's text on the clipboard and says so, keeping its icon", async () => {
  write.mockResolvedValue();
  const button = drawn();
  expect(button.hidden).toBe(false);
  button.click();
  expect(write).toHaveBeenCalledWith("https://solmu.example/share/slm_x/");
  await vi.waitFor(() => expect(button.textContent).toBe("Kopioitu"));
  expect(button.querySelector("svg")).not.toBeNull();
});

test("where the clipboard refuses, the field is marked for copying by hand", async () => {
  write.mockRejectedValue(new Error("refused"));
  drawn().click();
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("INPUT"));
});

test("without a clipboard there is no button", () => {
  vi.stubGlobal("navigator", {});
  expect(drawn().hidden).toBe(true);
});
