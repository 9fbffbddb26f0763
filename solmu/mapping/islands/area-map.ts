// <area-map>: the network drawn in a card, with search, filters, tools and a panel beside it (mapping/map_card.html):
//   <area-map data-source data-level data-actor-panel data-tie-panel [data-chosen] [data-pin data-add-actor data-add-tie]>
//     <form class="map-search">…  <div class="map-ground">…  <div class="map-tools">…  <div class="legend">…
import htmx from "htmx.org";
import { announce } from "../../web/announce";
import type { Choice, MapActor, MapData, MapRenderer } from "../../web/map";
import { showToast } from "../../web/toasts";
import { say } from "../../web/words";
import { CanvasMap } from "./_canvas-map";
import { countOf, filtersOf, narrowed } from "./_filters";
import { Folding } from "./_folding";
import { directionOf, nearestTowards, type Point } from "./_geometry";
import { Mover } from "./_mover";
import { unpacked } from "./_packed";
import { savePng, savePngOf, saveSvg } from "./_pictures";
import { Pointer, type Hands } from "./_pointer";
import { Search } from "./_search";
import { SvgMap } from "./_svg-map";
import { lineOf } from "./_svg-parts";
import { said, saidOf } from "./_words";

const MOST_SVG = 400; // actors beyond which a canvas draws: each of them is a dozen elements in SVG
const START = 0.85; // how closely a phone begins
const LABEL = 60; // room for the names under the lowest actors and for the tools

class AreaMap extends HTMLElement {
  private map!: MapRenderer;
  private pointer!: Pointer;
  private mover!: Mover;
  private folding = new Folding();
  private whole: MapData | undefined;
  private wantedPlace: Point | undefined;
  private stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.stop;
    document.addEventListener("click", (event) => this.act(event), { signal });
    document.addEventListener("keydown", (event) => this.leavePanel(event), { signal });
    document.body.addEventListener("solmu:changed", () => void this.refresh(), { signal });
    void this.begin();
  }

  disconnectedCallback(): void {
    this.stop.abort();
    this.stop = new AbortController();
  }

  /** Stand the renderer that fits the map's size in the card, and let hand and key reach it. */
  private mount({ actors, folds }: MapData): void {
    const { signal } = this.stop;
    this.map = actors.length > MOST_SVG ? new CanvasMap(signal) : new SvgMap();
    this.querySelector(".map-ground")?.replaceChildren(this.map.root);
    this.pointer = new Pointer(this.map, this.dataset["pin"] ? this.hands() : undefined);
    this.mover = new Mover(this.map, (actor) => this.pin(actor));
    this.map.onSelect = (choice) => this.choose(choice);
    this.map.root.addEventListener("keydown", (event) => this.press(event as KeyboardEvent));
    this.map.root.addEventListener("focusin", (event) => {
      this.pointer.offerAt(event.target as Element);
      // a screen reader sets the focus itself
      const ref = (event.target as Element).closest<HTMLElement | SVGElement>("[data-ref]")?.dataset["ref"];
      if (ref && ref !== this.map.at) this.map.focus(ref);
    });
    const input = this.querySelector<HTMLInputElement>("input[type=search]");
    if (input) new Search(input, () => this.narrowedData().actors, (ref) => this.find(ref));
    this.watchFilters();
    addEventListener("beforeprint", () => this.map.lieOnPaper(true), { signal });
    addEventListener("afterprint", () => this.map.lieOnPaper(false), { signal });
    for (const tool of document.querySelectorAll<HTMLElement>("[data-map-do][hidden]")) tool.hidden = tool.dataset["mapDo"] === "flat" && !folds;
  }

  private async begin(): Promise<void> {
    await this.read();
    if (!this.whole) return;
    this.mount(this.whole);
    // who is only proposed, because nobody was asked for, opens nothing
    if (this.dataset["chosen"] && /[?&]actor=/.test(location.search)) this.folding.reveal(this.whole, this.dataset["chosen"]);
    this.drawData();
    const { chosen, chosenTarget } = this.dataset;
    this.map.shown = new Set(new URL(location.href).searchParams.get("show")?.split(","));
    this.map.select(chosen ? { actor: chosen, ...(chosenTarget ? { target: chosenTarget } : {}) } : null);
    this.lookAround();
    // who was sent here to see something sees it: on a phone the map begins below the first screen
    if (innerWidth <= 760 && !location.hash && /[?&](actor|show)=/.test(location.search)) this.scrollIntoView();
    await document.fonts?.ready;
    this.map.layOut();
    new ResizeObserver(() => this.map.layOut()).observe(this.map.root);
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
      this.whole = unpacked(await answer.json());
    } catch {
      showToast({ text: said("failed"), bad: true });
    }
  }

  /** What the filters let through. */
  private narrowedData(): MapData {
    const form = this.querySelector<HTMLFormElement>(".map-filters form");
    const whole = this.whole ?? this.map.data;
    return form ? narrowed(whole, filtersOf(form)) : whole;
  }

  /** Draw what the filters let through. */
  private drawData(): void {
    const data = this.narrowedData();
    this.map.setData(this.folding.folded(data));
    const details = this.querySelector<HTMLElement>(".map-filters");
    const form = details?.querySelector("form");
    const count = form ? countOf(filtersOf(form)) : 0;
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
    this.drawData();
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
    if (choice && this.folding.has(this.whole?.folds, choice.actor)) {
      this.unfold(choice.actor);
      return;
    }
    if (choice && !this.map.parts.has(choice.actor)) this.reveal(choice.actor);
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

  /** Open a community, or close it again. */
  private unfold(ref: string): void {
    const isOpen = this.folding.toggle(ref);
    this.drawData();
    const ground = this.map.data.grounds?.find((one) => one.ref === ref);
    if (ground) this.lookAt(ground);
    if (this.map.root.contains(document.activeElement)) this.map.focus(ref);
    const part = this.map.parts.get(ref);
    if (part) announce(said(isOpen ? "opened" : "closed", { name: part.actor.name, n: part.actor.folded }));
  }

  /** Come as close to an opened community as it takes to tell its members apart. */
  private lookAt({ x, y, r }: { x: number; y: number; r: number }): void {
    const { map } = this;
    const k = Math.max(map.view.k, Math.min(Math.min(map.width - 160, map.height - 170) / (2 * r), 1.1));
    map.setView({ k, x: map.width / 2 - x * map.stretch * k, y: map.height / 2 - y * k });
  }

  /** Open the community that somebody is inside. */
  private reveal(ref: string): void {
    if (!this.whole?.folds) return;
    this.folding.reveal(this.whole, ref);
    this.drawData();
    const home = this.map.data.grounds?.find((one) => one.ref === this.whole?.folds?.homes.get(ref)?.community);
    if (home) this.lookAt(home);
  }

  /** Show all actors where they stand among the sectors, or their communities again. */
  private flatten(button: HTMLElement): void {
    this.folding.flat = !this.folding.flat;
    button.setAttribute("aria-pressed", String(this.folding.flat));
    this.drawData();
    this.map.setView("fit");
    announce(said("shown", { actors: this.map.data.actors.length, ties: this.map.data.ties.length }));
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
      const isCommunity = here?.actor.kind === "community";
      this.choose({ actor: this.map.at });
      if (!isCommunity) document.getElementById("map-panel")?.focus();
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
    if (chooser && this.whole?.actors.some((actor) => actor.ref === ref) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const other = chooser.dataset["choosesTarget"];
      this.choose({ actor: ref, ...(other ? { target: other } : {}) });
      return;
    }
    const deed = target.closest<HTMLElement>("[data-map-do]")?.dataset["mapDo"];
    // of a map on canvas the server's drawing is taken along: the link leads there
    if (deed === "svg" && this.map instanceof CanvasMap) return;
    const deeds: Record<string, () => void> = {
      in: () => this.pointer.closer(),
      out: () => this.pointer.farther(),
      fit: () => this.map.setView("fit"),
      widen: () => this.widen(),
      move: () => this.mover.begin(this.map.choice?.actor ?? ""),
      flat: () => this.flatten(target.closest<HTMLElement>("[data-map-do]") as HTMLElement),
      print: () => print(),
      png: () => void (this.map instanceof SvgMap ? savePng(this.map, this.pictureName()) : savePngOf(this.pictureAddress(), this.pictureName())),
      svg: () => this.map instanceof SvgMap && void saveSvg(this.map, this.pictureName()),
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

  /** Where the server draws the same map. */
  private pictureAddress(): string {
    return document.querySelector<HTMLAnchorElement>("a[data-map-do=svg]")?.href ?? "";
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
    const { actors, ties } = this.narrowedData();
    announce(said("shown", { actors: actors.length, ties: ties.length }));
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
      const { undo } = (await answer.json()) as { undo: string };
      const action = undo ? { action: { label: say("undo"), run: () => post(undo) } } : {};
      showToast({ text: said("moved", { name: actor.name }), ...action });
    } else showToast({ text: say(answer ? "failed" : "lost"), bad: true });
  }
}

/** Send a form as a press of a button in it would; the page comes back as it is now. */
function post(address: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: csrfToken(), next: location.pathname + location.search })) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function csrfToken(): string {
  const headers = document.body.getAttribute("hx-headers:inherited") ?? "{}";
  return (JSON.parse(headers) as Record<string, string>)["X-CSRFToken"] ?? "";
}

customElements.define("area-map", AreaMap);
