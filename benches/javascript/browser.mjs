// J1 and J1c in a worker of Chromium, and in its page a plan of 26 rows; the answers are compared first. J5 is in ../form.
//
// node benches/javascript/browser.mjs, with the package built in vsys-wasm/pkg.

import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { launch } from "../../vsys-wasm/test/chromium.mjs";
import { serve } from "../../vsys-wasm/test/serve.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const [head, ...lines] = read("../../vsys-core/data/municipalities.csv").split("\n")
  .filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(","));
const codes = lines.filter((line) => line[head.indexOf("kind")] !== "ward").map((line) => Number(line[head.indexOf("code")])).sort((a, b) => a - b);

const row = (cycle) => `<tr data-vsys-row="/rows"><td><input type="hidden" data-vsys-path="cycle" value="${cycle}">
  <input data-vsys-path="boxes" aria-label="boxes" value="${cycle % 7}"><input data-vsys-path="persons" aria-label="persons" value="${cycle * 9}"></td></tr>`;
const PAGES = {
  "/": `<!doctype html><html lang="ja"><meta charset="utf-8"><title>benchmark</title>
    <form><table>${Array.from({ length: 26 }, (_, index) => row(index + 1)).join("")}</table></form><script type="module" src="/page.mjs"></script></html>`,
  "/favicon.ico": "",
  "/nation.mjs": read("nation.mjs"),
  "/page.mjs": `
    import init, * as vsys from "/pkg/web.js";
    import { bind } from "/pkg/bind.js";
    import { sideBySide } from "/nation.mjs";
    await init();
    const known = { actor: { role: "site", code: "見本商事01会場" }, at: "2022-01-17T10:00", booster_id: true, setup: { product: "moderna-booster", start: "2022-02-28", cycles: 26 } };
    const binding = bind(document.querySelector("form"), { operation: "plan.preview", request: known });
    if (!binding.outcome.ok) throw new Error(JSON.stringify(binding.outcome.error.findings[0]));
    const plan = new TextEncoder().encode(JSON.stringify(binding.request));
    const boxes = document.querySelectorAll("[data-vsys-path=boxes]");
    window.done = sideBySide([
      { name: "plan of 26 rows, JSON bytes to JSON bytes", calls: 20, work: () => vsys.call("plan.preview", plan) },
      { name: "plan of 26 rows, form to messages", calls: 5, work: (call) => { boxes[3].value = String(call % 5); binding.check(); } },
    ], 41);
    document.documentElement.dataset.ready = "";`,
  "/worker.mjs": `
    import init, * as vsys from "/pkg/web.js";
    import { VIALS, checksum, hamilton, levels, nation, sideBySide, sizes } from "/nation.mjs";
    onmessage = async ({ data: codes }) => {
      try {
        await init();
        const rows = nation();
        const { town, weight, floor, cap } = rows;
        const tree = new vsys.Tree(sizes(rows));
        const shared = () => tree.share({ supply: VIALS }, { weight, floor, cap });
        const apportion = () => vsys.columns.apportion({ supply: VIALS }, { weight, floor, cap });
        const network = new vsys.Network(
          { cycle: 1, delivery_week: "2021-05-10", product: "pfizer-12plus", supply: { vaccine: VIALS }, needles: { policy: "per-level" } },
          { hubs: { municipality: Uint32Array.from(town, (index) => codes[index]), weight, floor, cap } },
        );
        const sums = [apportion().answer.amounts, shared().answer.levels[2], network.cascade().answer.hubs.vaccine].map((column) => checksum([...column]));
        const expected = levels(rows);
        if (sums[0] !== checksum([...hamilton(weight, floor, cap, VIALS)]) || sums.slice(1).some((sum) => sum !== checksum([...expected]))) throw new Error("other answers");
        const times = await sideBySide([
          { name: "J1 in a worker, columns.apportion", work: apportion, calls: 5 },
          { name: "J1 in a worker, plain JavaScript", work: () => hamilton(weight, floor, cap, VIALS), calls: 1 },
          { name: "J1c in a worker, Tree", work: shared, calls: 3 },
          { name: "J1c with names, needles, doses: Network", work: () => network.cascade(), calls: 3 },
          { name: "J1c in a worker, plain JavaScript", work: () => levels(rows), calls: 1 },
        ], 15);
        postMessage({ times, sums: sums.map(String) });
      } catch (error) {
        postMessage({ error: String(error) });
      }
    };`,
};

const server = await serve(PAGES);
const browser = await launch();
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(server.origin);
  await page.waitForSelector("html[data-ready]");
  console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors; Chromium ${browser.version()}`);
  const show = ({ name, least, median }) => console.log(`${name.padEnd(44)} least ${(least / 1e3).toFixed(2).padStart(10)} µs   median ${(median / 1e3).toFixed(2).padStart(10)} µs`);
  (await page.evaluate(() => window.done)).forEach(show);
  // The page goes on drawing while the worker works.
  const { times, sums, error, frames } = await page.evaluate(async (codes) => {
    let frames = 0;
    const count = () => { frames += 1; requestAnimationFrame(count); };
    requestAnimationFrame(count);
    const worker = new Worker("/worker.mjs", { type: "module" });
    const told = new Promise((tell) => (worker.onmessage = ({ data }) => tell(data)));
    worker.postMessage(codes);
    return { ...(await told), frames };
  }, codes);
  if (error !== undefined) {
    throw new Error(error);
  }
  console.log(`checksums ${sums.join(", ")}; ${frames} frames were drawn meanwhile`);
  times.forEach(show);
} finally {
  await browser.close();
  await server.close();
}
