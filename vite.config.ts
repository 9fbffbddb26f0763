import { globSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vite";

// One entry for every page's shared script and styles, one for each island that a page asks for by name.
const islands = globSync("solmu/*/islands/*.ts").filter((path) => {
  const name = basename(path);
  return !name.startsWith("_") && !name.endsWith(".test.ts");
});

export default defineConfig({
  base: "/static/dist/",
  publicDir: false,
  build: {
    outDir: "solmu/static/dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["solmu/web/main.ts", ...islands] },
  },
  test: { environment: "jsdom", include: ["solmu/**/*.test.ts"] },
});
