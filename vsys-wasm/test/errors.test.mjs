// The shape of errors, and hostile requests: whatever goes in, an answer or a coded error comes out.

import assert from "node:assert/strict";
import { test } from "node:test";

import { OPERATIONS } from "../pkg/catalogue.js";
import * as vsys from "../pkg/node.js";

const utf8 = new TextEncoder();
const NAMES = OPERATIONS.map((operation) => operation.name);

function codes(request, operation = "quantity.convert") {
  const result = vsys.run(operation, request);
  assert.equal(result.ok, false);
  return result.error.findings.map((finding) => `${finding.code} ${finding.path}`);
}

function code(request, operation = "quantity.convert") {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(vsys.call(operation, request));
  const { error } = JSON.parse(text);
  assert.ok(error.message.en && error.message.ja);
  return error.code;
}

test("every finding at once", () => {
  const result = vsys.quantity.convert({ boxes: -1, colour: "red" });
  assert.equal(result.ok, false);
  const { error } = result;
  assert.deepEqual(
    new Set(error.findings.map((finding) => `${finding.code} ${finding.path}`)),
    new Set([
      "request.field.missing /delivery_week",
      "request.field.missing /product",
      "request.field.unknown /colour",
      "request.number.out_of_range /boxes",
    ]),
  );
  assert.deepEqual(Object.keys(error), ["assumptions", "code", "details", "findings", "help", "message"]);
  assert.ok(error.message.en && error.message.ja && error.help.en && error.help.ja);
});

test("an unknown operation", () => {
  for (const name of ["", "no.such", "x".repeat(1_000_000), "\ud800", Uint8Array.of(255), new Uint8Array(1_000_000)]) {
    assert.equal(vsys.run(name).error.code, "request.operation.unknown");
  }
});

test("arguments that are no text", () => {
  for (const value of [5, null, undefined, {}, Symbol("x"), [1], new Uint16Array(2), new ArrayBuffer(2)]) {
    assert.throws(() => vsys.call("version", value), TypeError);
    assert.throws(() => vsys.call(value, "{}"), TypeError);
  }
});

test("random bytes", () => {
  let state = 0x2021;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  for (const name of NAMES) {
    for (const length of [0, 1, 2, 3, 10, 100, 1000]) {
      for (let round = 0; round < 20; round += 1) {
        assert.match(code(Uint8Array.from({ length }, random), name), /^request[.]/);
      }
    }
  }
});

test("what is no object", () => {
  for (const name of NAMES) {
    for (const text of ["", "null", "0", '"x"', "[]", "true", "{", "}", "{]", '{"a"', "\ufeff{}"]) {
      assert.match(code(text, name), /^request[.]/);
    }
  }
});

test("deep and huge texts", () => {
  for (const text of ["[".repeat(5_000_000), '{"a":'.repeat(1_000_000), "[".repeat(66) + "]".repeat(66)]) {
    assert.equal(code(text), "request.depth.exceeded");
  }
  const limit = 64 * 1024 * 1024;
  assert.equal(code(new Uint8Array(limit + 1).fill(32)), "request.size.too_large");
  assert.equal(code(new Uint8Array(4 * limit)), "request.size.too_large");
  assert.equal(code(" ".repeat(4 * limit)), "request.size.too_large");
  assert.equal(code("あ".repeat(limit / 3 + 1)), "request.size.too_large");
  assert.equal(code(`"${"a".repeat(10_000_000)}"`), "request.type.mismatch");
  // The module is as well as before.
  assert.equal(vsys.version().ok, true);
});

test("members twice, invalid UTF-8, halves of surrogate pairs", () => {
  assert.equal(code('{"date":"2021-07-22","date":"2021-07-23"}', "calendar.holiday"), "request.field.twice");
  const bytes = utf8.encode('{"date":"?"}');
  bytes[9] = 0xff;
  assert.equal(code(bytes, "calendar.holiday"), "request.text.utf8");
  assert.equal(code('{"date":"\ud800"}', "calendar.holiday"), "request.text.utf8");
  assert.equal(code('{"date":"\\ud800"}', "calendar.holiday"), "request.text.surrogate");
  for (const date of ["\ud800", "\udc00", "\udc00\ud800", "a\ud800b", "\ud83d\ude00\ude00"]) {
    assert.deepEqual(codes({ date }, "calendar.holiday"), ["request.text.surrogate /date"]);
  }
});

test("numbers that the wire does not have", () => {
  for (const boxes of [-0, 1.5, 1e300, 1e21, Number.MIN_VALUE, NaN, Infinity, -Infinity]) {
    assert.ok(codes({ boxes }).includes("request.number.not_integer /boxes"), String(boxes));
  }
  for (const boxes of [2 ** 32, 2 ** 53, 2 ** 60, 2n ** 60n, -1, -1n, 10n ** 5000n, -(2n ** 100_000n)]) {
    assert.ok(codes({ boxes }).includes("request.number.out_of_range /boxes"));
  }
});

test("deep values", () => {
  let deep = [];
  for (let level = 0; level < 200_000; level += 1) {
    deep = [deep];
  }
  assert.deepEqual(codes(deep), ["request.depth.exceeded "]);
});

test("keys of the prototype are ordinary keys", () => {
  const request = JSON.parse('{"__proto__":{"boxes":1},"constructor":1,"toString":2}');
  const found = codes(request);
  for (const key of ["__proto__", "constructor", "toString"]) {
    assert.ok(found.includes(`request.field.unknown /${key}`), key);
  }
  assert.equal({}.boxes, undefined);
  // Of an object literal, `__proto__` is the prototype and no member.
  assert.ok(codes({ ["__proto__"]: 1 }).includes("request.field.unknown /__proto__"));
});
