import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vitest/config";

// One entry for every page's shared script and styles, one for each island that a page asks for by name.
const islands = globSync("solmu/*/islands/*.ts").filter((path) => {
  const name = basename(path);
  return !name.startsWith("_") && !name.endsWith(".test.ts");
});

// Templates draw icons by name ({% icon "undo-2" %}): every Lucide icon as the inside of its <svg>, read by the server only.
const icons = {
  name: "icons",
  generateBundle(this: { emitFile(file: { type: "asset"; fileName: string; source: string }): void }) {
    const inside = (path: string) => readFileSync(path, "utf8").replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$|\n\s*/g, "");
    const drawn = globSync("node_modules/lucide-static/icons/*.svg").map((path) => [basename(path, ".svg"), inside(path)]);
    this.emitFile({ type: "asset", fileName: ".vite/icons.json", source: JSON.stringify(Object.fromEntries(drawn)) });
  },
};

export default defineConfig({
  base: "/static/dist/",
  publicDir: false,
  plugins: [icons],
  build: {
    outDir: "solmu/static/dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["solmu/web/main.ts", ...islands] },
  },
  test: { environment: "jsdom", css: true, include: ["solmu/**/*.test.ts"] },
});
