// The map taken along: the drawing as it is seen, its looks written into it, with heading and legend; as SVG or PNG.
import type { SvgMap } from "./_svg-map";
import { draw } from "./_svg-parts";

const KEPT = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "font-family", "font-size", "font-weight", "letter-spacing", "text-anchor", "paint-order", "opacity",
];
const SIDE = 28;
const HEAD = 84;
const FOOT = 52;

function isDrawn(look: CSSStyleDeclaration): boolean {
  return look.display !== "none" && look.visibility !== "hidden";
}

/** A copy of `element` that looks the same where no style sheet follows; what is not seen is left out. */
function inked(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  const pairs: [Element, Element][] = [[element, copy]];
  for (let at = 0; at < pairs.length; at++) {
    const [from, to] = pairs[at] ?? [];
    if (!from || !to) continue;
    [...from.children].forEach((child, index) => {
      const other = to.children[index];
      if (other) pairs.push([child, other]);
    });
  }
  for (const [from, to] of pairs) {
    const look = getComputedStyle(from);
    if (!isDrawn(look) || from.matches(".map-hit, .map-tie-hit, .map-handle")) {
      to.remove();
      continue;
    }
    for (const name of KEPT) {
      const value = look.getPropertyValue(name);
      if (value) to.setAttribute(name, value);
    }
    for (const name of ["class", "tabindex", "role", "aria-selected", "aria-label", "aria-hidden", "data-ref"]) to.removeAttribute(name);
  }
  return copy;
}

function line(text: string, x: number, y: number, like: Element | null): SVGTextElement {
  const look = like ? getComputedStyle(like) : undefined;
  return draw(
    "text",
    { x, y, fill: look?.color ?? "#14322f", "font-family": look?.fontFamily ?? "sans-serif", "font-size": look?.fontSize ?? "14px", "font-weight": look?.fontWeight ?? "400" },
    text,
  );
}

function legend(width: number, y: number): SVGGElement {
  const group = draw("g");
  let x = SIDE;
  for (const entry of document.querySelectorAll<HTMLElement>("#map-legend > :not([hidden])")) {
    const said = [...entry.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent?.trim());
    const words = line(said.join(" ").trim(), 0, 4, entry);
    const sample = entry.querySelector("svg");
    const wide = sample?.getBoundingClientRect().width ?? 0;
    if (x + entry.offsetWidth > width - SIDE && x > SIDE) [x, y] = [SIDE, y + 20];
    if (sample) {
      const copy = inked(sample);
      for (const [name, value] of Object.entries({ x, y: y - 7.5, width: wide, height: 15 })) copy.setAttribute(name, String(value));
      group.append(copy);
    }
    words.setAttribute("x", String(x + (wide ? wide + 7 : 0)));
    words.setAttribute("y", String(y + 4));
    group.append(words);
    x += entry.offsetWidth + 20;
  }
  return group;
}

/** The whole map as a drawing that stands by itself. */
export function pictureOf(map: SvgMap): SVGSVGElement {
  const { left, top, right, bottom } = map.drawnBox;
  const width = Math.max(right - left + 2 * SIDE, 640);
  const height = bottom - top + HEAD + FOOT + 20;
  const picture = draw("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height });
  const plane = inked(map.plane);
  plane.setAttribute("transform", `translate(${(width - (right - left)) / 2 - left},${HEAD - top})`);
  const surface = getComputedStyle(document.querySelector("area-map") ?? document.body).backgroundColor;
  const heading = document.querySelector(".page-head h1");
  const facts = [...document.querySelectorAll("#map-meta > span")].map((fact) => fact.textContent?.trim()).join(" · ");
  picture.append(
    inked(map.root.querySelector("defs") as Element),
    draw("rect", { width: "100%", height: "100%", fill: surface }),
    line(heading?.textContent?.trim() ?? "", SIDE, 40, heading),
    line(facts, SIDE, 62, document.getElementById("map-meta")),
    plane,
    legend(width, height - FOOT + 10),
  );
  return picture;
}

/** The page's typefaces as a style that travels with the drawing; letters outside the Latin ones fall back. */
async function typefaces(): Promise<SVGStyleElement> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue("unicode-range").toUpperCase().startsWith("U+0-FF") || style.getPropertyValue("unicode-range").startsWith("U+0000"));
  const rules = await Promise.all(
    faces.map(async ({ style, parentStyleSheet }) => {
      const [, address = ""] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue("src")) ?? [];
      const file = await fetch(new URL(address, parentStyleSheet?.href ?? location.href)).then((answer) => answer.blob());
      return `@font-face{font-family:${style.getPropertyValue("font-family")};font-weight:${style.getPropertyValue("font-weight")};src:url(${await asDataUrl(file)}) format("woff2")}`;
    }),
  );
  return draw("style", {}, rules.join(""));
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = fail;
    reader.readAsDataURL(file);
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function asBlob(map: SvgMap): Promise<{ blob: Blob; width: number; height: number }> {
  const picture = pictureOf(map);
  picture.prepend(await typefaces());
  const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
  const text = new XMLSerializer().serializeToString(picture);
  return { blob: new Blob([text], { type: "image/svg+xml;charset=utf-8" }), width: width ?? 1, height: height ?? 1 };
}

/** Save the map as SVG, with the typefaces inside it. */
export async function saveSvg(map: SvgMap, name: string): Promise<void> {
  save((await asBlob(map)).blob, `${name}.svg`);
}

/** Save the map as PNG, at twice its size so that it stays sharp on paper. */
export async function savePng(map: SvgMap, name: string): Promise<void> {
  const { blob, width, height } = await asBlob(map);
  await saveAsPng(blob, width, height, name);
}

/** Save a drawing of the server as PNG. */
export async function savePngOf(address: string, name: string): Promise<void> {
  const text = await fetch(address).then((answer) => answer.text());
  const [width, height] = ["width", "height"].map((side) => Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(text)?.[1] ?? 1000));
  await saveAsPng(new Blob([text], { type: "image/svg+xml;charset=utf-8" }), width ?? 1000, height ?? 1000, name);
}

async function saveAsPng(blob: Blob, width: number, height: number, name: string): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 8000 / Math.max(width, height));
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const pen = canvas.getContext("2d");
  pen?.scale(scale, scale);
  pen?.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (png) save(png, `${name}.png`);
}
