// <tick-grid>: who works with whom, by ticks (mapping/grid.html, grid_table.html, grid_one.html). Each press is saved at once;
// what the connection fails to carry waits on the device and is sent again.
//   <tick-grid data-point data-asked data-undo data-squares data-refine data-keeps data-decides>
//     #grid-data #grid-words (JSON) · #both-ways · #grid-undo · #grid-state · table.tick-grid · form.one-by-one
import htmx from "htmx.org";
import { showToast } from "../../web/toasts";
import { placeAfter, type Place } from "./_grid-keys";
import { Pairs, type Press, type State, type Told } from "./_pairs";
import { PressQueue, type Answer } from "./_press-queue";

class TickGrid extends HTMLElement {
  private pairs!: Pairs;
  private queue!: PressQueue;
  private rows: string[] = [];
  private columns: string[] = [];
  private squares: (HTMLInputElement | null)[][] = [];
  private here: Place | undefined;
  private acts: number[] = [];
  private settled = 0;
  private words: Record<State, string> = JSON.parse(this.text("grid-words"));
  private stop = new AbortController();

  connectedCallback(): void {
    const { signal } = this.stop;
    this.pairs = new Pairs(this.dataset["decides"] === "1");
    this.pairs.take(JSON.parse(this.text("grid-data")) as Told);
    this.readTable();
    this.queue = new PressQueue((press) => this.send(press), localStorage, `solmu.grid.${this.dataset["keeps"]}`, (answered) => this.hear(answered));
    this.addEventListener("change", (event) => this.onChange(event.target as HTMLElement), { signal });
    this.addEventListener("keydown", (event) => this.onKey(event), { signal });
    this.addEventListener("focusin", (event) => this.onFocus(event.target as HTMLElement), { signal });
    this.addEventListener("pointerdown", (event) => this.onPoint(event), { signal });
    this.one<HTMLButtonElement>("#grid-undo")?.addEventListener("click", () => this.undo(), { signal });
    this.one("[data-refine-button]")?.addEventListener("click", () => this.refine(), { signal });
    document.body.addEventListener("solmu:changed", () => void this.refresh(), { signal });
    window.addEventListener("online", () => void this.queue.run(), { signal });
    window.addEventListener("beforeunload", (event) => this.queue.pending.length && event.preventDefault(), { signal });
    this.draw();
    if (this.queue.pending.length) void this.queue.run();
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  private one<T extends HTMLElement>(selector: string): T | null {
    return this.querySelector<T>(selector);
  }

  private text(id: string): string {
    return document.getElementById(id)?.textContent ?? "{}";
  }

  private readTable(): void {
    const lines = [...this.querySelectorAll<HTMLElement>("tr[data-row]")];
    this.rows = lines.map((line) => line.dataset["row"] ?? "");
    this.columns = [...this.querySelectorAll<HTMLElement>("th[data-column]")].map((head) => head.dataset["column"] ?? "");
    this.squares = lines.map((line) => [...line.querySelectorAll<HTMLElement>(":scope > td")].map((cell) => cell.querySelector("input")));
    for (const input of this.squares.flat()) if (input) input.tabIndex = -1;
    const first = this.squares.flat().find(Boolean);
    if (first) first.tabIndex = 0;
    this.one("#grid")?.removeAttribute("tabindex"); // the squares are focusable now
  }

  // Presses

  private onChange(box: HTMLElement): void {
    const other = box.dataset["with"] ?? box.dataset["ways"];
    const bothWays = this.one<HTMLInputElement>("#both-ways")?.checked ?? true;
    if (other) this.pointOne(other, box, bothWays);
    else if (box instanceof HTMLInputElement && box.dataset["to"]) {
      const row = box.closest<HTMLElement>("tr")?.dataset["row"] ?? "";
      this.queue.push(this.pairs.tick(row, box.dataset["to"], box.checked, bothWays));
    } else if (box instanceof HTMLInputElement && box.dataset["askedOf"]) {
      this.queue.push({ kind: "asked", actor: box.dataset["askedOf"], done: box.checked });
    }
  }

  /** A line of the one-by-one form: a tick with its direction. */
  private pointOne(other: string, touched: HTMLElement, bothWays: boolean): void {
    const source = this.one<HTMLElement>("#one-by-one")?.dataset["one"] ?? "";
    const box = this.one<HTMLInputElement>(`[data-with="${other}"]`);
    const ways = this.one<HTMLSelectElement>(`[data-ways="${other}"]`);
    if (!box || !ways) return;
    if (touched === box && box.checked) ways.value = bothWays ? "both" : "out";
    const forward = box.checked && ways.value !== "in";
    const back = box.checked && ways.value !== "out";
    this.queue.push({ kind: "point", source, target: other, forward, back });
  }

  private undo(): void {
    if (this.queue.drop()) return;
    const act = this.acts.pop();
    if (act) this.queue.push({ kind: "undo", act });
  }

  private async send(press: Press): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(press)) {
      if (name !== "kind" && value !== false) body.set(name, value === true ? "on" : String(value));
    }
    const address = this.dataset[press.kind] ?? "";
    // The cookie is newer than the page when one has signed in again meanwhile.
    const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? this.one<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ?? "";
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" } });
      if (answer.redirected) return { is: "signed out" };
      if (answer.status >= 500 || answer.status === 429) return { is: "lost" };
      const told = answer.headers.get("Content-Type")?.includes("json") ? ((await answer.json()) as { act?: number; text?: string }) : {};
      if (!answer.ok) return { is: "refused", text: told.text ?? "" };
      return { is: "saved", act: told.act ?? null };
    } catch {
      return { is: "lost" };
    }
  }

  private hear(answered?: { press: Press; answer: Answer }): void {
    if (answered?.answer.is === "saved") {
      this.pairs.settle(answered.press);
      this.settled += 1;
      if (answered.press.kind === "undo") void this.refresh();
      else if (answered.answer.act) this.acts.push(answered.answer.act);
    } else if (answered?.answer.is === "refused") {
      showToast({ text: answered.answer.text || this.say("refused"), bad: true });
      void this.refresh();
    }
    this.draw();
  }

  /** Bring what the server knows now; presses that wait stay laid over it. */
  private async refresh(): Promise<void> {
    const { settled } = this;
    try {
      const answer = await fetch(this.dataset["squares"] ?? "", { headers: { Accept: "application/json" } });
      const told = answer.ok && !answer.redirected ? ((await answer.json()) as Told) : undefined;
      if (told && settled !== this.settled) return void this.refresh(); // older than what has been saved since
      if (told) this.pairs.take(told);
    } catch {
      // Offline: what is shown stays.
    }
    this.draw();
  }

  // Drawing

  private draw(): void {
    this.pairs.lay(this.queue.pending);
    this.rows.forEach((row, number) => this.drawRow(row, this.squares[number] ?? []));
    this.drawOne();
    this.drawState();
    if (this.here) this.tellSquare(this.here);
  }

  private drawRow(row: string, boxes: (HTMLInputElement | null)[]): void {
    let ticks = 0;
    const done = this.pairs.isAsked(row);
    const line = boxes.find(Boolean)?.closest<HTMLElement>("tr");
    for (const box of boxes) {
      const column = box?.dataset["to"];
      if (!box) continue;
      if (!column) {
        box.checked = done;
        continue;
      }
      const state = this.pairs.state(row, column);
      box.checked = this.pairs.own(row, column).forward;
      if (box.checked) ticks += 1;
      const css = `tick ${state}${this.pairs.ways(row, column).heard ? " heard" : ""}`;
      const cell = box.parentElement as HTMLElement;
      const kept = cell.classList.contains("lit") ? " lit" : "";
      if (cell.className !== css + kept) {
        cell.className = css + kept;
        box.setAttribute("aria-label", this.sentence(state, row, column));
      }
    }
    line?.classList.toggle("asked", done);
    const count = line?.querySelector("small");
    if (count) count.textContent = ticks ? String(ticks) : "";
  }

  private drawOne(): void {
    const source = this.one<HTMLElement>("#one-by-one")?.dataset["one"];
    if (!source) return;
    for (const box of this.querySelectorAll<HTMLInputElement>("[data-with]")) {
      const { forward, back } = this.pairs.own(source, box.dataset["with"] ?? "");
      box.checked = forward || back;
      const ways = this.one<HTMLSelectElement>(`[data-ways="${box.dataset["with"]}"]`);
      if (ways && box.checked) ways.value = forward && back ? "both" : forward ? "out" : "in";
    }
  }

  private drawState(): void {
    const waiting = this.queue.pending.length;
    const { standing } = this.queue;
    const state = this.one("#grid-state");
    let words = "";
    if (standing === "saving") words = this.say("saving");
    else if (standing === "signed out") words = this.say("signedOut");
    else if (standing === "waiting") words = this.say(waiting === 1 ? "waitingOne" : "waitingMany").replace("{n}", String(waiting));
    else if (state?.textContent) words = this.say("saved");
    if (state && state.textContent !== words) state.textContent = words;
    state?.classList.toggle("waits", standing === "waiting" || standing === "signed out");
    const undo = this.one<HTMLButtonElement>("#grid-undo");
    if (undo) undo.disabled = !this.acts.length && !this.queue.unsent;
    const done = this.one("#grid-progress");
    const gone = this.rows.filter((row) => this.pairs.isAsked(row)).length;
    if (done && this.rows.length === Number(done.dataset["total"])) done.textContent = this.say("progress").replace("{n}", String(gone));
  }

  // Moving about

  private placeOf(box: Element): Place | undefined {
    const row = this.squares.findIndex((boxes) => boxes.includes(box as HTMLInputElement));
    const column = this.squares[row]?.indexOf(box as HTMLInputElement) ?? -1;
    return row < 0 || column < 0 ? undefined : { row, column };
  }

  private onKey(event: KeyboardEvent): void {
    const from = this.placeOf(event.target as Element);
    if (!from || event.altKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.refine();
      return;
    }
    const size = { rows: this.rows.length, columns: this.columns.length + 1 };
    const to = placeAfter(event.key, event.ctrlKey, from, size, ({ row, column }) => !this.squares[row]?.[column]);
    if (to || event.key.startsWith("Arrow")) event.preventDefault();
    if (to) this.focusOn(to);
  }

  private focusOn({ row, column }: Place): void {
    const box = this.squares[row]?.[column];
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** A press beside the small box, yet within its square, ticks it too. */
  private onPoint(event: PointerEvent): void {
    const cell = (event.target as Element).closest("td.tick");
    if (cell && event.target === cell) cell.querySelector("input")?.click();
  }

  private onFocus(box: HTMLElement): void {
    const place = this.placeOf(box);
    if (!place) return;
    for (const other of this.querySelectorAll<HTMLInputElement>("td [tabindex='0']")) other.tabIndex = -1;
    box.tabIndex = 0;
    this.here = place;
    this.light(place);
    this.tellSquare(place);
  }

  private light({ row, column }: Place): void {
    for (const lit of this.querySelectorAll(".lit")) lit.classList.remove("lit");
    const lines = [...this.querySelectorAll<HTMLTableRowElement>("tr[data-row]")];
    lines[row]?.classList.add("lit");
    if (column >= this.columns.length) return;
    for (const line of lines) line.cells[column + 1]?.classList.add("lit");
    this.querySelectorAll("th[data-column]")[column]?.classList.add("lit");
  }

  private tellSquare({ row, column }: Place): void {
    const [one, other] = [this.rows[row], this.columns[column]];
    const pair = this.one("[data-pair]");
    if (!pair || !one || !other) return;
    pair.replaceChildren(this.nameOf(`tr[data-row="${one}"] .row-head`), this.nameOf(`th[data-column="${other}"] .column-head`));
    const means = this.one("[data-means]");
    const heard = this.pairs.ways(one, other).heard;
    const words = [this.say(this.pairs.state(one, other)), heard ? this.say("heard") : ""].filter(Boolean).join(" ");
    if (means && means.textContent !== words) means.textContent = words;
    this.one("[data-refine-button]")?.removeAttribute("hidden");
  }

  private nameOf(selector: string): HTMLElement {
    const name = document.createElement("span");
    name.className = "actor-name";
    for (const part of this.querySelectorAll(`${selector} > :is(svg, span)`)) name.append(part.cloneNode(true));
    return name;
  }

  private refine(): void {
    const [one, other] = [this.rows[this.here?.row ?? -1], this.columns[this.here?.column ?? -1]];
    if (!one || !other) return;
    const address = (this.dataset["refine"] ?? "").replace("SOURCE", one).replace("TARGET", other);
    const there = encodeURIComponent(location.pathname + location.search);
    void htmx.ajax("GET", `${address}?level=person&next=${there}`, { target: "#dialog-slot" });
  }

  private sentence(state: State, row: string, column: string): string {
    const name = (selector: string) => () => this.one(selector)?.textContent?.trim() ?? "";
    return this.words[state]
      .replace("{a}", name(`tr[data-row="${row}"] .row-head > span`))
      .replace("{b}", name(`th[data-column="${column}"] .column-head > span`));
  }

  private say(word: string): string {
    return document.getElementById("grid-sentences")?.dataset[word] ?? "";
  }
}

customElements.define("tick-grid", TickGrid);
