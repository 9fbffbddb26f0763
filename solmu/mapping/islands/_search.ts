// The map's search: a combobox over the names on it; Enter or a press chooses, Esc closes.
import type { MapActor } from "../../web/map";
import { announce } from "../../web/announce";
import { sectorShape } from "../../web/shapes";
import { draw } from "./_svg-parts";
import { said, saidOf } from "./_words";

const MOST = 8;

/** Names that hold what is sought, those that begin with it first; a word inside counts as a beginning too. */
export function found(actors: MapActor[], sought: string): MapActor[] {
  const plain = sought.trim().toLocaleLowerCase();
  if (!plain) return [];
  const place = ({ name }: MapActor) => {
    const at = name.toLocaleLowerCase().indexOf(plain);
    return at < 0 ? Infinity : at === 0 ? 0 : /[\s,-]/.test(name[at - 1] ?? "") ? 1 : 2;
  };
  return actors
    .map((actor) => ({ actor, at: place(actor) }))
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at || a.actor.name.localeCompare(b.actor.name, "fi"))
    .slice(0, MOST)
    .map(({ actor }) => actor);
}

export class Search {
  private list = document.createElement("ul");
  private active = -1;
  private shown: MapActor[] = [];

  constructor(
    private readonly input: HTMLInputElement,
    private readonly actors: () => MapActor[],
    private readonly choose: (ref: string) => void,
  ) {
    this.list.id = "map-found";
    this.list.className = "map-found";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", said("results"));
    this.list.hidden = true;
    const facts = { role: "combobox", "aria-controls": "map-found", "aria-expanded": "false", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(facts)) input.setAttribute(name, value);
    input.form?.append(this.list);
    input.addEventListener("input", () => this.look());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.take(this.shown[Math.max(this.active, 0)]);
    });
  }

  private look(): void {
    this.shown = found(this.actors(), this.input.value);
    this.active = -1;
    const empty = document.createElement("li");
    empty.className = "map-found-none";
    empty.setAttribute("role", "option");
    empty.setAttribute("aria-disabled", "true");
    empty.textContent = said("noMatch");
    this.list.replaceChildren(...(this.shown.length ? this.shown.map((actor, at) => this.option(actor, at)) : [empty]));
    this.list.hidden = !this.input.value.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
    if (!this.list.hidden) announce(this.shown.length ? saidOf("matches", this.shown.length) : said("noMatch"));
  }

  private option(actor: MapActor, at: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `map-found-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const shape = draw("svg", { viewBox: "-10 -10 20 20", class: `shape sector-${actor.sector || "unknown"}`, "aria-hidden": "true" }, sectorShape(actor.sector, 8.2));
    const name = document.createElement("span");
    name.textContent = actor.name;
    item.append(shape, name);
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(actor);
    });
    return item;
  }

  private press(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.step(event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private step(by: number): void {
    if (!this.shown.length) return;
    this.active = (this.active + by + this.shown.length) % this.shown.length;
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === this.active)));
    this.input.setAttribute("aria-activedescendant", `map-found-${this.active}`);
  }

  private take(actor: MapActor | undefined): void {
    if (!actor) return;
    this.close();
    this.input.value = "";
    this.choose(actor.ref);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
