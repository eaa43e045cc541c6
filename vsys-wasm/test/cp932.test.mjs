// CP932 comes from the platform: the very table that the other faces carry, and a coded refusal where it has none.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as whole from "../pkg/node.js";
import * as small from "../pkg/small.js";

const request = {
  billing_month: "2022-03",
  vaccination_month: "2022-02",
  form: "new",
  include_own: true,
  head: { municipality: "131032", name: "見本クリニック" },
  cases: [],
  render: ["csv", "csv_cp932"],
};

test("the platform has the code page to the character", () => {
  const lines = readFileSync(new URL("../../vsys-core/data/cp932.txt", import.meta.url), "utf8").trimEnd().split("\n");
  const pairs = lines.flatMap((line) => {
    const lead = Number.parseInt(line.slice(0, 2), 16);
    return Array.from(line.slice(3), (char, index) => ({ char, bytes: [lead, index + (index < 0x3f ? 0x40 : 0x41)] }));
  });
  const taken = pairs.filter(({ char }) => char !== " ");
  assert.equal(taken.length, 7_724);
  const platform = new TextDecoder("shift_jis");
  assert.equal(platform.decode(Uint8Array.from(taken.flatMap(({ bytes }) => bytes))), taken.map(({ char }) => char).join(""));
});

test("sheets in CP932 read as those in UTF-8", () => {
  const { ok, answer } = whole.claims.sheets(request);
  assert.ok(ok);
  const { csv, csv_cp932 } = answer.rendered;
  assert.equal(`\ufeff${new TextDecoder("shift_jis").decode(Buffer.from(csv_cp932, "base64"))}`, csv);
});

test("a platform without it refuses CP932, and nothing else", async (context) => {
  const own = globalThis.TextDecoder;
  context.after(() => (globalThis.TextDecoder = own));
  globalThis.TextDecoder = class extends own {
    constructor(label, options) {
      if (label === "shift_jis") {
        throw new RangeError(label);
      }
      super(label, options);
    }
  };
  await small.default(readFileSync(new URL("../pkg/small/vsys_wasm_bg.wasm", import.meta.url)));
  const none = { total: 0, age_0_4: 0, age_5_9: 0, age_10_14: 0, age_15_64: 0, age_65_plus: 0 };
  const book = new small.RuleBook({ municipalities: [{ code: "131032", name: "港区", kind: "special_ward", from: "2021-01-01", ...none }] });
  assert.ok(small.claims.sheets({ ...request, render: ["csv"] }, book).ok);
  const { ok, error } = small.claims.sheets(request, book);
  assert.ok(!ok);
  assert.equal(error.code, "claims.render.encoding_unknown");
});
