// <live-table> around the map's table: keeps the reader's place when a row closes or the rows come anew.
//
// Expects: #rows, swapped by htmx; in it pencils with an id, <tr class="opened"> with a form, and a link
// [aria-expanded="true"] that closes it.

import { announce } from "../../web/announce";

class LiveTable extends HTMLElement {
  /** The pencil that was pressed last. */
  private place = "";
  /** How much the table tells that it holds. */
  private told = "";

  connectedCallback(): void {
    this.told = this.count();
    this.addEventListener("click", (event) => {
      const pencil = (event.target as Element).closest(".cell-edit a");
      if (pencil) this.place = pencil.id;
    });
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const row = (event.target as Element).closest("tr.opened, tr.chosen");
      const close = this.querySelector<HTMLElement>('[aria-expanded="true"]');
      if (!row || !close) return;
      event.preventDefault();
      close.click();
    });
    document.addEventListener("htmx:after:settle", this.returnToPlace);
  }

  private count(): string {
    return this.querySelector(".pager span, .empty h2")?.textContent?.trim() ?? "";
  }

  disconnectedCallback(): void {
    document.removeEventListener("htmx:after:settle", this.returnToPlace);
  }

  /** Put the focus where it was when what held it has gone. */
  private returnToPlace = (): void => {
    const told = this.count();
    if (told !== this.told) announce(told);
    this.told = told;
    const opened = this.querySelector("tr.opened");
    if (opened && !opened.contains(document.activeElement)) {
      opened.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
      return;
    }
    const lost = !document.activeElement || document.activeElement === document.body;
    if (this.place && lost) document.getElementById(this.place)?.focus();
  };
}

customElements.define("live-table", LiveTable);
