// The form check of job J5 in JavaScript, for Node and for a page: the form, its limits, and the peers. Every peer does
// what it can do; what it leaves out is said with its name, and `fits` compares it with the definition all the same.

import Ajv from "ajv";
import addFormats from "ajv-formats";
import rulesEngine from "json-rules-engine";
import { z } from "zod";

export const FORM = {
  coupon: "1061403573",
  municipality: "131016",
  birth_date: "1937-05-29",
  date: "2022-12-07",
  dose: 3,
  previous_date: "2022-07-01",
};
export const LIMITS = { minimum_interval_days: 18, minimum_age_days: 1825, today: "2023-03-31" };

/** Forms with and without faults, over which answers are compared before anything is timed. */
export const CHANGED = [{}, { coupon: "1" }, { municipality: "131017" }, { date: "2022-02-29" }, { previous_date: "2022-11-20" }]
  .map((change) => ({ ...FORM, ...change }));

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
export function plain(form) {
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

const ajv = new Ajv();
addFormats(ajv);
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
const engine = new rulesEngine.Engine();
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

const has = (form, leftOut) => plain(form).every((fault) => leftOut.includes(fault));

/** Each peer: its name, a check that gives whether the form fits (perhaps later), what that has to be, and how often at a time. */
export const PEERS = [
  { name: "plain JavaScript", check: (form) => plain(form).length === 0, fits: (form) => has(form, []), calls: 1_000 },
  { name: "zod 4", check: (form) => schema.safeParse(form).success, fits: (form) => has(form, []), calls: 500 },
  {
    name: "ajv 8, without check digit, interval and age", check: (form) => ajvFits(form),
    fits: (form) => has(form, ["municipality", "interval", "age"]), calls: 5_000,
  },
  {
    name: "json-rules-engine 7, five conditions", later: true, check: (form) => rules(form).then(({ events }) => events.length === 0),
    fits: (form) => has(form, ["municipality", "date"]), calls: 20,
  },
];

/** Compares the answers of vsys and of every peer with the definition; whoever differs stops everything. */
export async function compare(vsys, check) {
  const same = (told, expected, who) => {
    if (JSON.stringify(told) !== JSON.stringify(expected)) {
      throw new Error(`${who}: ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`);
    }
  };
  for (const form of CHANGED) {
    same(check(form).faults, plain(form), "typed");
    same(vsys.form.check({ ...form, ...LIMITS }).answer.faults, plain(form), "form.check");
    for (const peer of PEERS) {
      same(await peer.check(form), peer.fits(form), peer.name);
    }
  }
}

/** The whole side by side: jobs as `{ name, check(call), calls, later? }`. */
export function jobs(vsys) {
  const check = vsys.formChecker(LIMITS);
  const request = new TextEncoder().encode(JSON.stringify({ ...FORM, ...LIMITS }));
  // Other texts than before, so that nothing is known of them beforehand.
  const forms = Array.from({ length: 1024 }, (_, index) => ({ ...FORM, coupon: String(1061403573 + index) }));
  const own = [
    { name: "vsys typed", check: () => check(FORM).faults.length, calls: 5_000 },
    { name: "vsys typed, 1,024 forms in turn", check: (call) => check(forms[call & 1023]).faults.length, calls: 5_000 },
    { name: "vsys typed, a form with faults", check: () => check({ ...FORM, coupon: "1" }).faults.length, calls: 5_000 },
    { name: "vsys, JSON bytes to JSON bytes", check: () => vsys.call("form.check", request).length, calls: 500 },
    { name: "vsys, the answer as an object", check: () => vsys.form.check({ ...FORM, ...LIMITS }).answer.faults.length, calls: 200 },
  ];
  return { check, jobs: [...own, ...PEERS.map(({ check: peer, ...job }) => ({ ...job, check: () => peer(FORM) }))] };
}

/** Times every job in turn (A B A B …), in nanoseconds a call; `now` gives milliseconds. */
export async function sideBySide(jobs, now, runs) {
  const times = jobs.map(() => []);
  let sink = 0;
  for (let run = 0; run < runs; run += 1) {
    for (const [index, { check, calls, later }] of jobs.entries()) {
      const begun = now();
      for (let call = 0; call < calls; call += 1) {
        sink += later ? Number(await check(call)) : Number(check(call));
      }
      times[index].push(((now() - begun) * 1e6) / calls);
    }
  }
  return {
    sink,
    rows: jobs.map(({ name }, index) => {
      const sorted = times[index].sort((a, b) => a - b);
      return { name, least: sorted[0], median: sorted[runs >> 1] };
    }),
  };
}

/** A line of the table. */
export const line = ({ name, least, median }) =>
  `${name.padEnd(48)} least ${least.toFixed(1).padStart(9)} ns   median ${median.toFixed(1).padStart(9)} ns`;
