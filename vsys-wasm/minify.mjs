// Takes comments and blanks out of the modules of the package. Names stay where they are ours, so that errors and traces read
// as they are written; those of wasm-bindgen's own modules say nothing, and are made short.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("pkg/", import.meta.url));
const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));

const isMade = (name) => /vsys_wasm(_bg)?\.js$/.test(name);

for (const [names, minifyIdentifiers] of [[modules.filter(isMade), true], [modules.filter((name) => !isMade(name)), false]]) {
  await build({
    entryPoints: names.map((name) => join(folder, name)),
    outbase: folder,
    outdir: folder,
    allowOverwrite: true,
    charset: "utf8",
    logLevel: "warning",
    minifyIdentifiers,
    minifySyntax: true,
    minifyWhitespace: true,
  });
}
