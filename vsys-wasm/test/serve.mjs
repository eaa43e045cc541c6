// Pages for the browser of the tests: files of the package and pages of a test, under the strictest policy that the
// package promises to work with.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "worker-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const FOLDERS = { pkg: new URL("../pkg/", import.meta.url) };

/**
 * Serves on this machine alone: `/pkg/…`, and the texts of `pages` by their path. `answer`, if given, takes what is
 * posted and gives what is answered; `policy` is another than the strict one.
 */
export async function serve(pages, { answer, policy = POLICY } = {}) {
  const server = createServer(async (asked, out) => {
    const { pathname } = new URL(asked.url, "http://localhost");
    try {
      out.setHeader("content-security-policy", policy);
      out.setHeader("content-type", TYPES[extname(pathname)] ?? "text/html");
      out.end(asked.method === "POST" ? await answer(await bodyOf(asked)) : await contentOf(pathname, pages));
    } catch (error) {
      out.writeHead(error.code === "ENOENT" ? 404 : 500).end(String(error));
    }
  });
  // A runner may wait for its next frame for as long as the others take.
  server.requestTimeout = 0;
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))),
  };
}

async function contentOf(pathname, pages) {
  if (Object.hasOwn(pages, pathname)) {
    return pages[pathname];
  }
  const [, folder, ...rest] = pathname.split("/");
  if (!Object.hasOwn(FOLDERS, folder) || rest.includes("..")) {
    throw Object.assign(new Error(`there is no ${pathname}`), { code: "ENOENT" });
  }
  return readFile(new URL(rest.join("/"), FOLDERS[folder]));
}

async function bodyOf(asked) {
  const chunks = [];
  for await (const chunk of asked) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
