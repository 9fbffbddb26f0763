// The tokens of the page's theme as a canvas needs them; the only place that reads them for it.

const SECTORS = ["ohjaamo", "education", "employment", "wellbeing", "youth", "associations", "business", "unknown"];

export interface Inks {
  tie: string;
  tieFaded: string;
  wish: string;
  ink: string;
  ink2: string;
  ink3: string;
  surface: string;
  sunken: string;
  accent: string;
  hull: number;
  hullLine: number;
  sectors: Record<string, string>;
}

/** Read the theme where the map stands. */
export function inksAt(element: Element): Inks {
  const look = getComputedStyle(element);
  const token = (name: string) => look.getPropertyValue(`--${name}`).trim();
  return {
    tie: token("tie"),
    tieFaded: token("tie-faded"),
    wish: token("wish"),
    ink: token("ink"),
    ink2: token("ink-2"),
    ink3: token("ink-3"),
    surface: token("surface"),
    sunken: token("sunken"),
    accent: token("accent"),
    hull: Number(token("hull-opacity")) || 0.07,
    hullLine: Number(token("hull-line-opacity")) || 0.35,
    sectors: Object.fromEntries(SECTORS.map((sector) => [sector, token(`sector-${sector}`)])),
  };
}

/** Call `tell` whenever the theme becomes another: by the system, by choice, for paper. */
export function watchTheme(tell: () => void, signal: AbortSignal): void {
  const asked = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)", "print"];
  for (const one of asked) matchMedia(one).addEventListener("change", tell, { signal });
  const chosen = new MutationObserver(tell);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => chosen.disconnect());
}
