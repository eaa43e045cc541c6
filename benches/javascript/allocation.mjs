// J1 and J1c through typed arrays, beside plain JavaScript; the answers are compared first.
//
// node benches/javascript/allocation.mjs, with the package built in vsys-wasm/pkg.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import * as vsys from "../../vsys-wasm/pkg/node.js";
import { SITES, TOWNS, VIALS, checksum, hamilton, levels, nation, sideBySide } from "./nation.mjs";

const rows = nation();
const { town, weight, floor, cap } = rows;
const apportion = () => vsys.columns.apportion({ supply: VIALS }, { weight, floor, cap });
const expected = hamilton(weight, floor, cap, VIALS);
const shared = apportion();
assert.ok(shared.ok);
assert.deepEqual(shared.answer.amounts, expected);

const table = readFileSync(new URL("../../vsys-core/data/municipalities.csv", import.meta.url), "utf8");
const [head, ...lines] = table.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(","));
const codes = lines.filter((line) => line[head.indexOf("kind")] !== "ward").map((line) => Number(line[head.indexOf("code")])).sort((a, b) => a - b);
assert.equal(codes.length, TOWNS);
const network = new vsys.Network(
  { cycle: 1, delivery_week: "2021-05-10", product: "pfizer-12plus", supply: { vaccine: VIALS }, needles: { policy: "per-level" } },
  { hubs: { municipality: Uint32Array.from(town, (index) => codes[index]), weight, floor, cap } },
);
const cascaded = network.cascade();
assert.ok(cascaded.ok);
const below = levels(rows);
assert.deepEqual(cascaded.answer.hubs.vaccine, below);
const sum = (column) => column.reduce((a, b) => a + b, 0);
assert.equal(sum(below), VIALS);

console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors; ${SITES} sites`);
console.log(`checksums ${checksum([...expected])} and ${checksum([...below])}`);
for (const { name, least, median } of await sideBySide([
  { name: "J1 columns.apportion", work: apportion, calls: 5 },
  { name: "J1 plain JavaScript", work: () => hamilton(weight, floor, cap, VIALS), calls: 1 },
  { name: "J1c Network.cascade", work: () => network.cascade(), calls: 3 },
  { name: "J1c plain JavaScript", work: () => levels(rows), calls: 1 },
], 15)) {
  console.log(`${name.padEnd(28)} least ${(least / 1e6).toFixed(3).padStart(9)} ms   median ${(median / 1e6).toFixed(3).padStart(9)} ms`);
}
