// The shape of each sector, as the template tag {% shape %} draws it: colour never stands alone.
export type Sector = "ohjaamo" | "education" | "employment" | "wellbeing" | "youth" | "associations" | "business" | "";

const SVG = "http://www.w3.org/2000/svg";

const UP = -Math.PI / 2;
const CORNERS: Record<string, [corners: number, grown: number, turn: number]> = {
  education: [4, 1.26, Math.PI / 4],
  employment: [4, 1.18, 0],
  youth: [6, 1.08, 0],
  associations: [3, 1.22, UP],
  business: [5, 1.1, UP],
};

/** The corners of a sector's shape around the origin, nothing for a circle; mapping/rules/picture.py has the same. */
export function cornersOf(sector: string, radius: number): [number, number][] | undefined {
  const [corners, grown, turn] = CORNERS[sector] ?? [0, 1, 0];
  if (!corners) return undefined;
  return Array.from({ length: corners }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / corners;
    return [Math.cos(angle) * radius * grown, Math.sin(angle) * radius * grown];
  });
}

/** An SVG element around the origin, of about the same area for every sector; its colour comes from `.sector-…`. */
export function sectorShape(sector: string, radius: number): SVGElement {
  const draw = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  // its corners are rounded, which a polygon's are not
  if (sector === "education") return draw("rect", { x: -radius * 0.9, y: -radius * 0.9, width: radius * 1.8, height: radius * 1.8, rx: radius * 0.3 });
  const corners = cornersOf(sector, radius);
  if (!corners) return draw("circle", { r: radius });
  return draw("polygon", { points: corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") });
}
