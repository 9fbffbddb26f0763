// <whom-to-call> around the directory (registry/directory.html): marks the chosen answer, moves between answers by
// arrows, tells how many there are, and lets focus follow the choice. An example that is pressed comes to the field.
//
// Expects: #what, the field · #found with [data-told] and a.answer-name or button[form=ask], swapped by htmx · #directory-panel.

import { announce } from "../../web/announce";

class WhomToCall extends HTMLElement {
  private told = "";
  private stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.stop;
    this.addEventListener("click", (event) => this.choose(event), { signal });
    this.addEventListener("keydown", (event) => this.onKey(event), { signal });
    document.addEventListener("htmx:after:settle", () => this.tell(), { signal });
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  private answers(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("a.answer-name")];
  }

  private choose(event: Event): void {
    const example = (event.target as Element).closest<HTMLButtonElement>("button[form=ask][name=q]");
    const field = this.querySelector<HTMLInputElement>("#what");
    if (example && field) field.value = example.value;
    const chosen = (event.target as Element).closest<HTMLElement>("a.answer-name");
    if (!chosen) return;
    for (const one of this.answers()) one.toggleAttribute("aria-current", false);
    chosen.setAttribute("aria-current", "true");
    const panel = this.querySelector<HTMLElement>("#directory-panel");
    panel?.addEventListener("htmx:after:swap", () => panel.focus(), { once: true });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const field = this.querySelector<HTMLInputElement>("#what");
    const answers = this.answers();
    const at = answers.indexOf(target as HTMLAnchorElement);
    if (event.key === "Escape" && target.closest("#directory-panel")) {
      (this.querySelector<HTMLElement>("a.answer-name[aria-current]") ?? field)?.focus();
    } else if (event.key === "ArrowDown" && (target === field || at >= 0)) {
      answers[Math.min(at + 1, answers.length - 1)]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at === 0 ? field : answers[at - 1])?.focus();
    } else return;
    event.preventDefault();
  }

  private tell(): void {
    const told = this.querySelector("[data-told]")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (told && told !== this.told) announce(told);
    this.told = told;
  }
}

customElements.define("whom-to-call", WhomToCall);
