// The sector palette and the text colours of every theme, measured: contrast by WCAG, difference by CIE76 in simulated colour vision.
import { describe, expect, test } from "vitest";
import tokens from "./tokens.css?raw";
import dark from "./theme-dark.css?raw";

type Rgb = [number, number, number];
type Matrix = [Rgb, Rgb, Rgb];
const SECTORS = ["ohjaamo", "education", "employment", "wellbeing", "youth", "associations", "business"];
// Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
const VISION: Record<string, Matrix> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Read `--name: #rrggbb` declarations; the first of each name counts. */
function colours(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, value] of css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)) if (name && value && !found.has(name)) found.set(name, value);
  return found;
}
const linear = (hex: string): Rgb => [1, 3, 5].map((at) => {
  const c = parseInt(hex.slice(at, at + 2), 16) / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}) as Rgb;
const dot = (a: Rgb, b: Rgb) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex));
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}
function lab(colour: Rgb): Rgb {
  const [r, g, b] = colour.map((c) => Math.min(1, Math.max(0, c))) as Rgb;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], [r, g, b]) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], [r, g, b]));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], [r, g, b]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
function difference(a: string, b: string, vision: Matrix): number {
  const seen = (hex: string) => lab(vision.map((row) => dot(row, linear(hex))) as Rgb);
  return Math.hypot(...seen(a).map((value, i) => value - (seen(b)[i] ?? 0)));
}

const light = colours(tokens);
const themes = { light, dark: new Map([...light, ...colours(dark)]) };

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  const colour = (name: string) => theme.get(name) ?? expect.fail(`--${name} is missing`);

  test.each(SECTORS)("%s stands out from the surface by 4.6 : 1", (sector) => {
    expect(contrast(colour(`sector-${sector}`), colour("surface"))).toBeGreaterThanOrEqual(4.6);
  });

  test.each(Object.entries(VISION))("sectors differ by ΔE 18 in %s vision", (_name, vision) => {
    for (const [i, a] of SECTORS.entries())
      for (const b of SECTORS.slice(i + 1))
        expect(difference(colour(`sector-${a}`), colour(`sector-${b}`), vision), `${a} – ${b}`).toBeGreaterThanOrEqual(18);
  });

  test.each(["ink", "ink-2", "ink-3", "brand", "danger", "ok", "wish", "accent-ink"])("%s is readable on surface, paper and sunken", (ink) => {
    for (const ground of ["surface", "paper", "sunken"]) expect(contrast(colour(ink), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["on-fill", "fill"], ["on-fill", "fill-hover"], ["on-deep", "deep"], ["on-deep-2", "deep"], ["accent-ink", "accent-soft"],
    ["ink", "accent-soft"], ["ok", "ok-soft"], ["danger", "danger-soft"], ["brand-strong", "brand-soft"], ["ink-2", "accent-soft"], ["paper", "ink"],
  ])("%s is readable on %s", (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([["line-strong", "surface"], ["line-strong", "paper"], ["focus", "surface"], ["focus", "paper"], ["tie", "surface"], ["brand", "sunken"]])(
    "%s, which draws without words, stands out from %s by 3 : 1",
    (line, ground) => expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3),
  );
});

test("the dark theme is the same whether the device or the person asks for it", () => {
  const [asked = "", chosen = ""] = dark.split('[data-theme="dark"]');
  const declared = (css: string) => [...css.matchAll(/--[\w-]+:[^;]+;/g)].map(String);
  expect(declared(chosen).length).toBeGreaterThan(30);
  expect(declared(asked)).toEqual(declared(chosen));
});
