// Serves the example site, or writes it into a folder for any static host.
//
//     cargo xtask serve                          builds the npm package, then serves
//     node examples/browser/serve.mjs            serves on http://localhost:8000/
//     node examples/browser/serve.mjs --out DIR  writes the site; the host must send the headers of `HEADERS`

import { createServer } from "node:http";
import { cp, mkdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the site is made of: where it stands in the address, and in the checkout. */
const MOUNTS = [
  ["/vsys/", "vsys-wasm/pkg/"],
  ["/data/municipalities.csv", "vsys-core/data/municipalities.csv"],
  ["/data/prefectures.csv", "vsys-core/data/prefectures.csv"],
  ["/data/supplies.csv", "vsys-core/data/supplies.csv"],
  ["/", "examples/browser/"],
];

/** What of this folder is no part of the site. */
export const WORKSHOP = /^\/(?:node_modules|test|package|serve|README)\b/;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Nothing but the site itself, no code in the markup, no text that becomes code. WebAssembly needs its one word. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types vsys-site",
].join("; ");

export const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache",
};

/** The site's server; port 0 = any free one. */
export function serve(port = 0, folders = MOUNTS) {
  const server = createServer(async (request, response) => {
    const [status, type, body] = await find(request, folders);
    response.writeHead(status, { ...HEADERS, "Content-Type": type });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function find(request, folders) {
  const nothing = [404, "text/plain; charset=utf-8", "not found\n"];
  if (request.method !== "GET" && request.method !== "HEAD") {
    return [405, "text/plain; charset=utf-8", "the site only reads\n"];
  }
  try {
    // The parser takes `..` away; what is left cannot leave its folder.
    let path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    path = path.endsWith("/") ? `${path}index.html` : path;
    const mount = folders.find(([place]) => (place.endsWith("/") ? path.startsWith(place) : path === place));
    if (mount === undefined || path.includes("..") || path.includes("\0") || WORKSHOP.test(path)) {
      return nothing;
    }
    const file = join(ROOT, mount[1], path.slice(mount[0].length));
    const type = TYPES[extname(file)];
    return type === undefined ? nothing : [200, type, await readFile(file)];
  } catch {
    return nothing;
  }
}

/** Writes the whole site into a folder. */
async function write(folder) {
  await mkdir(folder, { recursive: true });
  const here = fileURLToPath(new URL(".", import.meta.url));
  for (const [place, from] of MOUNTS) {
    await stat(join(ROOT, from));
    await cp(join(ROOT, from), join(folder, place), {
      recursive: true,
      filter: (source) => !source.startsWith(here) || !WORKSHOP.test(`/${source.slice(here.length)}`),
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [option, value] = process.argv.slice(2);
  if (option === "--out" && value !== undefined) {
    await write(value);
  } else if (option === undefined || (option === "--port" && /^\d+$/.test(value))) {
    const server = await serve(Number(value ?? 8000));
    console.log(`http://localhost:${server.address().port}/`);
  } else {
    console.error("usage: serve.mjs [--port N | --out FOLDER]");
    process.exitCode = 2;
  }
}
