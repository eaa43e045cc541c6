// Every operation of the table is there, with types for the members of its schema.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { OPERATIONS } from "../pkg/catalogue.js";
import * as vsys from "../pkg/node.js";

const parse = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
const schemaOf = (name) => parse(readFileSync(new URL(`../pkg/schemas/${name}.json`, import.meta.url)));
const TYPES = readFileSync(new URL("../pkg/operations.d.ts", import.meta.url), "utf8");

test("the table is not empty", () => {
  const names = OPERATIONS.map((operation) => operation.name);
  for (const name of ["version", "allocation.apportion", "quantity.convert", "rules.list"]) {
    assert.ok(names.includes(name));
  }
});

for (const { name, en, ja } of OPERATIONS) {
  test(`${name} can be called`, () => {
    const operation = name.split(".").reduce((found, part) => found[part], vsys);
    const { request } = schemaOf(name);
    const record = request.$defs[request.$ref.replace("#/$defs/", "")];
    const given = Object.fromEntries(record.required.map((member) => [member, null]));
    const result = operation(given);
    assert.deepEqual(result.ok ? result.answer : result.error, parse(vsys.call(name, JSON.stringify(given)))[result.ok ? "answer" : "error"]);
    if (record.required.length > 0) {
      const wrong = result.error.findings.filter((finding) => finding.code === "request.type.mismatch");
      assert.deepEqual(new Set(wrong.map((finding) => finding.path)), new Set(record.required.map((member) => `/${member}`)));
    }
    assert.ok(TYPES.includes(en.slice(1)));
    assert.ok(TYPES.includes(ja));
    for (const member of Object.keys(record.properties)) {
      assert.match(TYPES, new RegExp(`\\b${member}\\??: `));
    }
  });
}

test("every code has its details in the types", () => {
  const errors = schemaOf("version").answer.oneOf[1].properties.error.allOf;
  assert.ok(errors.length > 20);
  for (const rule of errors) {
    assert.ok(TYPES.includes(`"${rule.if.properties.code.const}": `));
  }
});
