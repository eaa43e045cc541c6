// One check of a screening form through JavaScript, typed and through JSON, beside its peers: plain JavaScript, zod, ajv and
// json-rules-engine. Every peer does what it can do; what it leaves out is said with its name.
//
// npm ci --prefix benches/form && node benches/form/form.mjs, with the package built in vsys-wasm/pkg. The nanoseconds are
// the least and the median of many short runs: on a busy machine only the least tells something.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";

import Ajv from "ajv";
import { z } from "zod";

import * as vsys from "../../vsys-wasm/pkg/node.js";

const FORM = {
  coupon: "1061403573",
  municipality: "131016",
  birth_date: "1937-05-29",
  date: "2022-12-07",
  dose: 3,
  previous_date: "2022-07-01",
};
const LIMITS = { minimum_interval_days: 18, minimum_age_days: 1825, today: "2023-03-31" };

let sink = 0;

function timed(name, check, calls = 5_000, runs = 400) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) {
      sink += check(call);
    }
    times.push(Number(process.hrtime.bigint() - begun) / calls);
  }
  times.sort((a, b) => a - b);
  const [least, median] = [times[0], times[runs >> 1]].map((time) => time.toFixed(1).padStart(8));
  console.log(`${name.padEnd(48)} least ${least} ns   median ${median} ns`);
}

function codeFits(code) {
  if (!/^\d{6}$/.test(code)) {
    return false;
  }
  let sum = 0;
  for (let place = 0; place < 5; place += 1) {
    sum += (code.charCodeAt(place) - 48) * (6 - place);
  }
  return code.charCodeAt(5) - 48 === (11 - (sum % 11)) % 10;
}

function dayOf(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) {
    return NaN;
  }
  const time = Date.UTC(+found[1], +found[2] - 1, +found[3]);
  const day = new Date(time);
  return day.getUTCMonth() + 1 === +found[2] && day.getUTCDate() === +found[3] ? time / 864e5 : NaN;
}

/** The check by its definition. */
function plain(form) {
  const wrong = [];
  const [birth, date, previous] = [dayOf(form.birth_date), dayOf(form.date), dayOf(form.previous_date)];
  if (!/^\d{10}$/.test(form.coupon)) wrong.push("coupon");
  if (!codeFits(form.municipality)) wrong.push("municipality");
  if (Number.isNaN(birth)) wrong.push("birth_date");
  if (Number.isNaN(date)) wrong.push("date");
  if (!(form.dose >= 1 && form.dose <= 7)) wrong.push("dose");
  if (Number.isNaN(previous)) wrong.push("previous_date");
  if (date - previous < 18) wrong.push("interval");
  if (date - birth < 1825) wrong.push("age");
  return wrong;
}

const schema = z
  .object({
    coupon: z.string().regex(/^\d{10}$/),
    municipality: z.string().refine(codeFits),
    birth_date: z.iso.date(),
    date: z.iso.date(),
    dose: z.number().int().min(1).max(7),
    previous_date: z.iso.date(),
  })
  .refine((form) => dayOf(form.date) - dayOf(form.previous_date) >= 18)
  .refine((form) => dayOf(form.date) - dayOf(form.birth_date) >= 1825);

const require = createRequire(import.meta.url);
const ajv = new Ajv();
require("ajv-formats")(ajv);
// No check digit, no interval, no age: a schema cannot say them.
const ajvFits = ajv.compile({
  type: "object",
  required: Object.keys(FORM),
  properties: {
    coupon: { type: "string", pattern: "^\\d{10}$" },
    municipality: { type: "string", pattern: "^\\d{6}$" },
    birth_date: { type: "string", format: "date" },
    date: { type: "string", format: "date" },
    dose: { type: "integer", minimum: 1, maximum: 7 },
    previous_date: { type: "string", format: "date" },
  },
});

// Five rules of one condition each; the dates are made days beforehand.
const { Engine } = require("json-rules-engine");
const engine = new Engine();
for (const [fact, operator, value] of [
  ["dose", "lessThan", 1], ["dose", "greaterThan", 7], ["coupon", "notEqual", 10], ["interval", "lessThan", 18], ["age", "lessThan", 1825],
]) {
  engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type: fact } });
}
const rules = (form) => engine.run({
  dose: form.dose,
  coupon: form.coupon.length,
  interval: dayOf(form.date) - dayOf(form.previous_date),
  age: dayOf(form.date) - dayOf(form.birth_date),
});

const check = vsys.formChecker(LIMITS);
const request = new TextEncoder().encode(JSON.stringify({ ...FORM, ...LIMITS }));
// Equal answers first.
for (const change of [{}, { coupon: "1" }, { municipality: "131017" }, { date: "2022-02-29" }, { previous_date: "2022-11-20" }]) {
  const form = { ...FORM, ...change };
  assert.deepEqual(check(form).faults, plain(form));
  assert.deepEqual(check(form).faults, vsys.form.check({ ...form, ...LIMITS }).answer.faults);
  const fits = plain(form).length === 0;
  assert.equal(schema.safeParse(form).success, fits);
  assert.equal(ajvFits(form), plain(form).every((fault) => ["municipality", "interval", "age"].includes(fault)));
  assert.equal((await rules(form)).events.length === 0, plain(form).every((fault) => ["municipality", "date"].includes(fault)));
}
// Other texts than before, so that nothing is known of them beforehand.
const forms = Array.from({ length: 1024 }, (_, index) => ({ ...FORM, coupon: String(1061403573 + index) }));

console.log(`load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`);
timed("typed", () => check(FORM).faults.length);
timed("typed, 1,024 forms in turn", (call) => check(forms[call & 1023]).faults.length);
timed("typed, a form with faults", () => check({ ...FORM, coupon: "1" }).faults.length);
timed("JSON bytes to JSON bytes", () => vsys.call("form.check", request).length, 500);
timed("the operation with its answer as an object", () => vsys.form.check({ ...FORM, ...LIMITS }).answer.faults.length, 200);
timed("plain JavaScript", () => plain(FORM).length, 1_000);
timed("zod 4", () => (schema.safeParse(FORM).success ? 0 : 1), 500);
timed("ajv 8, without check digit, interval and age", () => (ajvFits(FORM) ? 0 : 1));
const times = [];
for (let run = 0; run < 200; run += 1) {
  const begun = process.hrtime.bigint();
  for (let call = 0; call < 20; call += 1) {
    sink += (await rules(FORM)).events.length;
  }
  times.push(Number(process.hrtime.bigint() - begun) / 20);
}
times.sort((a, b) => a - b);
console.log(`${"json-rules-engine 7, five conditions".padEnd(48)} least ${times[0].toFixed(1).padStart(8)} ns   median ${times[100].toFixed(1).padStart(8)} ns`);
if (sink === 42) {
  console.log(sink);
}
