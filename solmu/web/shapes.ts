// The shape of each sector, as the template tag {% shape %} draws it: colour never stands alone.
export type Sector = "ohjaamo" | "education" | "employment" | "wellbeing" | "youth" | "associations" | "business" | "";

const SVG = "http://www.w3.org/2000/svg";

function polygon(corners: number, radius: number, turn: number): string {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners;
    return `${(Math.cos(angle) * radius).toFixed(1)},${(Math.sin(angle) * radius).toFixed(1)}`;
  }).join(" ");
}

/** An SVG element around the origin, of about the same area for every sector; its colour comes from `.sector-…`. */
export function sectorShape(sector: string, radius: number): SVGElement {
  const draw = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const up = -Math.PI / 2;
  switch (sector) {
    case "education":
      return draw("rect", { x: -radius * 0.9, y: -radius * 0.9, width: radius * 1.8, height: radius * 1.8, rx: radius * 0.3 });
    case "employment":
      return draw("polygon", { points: polygon(4, radius * 1.18, 0) });
    case "youth":
      return draw("polygon", { points: polygon(6, radius * 1.08, 0) });
    case "associations":
      return draw("polygon", { points: polygon(3, radius * 1.22, up) });
    case "business":
      return draw("polygon", { points: polygon(5, radius * 1.1, up) });
    default:
      return draw("circle", { r: radius });
  }
}
