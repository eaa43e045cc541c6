// Native values as JSON.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { bytesOf, encode } from "../js/encode.js";

test("what JSON has is written as JSON.stringify writes it", () => {
  const values = [
    null, true, false, 0, 1, -1, 1.5, 1e21, 1e-7, 2 ** 53, "", "a", "日本", "😀", '"\\/\b\f\n\r\t\u0000\u001f\u007f',
    [], {}, [1, [2, [3]]], { a: 1, b: { c: [] } }, { a: undefined, b: 1 }, [undefined, 1], "\u2028",
  ];
  for (const value of values) {
    assert.deepEqual(JSON.parse(encode(value)), JSON.parse(JSON.stringify(value)));
  }
  assert.equal(encode({ a: undefined, b: 1 }), '{"b":1}');
  assert.equal(encode([undefined]), "[null]");
  // eslint-disable-next-line no-sparse-arrays
  assert.equal(encode([, 1]), "[null,1]");
});

test("what JSON.stringify repairs is written as it is", () => {
  assert.equal(encode([NaN, Infinity, -Infinity, -0, 0]), "[NaN,Infinity,-Infinity,-0,0]");
  assert.equal(encode([2n ** 64n, -5n, 0n]), "[18446744073709551616,-5,0]");
  assert.equal(encode(2 ** 60), String(2 ** 60));
  assert.equal(encode("a\ud800b\udc00😀"), '"a\\ud800b\\udc00😀"');
});

test("own keys only, and all of them", () => {
  const record = Object.create(null);
  record.__proto__ = 1;
  record[""] = 2;
  record["\ud800"] = 3;
  assert.equal(encode(record), '{"__proto__":1,"":2,"\\ud800":3}');
  assert.equal(encode(JSON.parse('{"__proto__":{"a":1}}')), '{"__proto__":{"a":1}}');
  assert.equal(encode({ [Symbol("x")]: 1, a: 2 }), '{"a":2}');
  assert.equal(encode({ toJSON: undefined, a: 1 }), '{"a":1}');
});

test("objects of another realm are plain, too", () => {
  assert.equal(encode(runInNewContext("({ a: [1, { b: 2 }] })")), '{"a":[1,{"b":2}]}');
});

test("what has no JSON is refused", () => {
  const circle = {};
  circle.a = [circle];
  class Point {}
  const values = [
    undefined, () => 1, Symbol("x"), circle, new Date(0), new Map(), new Set(), new Point(), /x/, new Number(1),
    new Uint16Array(1), new Uint8Array(1), Promise.resolve(),
  ];
  for (const value of values) {
    assert.throws(() => encode(value), TypeError);
    if (value !== undefined) {
      assert.throws(() => encode({ a: [value] }), TypeError);
    }
  }
  // Twice is no circle.
  const shared = { b: 1 };
  assert.equal(encode([shared, shared]), '[{"b":1},{"b":1}]');
});

test("deep values end below the reader's limit", () => {
  let deep = 1;
  for (let level = 0; level < 100_000; level += 1) {
    deep = { a: deep };
  }
  const text = encode(deep);
  assert.ok(text.length < 1000);
  assert.ok(text.split("{").length > 65);
});

test("texts are UTF-8, and halves of surrogate pairs are none", () => {
  for (const text of ["", "a", "é", "日本", "😀", "a😀é"]) {
    assert.deepEqual(bytesOf(text), new TextEncoder().encode(text));
  }
  const halves = [...bytesOf("é\ud800日😀\udfff")];
  const expected = [0xc3, 0xa9, 0xed, 0xa0, 0x80, ...new TextEncoder().encode("日😀"), 0xed, 0xbf, 0xbf];
  assert.deepEqual(halves, expected);
});
