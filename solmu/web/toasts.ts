// Short messages at the window's bottom: from the server, from answers to htmx, and from islands.
import { announce } from "./announce";
import { say } from "./words";

const SHOWN_FOR = 9_000;

export interface Toast {
  text: string;
  bad?: boolean;
  action?: { label: string; run: () => void };
}

/** Show a message; one with an action stays until it is closed or the next one comes. */
export function showToast({ text, bad = false, action }: Toast): HTMLElement {
  const toast = document.createElement("div");
  toast.className = `toast ${bad ? "bad" : "ok"}`;
  const words = document.createElement("p");
  words.textContent = text;
  toast.append(words);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "toast-action";
    button.textContent = action.label;
    button.addEventListener("click", () => {
      toast.remove();
      action.run();
    });
    toast.append(button);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "toast-close";
  close.setAttribute("aria-label", say("close"));
  close.innerHTML =
    '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" aria-hidden="true"><path d="M18 6 6 18M6 6l12 12"/></svg>';
  toast.append(close);
  document.getElementById("toasts")?.append(toast);
  return toast;
}

/** Make a toast closable, read it aloud, and let it go when it asks for nothing. */
function arm(toast: HTMLElement): void {
  const close = toast.querySelector<HTMLButtonElement>(".toast-close");
  if (close) {
    close.hidden = false;
    close.addEventListener("click", () => toast.remove());
  }
  announce(toast.querySelector("p")?.textContent ?? "");
  if (toast.matches(".bad") || toast.querySelector(".toast-action")) return;
  let timer = setTimeout(() => toast.remove(), SHOWN_FOR);
  const hold = () => clearTimeout(timer);
  const release = () => {
    timer = setTimeout(() => toast.remove(), SHOWN_FOR);
  };
  for (const event of ["pointerenter", "focusin"]) toast.addEventListener(event, hold);
  for (const event of ["pointerleave", "focusout"]) toast.addEventListener(event, release);
}

/** Arm the toasts that the page came with and every later one. */
export function watchToasts(): void {
  const region = document.getElementById("toasts");
  if (!region) return;
  for (const toast of region.querySelectorAll<HTMLElement>(".toast")) arm(toast);
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node instanceof HTMLElement && node.matches(".toast"));
    if (!added.length) return;
    for (const old of region.querySelectorAll(".toast")) if (!added.includes(old)) old.remove();
    for (const toast of added) arm(toast as HTMLElement);
  }).observe(region, { childList: true });
}
