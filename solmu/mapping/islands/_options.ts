// The actors of a painted map as elements: what the keyboard walks on and a screen reader reads.
import type { MapActor, MapView, Spot } from "../../web/map";
import { spoken } from "./_svg-parts";
import { said } from "./_words";

const LEAST = 24; // pixels that a target is high and wide at least
/** As many as a page bears; of more, only those in the window are elements, the most important first. */
export const MOST_OPTIONS = 1500;
const MOST_AT_ONCE = 400;

export class Options {
  readonly list = document.createElement("div");
  private items = new Map<string, HTMLElement>();

  constructor() {
    this.list.className = "map-actors";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", said("actors"));
  }

  /** Forget who was offered: the data is another. */
  clear(): void {
    this.items.clear();
    this.list.replaceChildren();
  }

  /** Offer actors where they stand: all of them, or of too many those `near` and the current one. */
  offer(all: ReadonlyMap<string, Spot>, view: MapView, near: () => Spot[], current: string): void {
    this.list.style.transform = `translate(${view.x.toFixed(1)}px,${view.y.toFixed(1)}px)`;
    const here = all.get(current);
    const spots = all.size <= MOST_OPTIONS ? [...all.values()] : [...new Set([...(here ? [here] : []), ...near().slice(0, MOST_AT_ONCE)])];
    const kept = new Set(spots.map(({ actor }) => actor.ref));
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["ref"] : undefined;
    for (const [ref, item] of this.items) {
      if (kept.has(ref) || ref === held) continue;
      item.remove();
      this.items.delete(ref);
    }
    for (const spot of spots) this.stand(this.itemOf(spot.actor, all.size), spot);
  }

  /** The element of one actor, made when it is not there yet. */
  itemOf(actor: MapActor, of: number): HTMLElement {
    const known = this.items.get(actor.ref);
    if (known) return known;
    const item = document.createElement("div");
    item.className = "map-option";
    item.dataset["ref"] = actor.ref;
    const facts = { role: "option", tabindex: "-1", "aria-selected": "false", "aria-setsize": String(of), "aria-label": spoken(actor) };
    for (const [name, value] of Object.entries(facts)) item.setAttribute(name, value);
    this.items.set(actor.ref, item);
    this.list.append(item);
    return item;
  }

  /** Stand an option over its shape. */
  stand(item: HTMLElement, { x, y, r }: Spot): void {
    const size = Math.max(LEAST, 2 * r + 8);
    Object.assign(item.style, { width: `${size}px`, height: `${size}px`, transform: `translate(${(x - size / 2).toFixed(1)}px,${(y - size / 2).toFixed(1)}px)` });
  }

  /** Let one actor be the keyboard's stop. */
  rove(ref: string): void {
    for (const item of this.list.querySelectorAll<HTMLElement>('[tabindex="0"]')) item.tabIndex = -1;
    const item = this.items.get(ref);
    if (item) item.tabIndex = 0;
  }

  /** Say which actors are chosen. */
  choose(isChosen: (ref: string) => boolean): void {
    for (const [ref, item] of this.items) item.setAttribute("aria-selected", String(isChosen(ref)));
  }
}
