// .drop-zone: a <label> around a file input, onto which a file can also be dropped.

function showName(zone: Element, input: HTMLInputElement): void {
  const name = [...(input.files ?? [])].map((file) => file.name).join(", ");
  const words = zone.querySelector("b");
  if (words && name) words.textContent = name;
  zone.classList.toggle("chosen", Boolean(name));
}

/** Let files be dropped on every .drop-zone; with data-submits on it, its form is sent at once. */
export function watchDrops(): void {
  const zoneOf = (event: Event) => (event.target as Element | null)?.closest?.(".drop-zone") ?? null;
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      const zone = zoneOf(event);
      if (!zone) return;
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => zoneOf(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const zone = zoneOf(event);
    const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
    if (!zone || !input || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    zone.classList.remove("over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    const zone = zoneOf(event);
    if (!zone || !(event.target instanceof HTMLInputElement)) return;
    showName(zone, event.target);
    if (zone.hasAttribute("data-submits")) event.target.form?.requestSubmit();
  });
}
