// One check of a screening form in a page of Chromium, typed and through JSON, beside its peers.
//
// npm ci --prefix benches/form && node benches/form/browser.mjs, with the package built in vsys-wasm/pkg. ajv makes its code
// at run time, which the policy of the other pages forbids: this one allows it.

import { cpus, loadavg } from "node:os";

import { build } from "esbuild";

import { launch } from "../../vsys-wasm/test/chromium.mjs";
import { serve } from "../../vsys-wasm/test/serve.mjs";
import { line } from "./peers.mjs";

const { outputFiles: [bundle] } = await build({
  entryPoints: [new URL("page.mjs", import.meta.url).pathname],
  bundle: true,
  format: "esm",
  platform: "browser",
  external: ["/pkg/*"],
  minify: true,
  write: false,
});
const server = await serve(
  {
    "/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>benchmark</title><script type="module" src="/page.mjs"></script></html>`,
    "/page.mjs": bundle.text,
    "/favicon.ico": "",
  },
  { policy: "default-src 'self'; script-src 'self' 'unsafe-eval'" },
);
const browser = await launch();
try {
  const page = await browser.newPage();
  const wrong = new Promise((_, stop) => page.on("pageerror", stop));
  await page.goto(server.origin);
  await Promise.race([wrong, page.waitForFunction(() => window.held !== undefined)]);
  const { rows, sink } = await Promise.race([wrong, page.evaluate(() => window.held)]);
  console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors; Chromium ${browser.version()}, ${sink} answers`);
  rows.forEach((row) => console.log(line(row)));
} finally {
  await browser.close();
  await server.close();
}
