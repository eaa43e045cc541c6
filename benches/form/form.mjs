// One check of a screening form through JavaScript, typed and through JSON, beside a check in plain JavaScript.
//
// node benches/form/form.mjs, with the package built in vsys-wasm/pkg. The nanoseconds are the least and the median of
// many short runs: on a busy machine only the least tells something.

import assert from "node:assert/strict";
import { cpus, loadavg } from "node:os";

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

const check = vsys.formChecker(LIMITS);
const request = new TextEncoder().encode(JSON.stringify({ ...FORM, ...LIMITS }));
// Equal answers first.
for (const change of [{}, { coupon: "1" }, { municipality: "131017" }, { date: "2022-02-29" }, { previous_date: "2022-11-20" }]) {
  const form = { ...FORM, ...change };
  assert.deepEqual(check(form).faults, plain(form));
  assert.deepEqual(check(form).faults, vsys.form.check({ ...form, ...LIMITS }).answer.faults);
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
if (sink === 42) {
  console.log(sink);
}
