// Tells a screen reader what has just happened, without moving its place.
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Read `text` aloud politely; the same text twice in a row is read twice. */
export function announce(text: string): void {
  const region = document.getElementById("announcer");
  if (!region) return;
  region.textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    region.textContent = text;
  }, 60);
}
