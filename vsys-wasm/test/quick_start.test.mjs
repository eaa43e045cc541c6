// What a caller meets first. The figures are worked out by hand from the published packs.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as vsys from "../pkg/node.js";

const text = (bytes) => new TextDecoder().decode(bytes);

test("a box of 195 vials of 5 doses", () => {
  const result = vsys.quantity.convert({ product: "pfizer-12plus", delivery_week: "2021-03-01", boxes: 2 });
  assert.equal(result.ok, true);
  assert.equal(result.answer.doses, 2 * 195 * 5);
  assert.equal(result.answer.vials, 2 * 195);
  assert.deepEqual(result.findings, []);
});

test("seven boxes for weights three, two, one", () => {
  // Quotas 3.5, 2.33, 1.17: the seventh box goes to the largest remainder.
  const recipients = [
    { id: "Aogaoka", weight: 3 },
    { id: "Minamisato", weight: 2n },
    { id: "Shirahama", weight: 1, cap: undefined },
  ];
  const result = vsys.allocation.apportion({ supply: 7, recipients });
  assert.deepEqual(result.answer.amounts.map((row) => row.amount), [4, 2, 1]);
});

test("one operation in every form", () => {
  const request = { date: "2021-07-22" };
  const json = '{"date":"2021-07-22"}';
  const bytes = new TextEncoder().encode(json);
  const raw = vsys.call("calendar.holiday", json);
  assert.ok(raw instanceof Uint8Array);
  assert.equal(text(vsys.call(new TextEncoder().encode("calendar.holiday"), bytes)), text(raw));
  const expected = { ok: true, ...JSON.parse(text(raw)) };
  for (const form of [request, json, bytes, Buffer.from(json)]) {
    assert.deepEqual(vsys.run("calendar.holiday", form), expected);
    assert.deepEqual(vsys.calendar.holiday(form), expected);
  }
});

test("nothing need be asked of an operation without required members", () => {
  assert.equal(vsys.version().ok, true);
  assert.equal(vsys.rules.list({ kind: "computed" }).ok, true);
  assert.ok(vsys.rules.list().answer.rules.length > vsys.rules.list({ kind: "computed" }).answer.rules.length);
});

test("tables of one's own", () => {
  const product = { id: "next", kind: "vaccine", label: "NEXT", from: "2030-01-01", source: "invented" };
  const tables = { products: [{ ...product, vials_per_box: 5, doses_per_vial: 2 }] };
  const request = { product: "next", delivery_week: "2030-01-07", boxes: 3 };
  for (const form of [tables, JSON.stringify(tables), new TextEncoder().encode(JSON.stringify(tables))]) {
    const book = new vsys.RuleBook(form);
    assert.equal(vsys.quantity.convert(request, book).answer.doses, 3 * 5 * 2);
    assert.equal(vsys.run("quantity.convert", request, book).answer.doses, 3 * 5 * 2);
    book.free();
  }
  assert.equal(vsys.quantity.convert(request).ok, false);
  assert.equal(text(new vsys.RuleBook().call("version", "{}")), text(vsys.call("version", "{}")));
});

test("faults of the tables are told at once", () => {
  const refused = (thrown) => {
    assert.ok(thrown instanceof vsys.VsysError);
    const codes = new Set(thrown.error.findings.map((finding) => finding.code));
    assert.deepEqual(codes, new Set(["request.field.missing", "request.field.unknown"]));
    return true;
  };
  assert.throws(() => new vsys.RuleBook({ products: [{ id: "next" }], colour: 1 }), refused);
  for (const tables of ["", "null", Uint8Array.of(255), "[".repeat(100_000), "\ud800", { products: NaN }]) {
    assert.throws(() => new vsys.RuleBook(tables), vsys.VsysError);
  }
});

test("the package is found by its name", async () => {
  const { execFileSync } = await import("node:child_process");
  const cwd = new URL("../pkg/", import.meta.url);
  const library = vsys.version().answer.library;
  for (const name of ["vsys", "vsys/node"]) {
    const script = `import { version } from "${name}"; console.log(version().answer.library);`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd });
    assert.equal(printed.toString().trim(), library);
  }
});

test("the page's package asks to be loaded first, and then does the same", async () => {
  const { readFile } = await import("node:fs/promises");
  // Another instance of the modules than that of `node.js`: nothing is loaded yet.
  const script = `
    import init, * as vsys from "./web.js";
    import { readFile } from "node:fs/promises";
    let asked = "";
    try { vsys.version(); } catch (error) { asked = error.message; }
    await init(await readFile(new URL("./web/vsys_wasm_bg.wasm", import.meta.url)));
    await init();
    console.log(JSON.stringify([asked, vsys.version().answer.library]));`;
  const { execFileSync } = await import("node:child_process");
  const folder = new URL("../pkg/", import.meta.url);
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder });
  const [asked, library] = JSON.parse(printed.toString());
  assert.match(asked, /await init/);
  const manifest = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  assert.equal(library, manifest.version);
});
