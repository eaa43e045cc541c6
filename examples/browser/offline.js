// Keeps the site on the machine: the network when it answers, else the copy. Nothing is fetched but the site itself.

const COPY = "vsys-site";

/** Every file of the site; a test holds the list against the folder. */
const FILES = [
  ...["./", "application/", "claims/", "explorer/", "plan/", "start/"],
  ...["application.css", "application.js", "fields.js", "sections.js"].map((file) => `application/${file}`),
  ...["blocks.js", "claims.css", "claims.js", "printed.js"].map((file) => `claims/${file}`),
  ...["municipalities.csv", "prefectures.csv", "supplies.csv"].map((file) => `data/${file}`),
  ...["explorer.css", "explorer.js", "map.js", "sites.js", "tables.js", "tiles.js", "worker.js"].map((file) => `explorer/${file}`),
  ...["plan.css", "plan.js", "rows.js"].map((file) => `plan/${file}`),
  ...["dom.js", "early.js", "form.js", "home.css", "home.js", "icon.svg", "language.js", "shell.js", "style.css", "trusted.js"].map((file) => `shared/${file}`),
  "start/start.js",
  ...["bind.js", "columns.js", "core.js", "encode.js", "fields.js", "form.js", "index.js", "kinds.js", "load.js", "operations.js", "request_kinds.js", "typed.js", "web.js", "wordings.js"].map((file) => `vsys/${file}`),
  ...["vsys_wasm.js", "vsys_wasm_bg.wasm"].map((file) => `vsys/web/${file}`),
];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(COPY)
      .then((copy) => copy.addAll(FILES.map((file) => new URL(file, self.location))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === self.location.origin) {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  const copy = await caches.open(COPY);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await copy.put(request, fresh.clone());
    }
    return fresh;
  } catch (error) {
    const kept = await copy.match(request, { ignoreSearch: true });
    if (kept === undefined) {
      throw error;
    }
    return kept;
  }
}
