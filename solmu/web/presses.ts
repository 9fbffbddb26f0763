// Presses that need no server: [data-prints] prints the page; of links with [data-square], the pressed one is the current.

/** Watch for them on the whole page, also on parts that come later. */
export function watchPresses(printPage = () => window.print()): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element | null;
    if (target?.closest("[data-prints]")) printPage();
    const square = target?.closest("[data-square]");
    if (!square) return;
    for (const other of document.querySelectorAll("[data-square][aria-current]")) other.removeAttribute("aria-current");
    square.setAttribute("aria-current", "true");
  });
}
