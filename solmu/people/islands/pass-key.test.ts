// The element asks the device only where browsers know passkeys, and says in words when nothing comes of it.
import { afterEach, expect, test, vi } from "vitest";
import "./pass-key";

const PAGE = `<pass-key ceremony="get" options="/options/" failed="Ei onnistunut.">
  <form action="/there/" method="post"><input type="hidden" name="credential"><button type="button" hidden>Kirjaudu</button>
  <p role="alert" hidden></p></form></pass-key>`;

function shown(): { button: HTMLButtonElement; alert: HTMLElement; form: HTMLFormElement } {
  document.body.innerHTML = PAGE;
  const [button, alert, form] = ["button", "[role=alert]", "form"].map((one) => document.querySelector(one));
  return { button: button as HTMLButtonElement, alert: alert as HTMLElement, form: form as HTMLFormElement };
}

function knowPasskeys(get: () => Promise<unknown>): void {
  vi.stubGlobal("PublicKeyCredential", { parseCreationOptionsFromJSON: (it: unknown) => it, parseRequestOptionsFromJSON: (it: unknown) => it });
  vi.stubGlobal("fetch", () => Promise.resolve({ json: () => Promise.resolve({ publicKey: {} }) }));
  vi.stubGlobal("navigator", { credentials: { get } });
}

afterEach(() => vi.unstubAllGlobals());

test("a browser without passkeys shows no button", () => {
  vi.stubGlobal("PublicKeyCredential", undefined);
  expect(shown().button.hidden).toBe(true);
});

test("what the device answers is sent with the form", async () => {
  knowPasskeys(() => Promise.resolve({ toJSON: () => ({ id: "abc" }) }));
  const { button, form } = shown();
  const submit = vi.spyOn(form, "submit").mockImplementation(() => undefined);
  button.click();
  await vi.waitFor(() => expect(submit).toHaveBeenCalledOnce());
  expect(form.querySelector<HTMLInputElement>("[name=credential]")?.value).toBe('{"id":"abc"}');
});

test("a person who declines is told, and may try again", async () => {
  knowPasskeys(() => Promise.reject(new Error("NotAllowedError")));
  const { button, alert } = shown();
  button.click();
  await vi.waitFor(() => expect(alert.hidden).toBe(false));
  expect(alert.textContent).toBe("Ei onnistunut.");
  expect(button.disabled).toBe(false);
});
