// One check of a screening form through JavaScript in Node, typed and through JSON, beside its peers.
//
// npm ci --prefix benches/form && node benches/form/form.mjs, with the package built in vsys-wasm/pkg. The nanoseconds are
// the least and the median of many short runs: on a busy machine only the least tells something.

import { cpus, loadavg } from "node:os";

import * as vsys from "../../vsys-wasm/pkg/node.js";
import { compare, jobs, line, sideBySide } from "./peers.mjs";

const made = jobs(vsys);
await compare(vsys, made.check);
const { rows, sink } = await sideBySide(made.jobs, () => performance.now(), 200);
console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors; Node ${process.version}, ${sink} answers`);
rows.forEach((row) => console.log(line(row)));
