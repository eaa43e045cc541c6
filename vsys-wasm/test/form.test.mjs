// Typed checks of screening forms: the same faults as the operation's, and nothing but faults or a TypeError.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import * as vsys from "../pkg/node.js";

const FORM = {
  coupon: "1061403573",
  municipality: "131016",
  birth_date: "1937-05-29",
  date: "2022-12-07",
  dose: 3,
  previous_date: "2022-07-01",
};
const LIMITS = { minimum_interval_days: 18, minimum_age: 5, today: "2023-03-31" };
const MEMBERS = new Set(["minimum_interval_days", "minimum_age", "minimum_age_days", "today"]);
const check = vsys.formChecker(LIMITS);
const faults = (changes) => check({ ...FORM, ...changes }).faults;

test("the vectors", () => {
  const folder = new URL("../../vectors/form/", import.meta.url);
  const cases = readdirSync(folder).filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  assert.ok(cases.length > 90);
  for (const { id, call, ok, answer } of cases) {
    const entries = Object.entries(call.request);
    const limits = Object.fromEntries(entries.filter(([name]) => MEMBERS.has(name)));
    const form = Object.fromEntries(entries.filter(([name]) => !MEMBERS.has(name)));
    if (ok) {
      const { faults, valid } = vsys.formChecker(limits)(form);
      assert.deepEqual({ faults, valid }, answer.answer, id);
    } else {
      // Limits and form are read one after the other; each refuses what is its own.
      assert.throws(() => vsys.formChecker(limits)(form), (thrown) => thrown instanceof vsys.VsysError || thrown instanceof TypeError, id);
    }
  }
});

test("a result is frozen, and the same for the same faults", () => {
  const none = check(FORM);
  assert.deepEqual(none, { faults: [], valid: true });
  assert.equal(check({ ...FORM }), none);
  assert.equal(vsys.formChecker(LIMITS)(FORM), none);
  assert.ok(Object.isFrozen(none) && Object.isFrozen(none.faults));
  const some = check({ ...FORM, coupon: "x", previous_date: "2022-12-01" });
  assert.deepEqual(some, { faults: ["coupon", "interval"], valid: false });
  assert.equal(check({ ...FORM, coupon: "y", previous_date: "2022-12-01" }), some);
  assert.deepEqual(check({ ...FORM, dose: 1 }), { faults: ["previous_unexpected"], valid: true });
  assert.deepEqual(check({ ...FORM, previous_date: undefined }), { faults: ["previous_missing"], valid: true });
});

test("nothing of one form is left for the next", () => {
  assert.deepEqual(faults({ coupon: "12345678901234567890" }), ["coupon"]);
  assert.deepEqual(faults({ coupon: "1" }), ["coupon"]);
  assert.deepEqual(faults({ coupon: "" }), ["coupon"]);
  assert.deepEqual(faults({ previous_date: undefined }), ["previous_missing"]);
  assert.deepEqual(faults({}), []);
  // A getter that checks another form does not disturb this one.
  const other = { ...FORM, coupon: "x", dose: 0 };
  const form = { ...FORM, get date() { check(other); return "2022-12-07"; } };
  assert.deepEqual(check(form).faults, []);
});

test("misuse is a TypeError that does not tell what the form says", () => {
  for (const name of Object.keys(FORM)) {
    for (const value of [null, true, [], {}, Symbol("x"), () => "1", new String("1061403573"), new Date(0)]) {
      assert.throws(() => faults({ [name]: value }), TypeError);
    }
  }
  for (const name of ["coupon", "municipality", "birth_date", "date", "dose"]) {
    assert.throws(() => faults({ [name]: undefined }), TypeError);
  }
  for (const dose of ["3", 1.5, NaN, Infinity, -Infinity, Number.MIN_VALUE]) {
    assert.throws(() => faults({ dose }), { name: "TypeError", message: "dose: an integer is expected" });
  }
  assert.throws(() => faults({ coupon: 1061403573 }), (thrown) => !thrown.message.includes("1061403573"));
  for (const form of [undefined, null]) {
    assert.throws(() => check(form), TypeError);
  }
});

test("doses beyond the machine", () => {
  for (const dose of [0, -0, 8, 2 ** 32, 2 ** 32 + 3, 2 ** 53, 1e300, -1, -(2 ** 40), 2n ** 64n + 3n, -1n]) {
    assert.deepEqual(faults({ dose }), ["dose"], String(dose));
  }
  assert.deepEqual(faults({ dose: 3n }), []);
  assert.deepEqual(faults({ dose: 2 ** 40, previous_date: undefined }), ["dose", "previous_missing"]);
});

test("hostile texts", () => {
  const texts = [
    "", "\0", "１０６１４０３５７３", "２０２２-１２-０７", "2022－12－07", "😀", "😀".repeat(10), "\ud800", "\udfff".repeat(10), "1061403573\0",
    "\u0131061403573", "\u0130\u0131\u0132", " 1061403573", "1061403573\n", "+061403573", "x".repeat(1_000_000), "1".repeat(1_000_000),
    "あ".repeat(100_000), "131016\0", "0131016", "2022-12-07T00:00", "2022-02-29", "2022-13-01", "0000-00-00", "9999-12-31", "20221207",
  ];
  for (const text of texts) {
    for (const name of ["coupon", "municipality", "birth_date", "date", "previous_date"]) {
      const form = { ...FORM, [name]: text };
      const asked = vsys.form.check({ ...form, ...LIMITS });
      const found = check(form).faults;
      if (asked.ok) {
        assert.deepEqual(found, asked.answer.faults);
      } else {
        assert.equal(asked.error.code, "request.text.surrogate");
        assert.ok(found.includes(name));
      }
    }
  }
});

test("random forms have the faults of the operation", () => {
  let state = 20221207;
  const below = (limit) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;
  const pick = (list) => list[below(list.length)];
  const two = (limit) => String(below(limit)).padStart(2, "0");
  const spoiled = (text) => {
    if (below(10) < 6) {
      return text;
    }
    const at = below(text.length);
    return text.slice(0, at) + pick(["", "-", "5", "２", "\0", "あ", "😀", "\u0130", "12"]) + text.slice(at + 1);
  };
  const day = () => `${pick(["1937", "2017", "2018", "2022", "2023", "0000"])}-${two(14)}-${two(33)}`;
  const seen = new Set();
  for (let round = 0; round < 3_000; round += 1) {
    const form = {
      coupon: spoiled("1061403573"),
      municipality: spoiled(pick(["131016", "131032", "481017", "000000"])),
      birth_date: spoiled(day()),
      date: spoiled(day()),
      dose: pick([0, 1, 2, 3, 7, 8, 2 ** 32 - 1]),
      previous_date: pick([undefined, spoiled(day())]),
    };
    const limits = {
      minimum_interval_days: pick([0, 18, 90, 2 ** 32 - 1]),
      today: pick(["2022-12-31", "2023-03-31"]),
      ...pick([{ minimum_age: 5 }, { minimum_age_days: 1825 }, { minimum_age: 2 ** 32 - 1 }]),
    };
    const result = vsys.formChecker(limits)(form);
    assert.deepEqual({ faults: result.faults, valid: result.valid }, vsys.form.check({ ...form, ...limits }).answer);
    result.faults.forEach((fault) => seen.add(fault));
  }
  assert.equal(seen.size, 13);
});

test("limits are refused as the operation refuses them", () => {
  for (const limits of [
    {},
    { ...LIMITS, minimum_interval_days: undefined },
    { ...LIMITS, today: "2022-12-32" },
    { ...LIMITS, minimum_age_days: 5 },
    { ...LIMITS, minimum_age: undefined },
    { ...LIMITS, minimum_age: -1, minimum_interval_days: 2 ** 32 },
    { minimum_age: 1.5, today: 5, minimum_interval_days: "x" },
    { ...LIMITS, colour: "red" },
  ]) {
    assert.throws(() => vsys.formChecker(limits), (thrown) => {
      assert.ok(thrown instanceof vsys.VsysError);
      const asked = vsys.form.check({ ...FORM, ...limits });
      assert.equal(thrown.error.code, asked.error.code);
      const told = ({ findings }) => findings.map(({ code, path }) => `${code} ${path}`);
      assert.deepEqual(told(thrown.error), told(asked.error));
      return true;
    });
  }
  for (const limits of [undefined, null, 5, "{", new Map()]) {
    assert.throws(() => vsys.formChecker(limits));
  }
});

test("it holds while the memory grows", () => {
  assert.deepEqual(faults({ coupon: "x" }), ["coupon"]);
  vsys.call("version", " ".repeat(32 * 1024 * 1024));
  assert.deepEqual(faults({ coupon: "x" }), ["coupon"]);
  assert.deepEqual(faults({}), []);
});

test("the page's package does the same once it is loaded", async () => {
  const { execFileSync } = await import("node:child_process");
  const script = `
    import init, * as vsys from "./web.js";
    import { readFile } from "node:fs/promises";
    let asked = "";
    try { vsys.formChecker(${JSON.stringify(LIMITS)}); } catch (error) { asked = error.message; }
    await init(await readFile(new URL("./web/vsys_wasm_bg.wasm", import.meta.url)));
    const check = vsys.formChecker(${JSON.stringify(LIMITS)});
    const form = ${JSON.stringify(FORM)};
    console.log(JSON.stringify([asked, check(form), check({ ...form, coupon: "あ" })]));`;
  const folder = new URL("../pkg/", import.meta.url);
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder });
  const [asked, none, some] = JSON.parse(printed.toString());
  assert.match(asked, /await init/);
  assert.deepEqual(none, { faults: [], valid: true });
  assert.deepEqual(some, { faults: ["coupon"], valid: false });
});
