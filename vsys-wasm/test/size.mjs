// What a page has to load, compressed as a server would. More than `most` is a fault; `goal` is where it shall come to, and
// `most` is lowered with every step towards it. It leaves some room for another compiler.

import { readFileSync } from "node:fs";
import { constants, brotliCompressSync } from "node:zlib";

const PACKAGE = new URL("../pkg/", import.meta.url);
const LIMITS = {
  "web.js": { goal: 350_000, most: 387_000 },
  "small.js": { goal: 120_000, most: 122_000 },
};

/** Every file that a module needs. */
function filesOf(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    const text = readFileSync(new URL(name, PACKAGE), "utf8");
    for (const [, path] of text.matchAll(/(?:^|;)(?:import|export)\b[^"';]*from\s*["'](\.[^"']+)["']/gm)) {
      filesOf(new URL(path, new URL(name, PACKAGE)).href.slice(PACKAGE.href.length), found);
    }
    for (const [, path] of text.matchAll(/new URL\(["']([^"']+\.wasm)["'],\s*import\.meta\.url\)/g)) {
      found.add(new URL(path, new URL(name, PACKAGE)).href.slice(PACKAGE.href.length));
    }
  }
  return found;
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

const rows = Object.entries(LIMITS).map(([entry, { goal, most }]) => {
  const files = [...filesOf(entry)];
  const modules = files.filter((file) => file.endsWith(".wasm"));
  if (modules.length !== 1) {
    throw new Error(`${entry}: one module is expected, not ${modules.length}`);
  }
  const sizes = files.map((file) => [file, readFileSync(new URL(file, PACKAGE))]).map(([file, bytes]) => [file, bytes.length, brotli(bytes)]);
  const sum = (column) => sizes.reduce((total, size) => total + size[column], 0);
  const module = sizes.find(([file]) => file === modules[0]);
  return { entry, goal, most, files: files.length, raw: sum(1), brotli: sum(2), "module raw": module[1], "module brotli": module[2], fits: sum(2) <= most };
});
console.table(rows);
process.exitCode = rows.every(({ fits }) => fits) ? 0 : 1;
