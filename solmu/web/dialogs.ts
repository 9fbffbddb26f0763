// <dialog class="dialog">: opened by [data-opens="id"], or by arriving in #dialog-slot; closed by [data-closes] or the veil.

/** Wire the buttons that open and close dialogs, now and in what arrives later. */
export function watchDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-opens]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset["opens"] ?? "");
      if (dialog instanceof HTMLDialogElement) {
        event.preventDefault();
        dialog.showModal();
      }
    } else if (target.closest("[data-closes]")) {
      event.preventDefault();
      target.closest("dialog")?.close();
    } else if (target instanceof HTMLDialogElement && target.matches(".dialog")) {
      target.close(); // a press on the veil lands on the dialog itself
    }
  });
  document.addEventListener("htmx:after:swap", openArrived);
  // What the dialog was for is done; closing it gives the focus back to what opened it.
  document.addEventListener("solmu:changed", () => document.querySelector<HTMLDialogElement>("#dialog-slot dialog[open]")?.close());
}

/** Open the dialog that a link brought into the slot, and empty the slot when it closes. */
export function openArrived(): void {
  const slot = document.getElementById("dialog-slot");
  const dialog = slot?.querySelector<HTMLDialogElement>("dialog:not([open])");
  if (!slot || !dialog) return;
  dialog.addEventListener("close", () => slot.replaceChildren(), { once: true });
  dialog.showModal();
  // htmx has settled before it tells of the swap, so a form's faults take the focus here.
  dialog.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
}
