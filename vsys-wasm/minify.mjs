// Takes comments and blanks out of the modules of the package. Names stay: errors and traces read as they are written.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("pkg/", import.meta.url));
const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));

await build({
  entryPoints: modules.map((name) => join(folder, name)),
  outbase: folder,
  outdir: folder,
  allowOverwrite: true,
  charset: "utf8",
  logLevel: "warning",
  minifySyntax: true,
  minifyWhitespace: true,
});
