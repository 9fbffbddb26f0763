// <copy-text> around one readonly field: a button that puts its text on the clipboard and says so.
//
// Expects: <copy-text data-copied="Copied"><input readonly> or <textarea readonly>, <button type="button" hidden>.
// Without scripts, or where the clipboard is closed, the field itself can be marked and copied.

import { announce } from "../../web/announce";

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    const button = this.querySelector("button");
    if (!field || !button) return;
    field.addEventListener("focus", () => field.select());
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(field.value).then(
        () => this.tell(button),
        () => field.focus(),
      );
    });
  }

  private tell(button: HTMLButtonElement): void {
    const copied = this.dataset.copied ?? "";
    const label = button.lastChild;
    if (label) label.textContent = copied;
    announce(copied);
  }
}

customElements.define("copy-text", CopyText);
