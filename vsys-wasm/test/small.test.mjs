// The small package: the same answers to the byte, and a refusal that says what is missing where the table of
// municipalities is asked.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { OPERATIONS } from "../pkg/catalogue.js";
import * as whole from "../pkg/node.js";
import * as small from "../pkg/small.js";

const utf8 = new TextDecoder();
const folder = new URL("../../vectors/", import.meta.url);
// Both share one core; the whole one comes first.
const cases = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
  .flatMap((entry) => JSON.parse(readFileSync(`${entry.parentPath ?? entry.path}/${entry.name}`, "utf8")))
  .filter(({ call }) => typeof call?.operation === "string" && call.request !== undefined)
  .map(({ id, call }) => {
    const request = JSON.stringify(call.request);
    return { id, operation: call.operation, request, expected: utf8.decode(whole.call(call.operation, request)) };
  });
await small.default(readFileSync(new URL("../pkg/small/vsys_wasm_bg.wasm", import.meta.url)));
const names = new Set(OPERATIONS.filter((operation) => operation.small).map(({ name }) => name));

test("it has the operations for plans, needles, cycles and claims", () => {
  for (const name of ["plan.preview", "needle.fill", "calendar.cycles", "claims.check", "claims.sheets", "code.institution"]) {
    assert.ok(names.has(name), name);
  }
  for (const name of ["allocation.cascade", "rules.list", "code.municipality", "facility.change", "form.check", "quantity.convert"]) {
    assert.ok(!names.has(name), name);
  }
  for (const { name, small: has } of OPERATIONS) {
    const answer = small.run(name, {});
    assert.equal(answer.ok || answer.error.code !== "request.operation.unknown", has, name);
    assert.equal(typeof name.split(".").reduce((found, part) => found?.[part], small), has ? "function" : "undefined", name);
  }
  assert.equal(small.allocation, undefined);
  assert.match(small.version().answer.data, /-without-municipalities$/);
});

test("vectors: the same to the byte, or refused for want of the table", () => {
  const seen = new Map();
  for (const { id, operation, request, expected } of cases) {
    if (!names.has(operation) || operation === "version") {
      continue;
    }
    const answer = utf8.decode(small.call(operation, request));
    const same = answer === expected;
    const area = operation.split(".")[0];
    seen.set(area, (seen.get(area) ?? 0) + 1);
    assert.ok(same || (area === "claims" && answer.includes('"code":"code.municipality.no_table"')), id);
  }
  for (const area of ["plan", "needle", "calendar", "claims", "code"]) {
    assert.ok(seen.get(area) > 5, `${area}: ${seen.get(area)}`);
  }
});

test("a municipality is refused with what is missing, and looked up in a table of one's own", () => {
  const request = { municipality: "131032", own: "131032", date: "2022-01-17" };
  const refused = small.run("claims.route", { ...request });
  assert.equal(refused.ok, false);
  const record = { coupon: "with_coupon", date: "2022-01-17", municipality: "131032", service: "vaccination", age: "six_and_over", class: "regular" };
  const check = { billing_month: "2022-02", records: [record] };
  const without = small.claims.check(check);
  const codes = (outcome) => (outcome.ok ? outcome.findings : outcome.error.findings).map(({ code, path }) => `${code} ${path}`);
  assert.ok(codes(without).includes("code.municipality.no_table /records/0/municipality"), codes(without).join());
  const none = { total: 0, age_0_4: 0, age_5_9: 0, age_10_14: 0, age_15_64: 0, age_65_plus: 0 };
  const book = new small.RuleBook({ municipalities: [{ code: "131032", name: "港区", kind: "special_ward", from: "2021-01-01", ...none }] });
  const own = small.claims.check(check, book);
  assert.ok(!codes(own).some((code) => code.startsWith("code.municipality")), codes(own).join());
});
