// <area-map>: the network drawn in a card, with search, filters, tools and a panel beside it (mapping/map_card.html):
//   <area-map data-source data-level data-actor-panel data-tie-panel [data-chosen] [data-pin data-add-actor data-add-tie]>
//     <form class="map-search">…  <div class="map-ground">…  <div class="map-tools">…  <div class="legend">…
import htmx from "htmx.org";
import { announce } from "../../web/announce";
import type { Choice, MapActor, MapData } from "../../web/map";
import { showToast } from "../../web/toasts";
import { say } from "../../web/words";
import { countOf, filtersOf, narrowed } from "./_filters";
import { directionOf, nearestTowards, type Point } from "./_geometry";
import { Mover } from "./_mover";
import { savePng, saveSvg } from "./_pictures";
import { Pointer, type Hands } from "./_pointer";
import { Search } from "./_search";
import { SvgMap } from "./_svg-map";
import { lineOf } from "./_svg-parts";
import { said, saidOf } from "./_words";

const START = 0.85; // how closely a phone begins
const LABEL = 60; // room for the names under the lowest actors and for the tools

class AreaMap extends HTMLElement {
  private map = new SvgMap();
  private pointer!: Pointer;
  private mover!: Mover;
  private whole: MapData | undefined;
  private wantedPlace: Point | undefined;
  private stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.stop;
    this.querySelector(".map-ground")?.replaceChildren(this.map.svg);
    this.pointer = new Pointer(this.map, this.dataset["pin"] ? this.hands() : undefined);
    this.mover = new Mover(this.map, (actor) => this.pin(actor));
    this.map.onSelect = (choice) => this.choose(choice);
    this.map.svg.addEventListener("keydown", (event) => this.press(event));
    this.map.svg.addEventListener("focusin", (event) => this.pointer.offerAt(event.target as Element));
    const input = this.querySelector<HTMLInputElement>("input[type=search]");
    if (input) new Search(input, () => this.map.data.actors, (ref) => this.find(ref));
    this.watchFilters();
    document.addEventListener("click", (event) => this.act(event), { signal });
    document.addEventListener("keydown", (event) => this.leavePanel(event), { signal });
    document.body.addEventListener("solmu:changed", () => void this.refresh(), { signal });
    addEventListener("beforeprint", () => this.lieOnPaper(true), { signal });
    addEventListener("afterprint", () => this.lieOnPaper(false), { signal });
    for (const tool of document.querySelectorAll<HTMLElement>("[data-map-do][hidden]")) tool.hidden = false;
    void this.begin();
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.stop = new AbortController();
  }

  private async begin(): Promise<void> {
    await this.read();
    const { chosen, chosenTarget } = this.dataset;
    this.map.shown = new Set(new URL(location.href).searchParams.get("show")?.split(","));
    this.map.select(chosen ? { actor: chosen, ...(chosenTarget ? { target: chosenTarget } : {}) } : null);
    this.lookAround();
    // who was sent here to see something sees it: on a phone the map begins below the first screen
    if (innerWidth <= 760 && !location.hash && /[?&](actor|show)=/.test(location.search)) this.scrollIntoView();
    await document.fonts?.ready;
    this.map.layOut();
    new ResizeObserver(() => this.map.layOut()).observe(this.map.svg);
  }

  /** Show all of it; on a phone begin near the chosen or shown one, for the whole would be too small to read. */
  private lookAround(): void {
    this.map.setView("fit");
    const [shown] = this.map.shown;
    const chosen = this.map.parts.get(this.map.choice?.actor ?? shown ?? "") ?? [...this.map.parts.values()].find(({ actor }) => actor.hub);
    if (this.map.width >= 600 || !chosen || this.map.data.actors.length < 15) return;
    this.map.stretch = 0.85;
    const lowest = this.map.height - (this.map.data.height + LABEL) * START; // no empty ground below the last actor
    const y = this.map.height * 0.45 - chosen.actor.y * START;
    this.map.setView({ k: START, x: this.map.width / 2 - chosen.actor.x * this.map.stretch * START, y: lowest < 0 ? Math.max(y, lowest) : y });
  }

  private async read(): Promise<void> {
    try {
      const answer = await fetch(this.dataset["source"] ?? "", { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      this.whole = (await answer.json()) as MapData;
    } catch {
      showToast({ text: said("failed"), bad: true });
      return;
    }
    this.drawData();
  }

  /** Draw what the filters let through. */
  private drawData(): void {
    if (!this.whole) return;
    const form = this.querySelector<HTMLFormElement>(".map-filters form");
    const filters = form ? filtersOf(form) : undefined;
    const data = filters ? narrowed(this.whole, filters) : this.whole;
    this.map.setData(data);
    this.pointer.arm();
    const details = this.querySelector<HTMLElement>(".map-filters");
    const count = filters ? countOf(filters) : 0;
    if (details && count) details.dataset["active"] = String(count);
    else details?.removeAttribute("data-active");
    this.explain(data);
  }

  /** Keep in the legend what is on the map. */
  private explain(data: MapData): void {
    const present = new Set(data.ties.map(lineOf));
    if (data.ties.some(({ notes }) => notes)) present.add("notes");
    if (data.actors.some(({ folded }) => folded)) present.add("folded");
    for (const entry of this.querySelectorAll<HTMLElement>("[data-line]")) entry.hidden = !present.has(entry.dataset["line"] ?? "");
  }

  private async refresh(): Promise<void> {
    const known = new Set(this.whole?.actors.map(({ ref }) => ref));
    await this.read();
    const fresh = this.whole?.actors.filter(({ ref }) => !known.has(ref)) ?? [];
    const [added] = fresh;
    if (added && fresh.length === 1 && this.wantedPlace) {
      const [x, y] = this.wantedPlace;
      this.map.move(added.ref, x, y);
      this.map.layOut();
      this.pin({ ...added, x, y });
    }
    this.wantedPlace = undefined;
    if (added && fresh.length === 1) this.choose({ actor: added.ref });
    else this.choose(this.map.choice);
    for (const part of ["map-state", "map-meta"]) {
      // each with a source of its own: htmx lets one element ask one thing at a time
      void htmx.ajax("GET", location.href, { source: `#${part}`, target: `#${part}`, swap: "outerHTML", select: `#${part}` });
    }
  }

  private choose(choice: Choice | null): void {
    this.map.shown.clear();
    this.map.select(choice);
    const address = new URL(location.href);
    for (const name of ["actor", "target", "q", "show"]) address.searchParams.delete(name);
    if (choice) address.searchParams.set("actor", choice.actor);
    if (choice?.target) address.searchParams.set("target", choice.target);
    history.replaceState(history.state, "", address);
    if (!choice) {
      announce(said("nothing"));
      return;
    }
    const panel = (choice.target ? this.dataset["tiePanel"] : this.dataset["actorPanel"]) ?? "";
    const fragment = panel.replace("REF", choice.actor).replace("TARGET", choice.target ?? "");
    void htmx.ajax("GET", `${fragment}?level=${this.dataset["level"]}`, { source: "#map-panel", target: "#map-panel", swap: "innerHTML" });
    const [one, other] = [choice.actor, choice.target].map((ref) => this.map.parts.get(ref ?? "")?.actor);
    if (one && other) announce(said("tie", { one: one.name, other: other.name }));
    else if (one) announce(saidOf("chosen", one.ties, { name: one.name }));
  }

  private find(ref: string): void {
    this.choose({ actor: ref });
    this.map.focus(ref);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.mover.press(event)) return;
    const direction = directionOf(event.key);
    const here = this.map.parts.get(this.map.at);
    if (direction && here) {
      const next = nearestTowards(here, [...this.map.parts.values()], direction);
      if (next) this.map.focus(next.actor.ref);
    } else if (event.key === "Enter" || event.key === " ") {
      this.choose({ actor: this.map.at });
      document.getElementById("map-panel")?.focus();
    } else if (event.key === "+") this.pointer.closer();
    else if (event.key === "-") this.pointer.farther();
    else if (event.key === "0") this.map.setView("fit");
    else if (event.key === "Escape") this.choose(null);
    else return;
    event.preventDefault();
  }

  /** Esc in the panel leads back to the actor on the map. */
  private leavePanel(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target as Element).closest?.("#map-panel")) return;
    event.preventDefault();
    this.map.focus(this.map.choice?.actor ?? this.map.at);
  }

  /** The buttons and links that belong to the map, wherever on the page they stand. */
  private act(event: MouseEvent): void {
    const target = event.target as Element;
    const chooser = target.closest<HTMLElement>("[data-chooses]");
    const ref = chooser?.dataset["chooses"] ?? "";
    if (chooser && this.map.parts.has(ref) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const other = chooser.dataset["choosesTarget"];
      this.choose({ actor: ref, ...(other ? { target: other } : {}) });
      return;
    }
    const deed = target.closest<HTMLElement>("[data-map-do]")?.dataset["mapDo"];
    const deeds: Record<string, () => void> = {
      in: () => this.pointer.closer(),
      out: () => this.pointer.farther(),
      fit: () => this.map.setView("fit"),
      widen: () => this.widen(),
      move: () => this.mover.begin(this.map.choice?.actor ?? ""),
      print: () => print(),
      png: () => void savePng(this.map, this.pictureName()),
      svg: () => void saveSvg(this.map, this.pictureName()),
    };
    const run = deed ? deeds[deed] : undefined;
    if (!run) return;
    event.preventDefault();
    target.closest<HTMLDetailsElement>("details.menu:not(.map-filters)")?.removeAttribute("open");
    run();
  }

  private pictureName(): string {
    const slug = new URL(this.dataset["map"] ?? "/", location.href).pathname.split("/")[2] ?? "map";
    return `${slug}-${this.map.data.on}`;
  }

  private watchFilters(): void {
    const form = this.querySelector<HTMLFormElement>(".map-filters form");
    form?.addEventListener("change", () => this.narrow(form));
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      form.closest("details")?.removeAttribute("open");
    });
  }

  private narrow(form: HTMLFormElement): void {
    this.drawData();
    const address = new URL(location.href);
    const kept = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    for (const name of ["sector", "content", "frequency", "wished", "narrowed"]) address.searchParams.delete(name);
    if (countOf(filtersOf(form))) for (const [name, value] of kept) if (value && name !== "level") address.searchParams.append(name, value);
    history.replaceState(history.state, "", address);
    announce(said("shown", { actors: this.map.data.actors.length, ties: this.map.data.ties.length }));
  }

  private widen(): void {
    const form = this.querySelector<HTMLFormElement>(".map-filters form");
    if (!form) return;
    for (const box of form.querySelectorAll<HTMLInputElement>("[type=checkbox]")) box.checked = box.name === "wished";
    for (const list of form.querySelectorAll("select")) list.value = "";
    this.narrow(form);
  }

  private hands(): Hands {
    const open = (address: string, values: Record<string, string>) => {
      const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
      if (address) void htmx.ajax("GET", `${address}?${query}`, { source: "#dialog-slot", target: "#dialog-slot", swap: "innerHTML" });
    };
    return {
      pin: (actor) => this.pin(actor),
      addTie: (source, target) => open(this.dataset["addTie"] ?? "", { from: source, to: target }),
      addActor: (at) => {
        this.wantedPlace = at;
        open(this.dataset["addActor"] ?? "", {});
      },
    };
  }

  private async pin(actor: MapActor): Promise<void> {
    const { width, height } = this.map.data;
    const body = new URLSearchParams({ actor: actor.ref, x: String(actor.x / width), y: String(actor.y / height) });
    const headers = { "X-CSRFToken": csrfToken() };
    const answer = await fetch(this.dataset["pin"] ?? "", { method: "POST", body, headers }).catch(() => undefined);
    if (answer?.ok) {
      const known = this.whole?.actors.find(({ ref }) => ref === actor.ref);
      if (known) Object.assign(known, { x: actor.x, y: actor.y, pinned: true });
      announce(said("moved", { name: actor.name }));
    } else showToast({ text: say(answer ? "failed" : "lost"), bad: true });
  }

  /** On paper the whole map fills the sheet, whatever part of it the window shows. */
  private lieOnPaper(lie: boolean): void {
    if (!lie) {
      this.map.svg.removeAttribute("viewBox");
      return;
    }
    const { left, top, right, bottom } = this.map.drawnBox;
    const { x, y } = this.map.view;
    this.map.svg.setAttribute("viewBox", `${left + x - 8} ${top + y - 8} ${right - left + 16} ${bottom - top + 16}`);
  }
}

function csrfToken(): string {
  const headers = document.body.getAttribute("hx-headers:inherited") ?? "{}";
  return (JSON.parse(headers) as Record<string, string>)["X-CSRFToken"] ?? "";
}

customElements.define("area-map", AreaMap);
