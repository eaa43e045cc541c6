// Sharing over typed arrays: the same as the operations answer, and the same refusals with places in the columns.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as vsys from "../pkg/node.js";

const random = (seed) => () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8);
const found = (outcome) => {
  assert.equal(outcome.ok, false);
  return outcome.error.findings.map(({ code, path }) => `${code} ${path}`);
};

test("apportion: the same as the operation", () => {
  const draw = random(2021);
  for (const method of ["largest-remainder", "webster", "jefferson", "adams", "hill"]) {
    for (let round = 0; round < 20; round += 1) {
      const rows = 1 + (draw() % 40);
      const weight = Array.from({ length: rows }, () => draw() % 9);
      const floor = weight.map(() => draw() % 3);
      const cap = weight.map((_, row) => floor[row] + (draw() % 12));
      const supply = floor.reduce((sum, units) => sum + units, 0) + (draw() % 60);
      const id = (row) => String(row).padStart(6, "0");
      const asked = vsys.allocation.apportion({
        supply, method, first_units: "by-weight",
        recipients: weight.map((_, row) => ({ id: id(row), weight: weight[row], floor: floor[row], cap: cap[row] })),
      });
      for (const [Kind, as] of [[Uint32Array, Number], [Float64Array, Number], [BigUint64Array, BigInt]]) {
        const column = (values) => Kind.from(values, as);
        const shared = vsys.columns.apportion(
          { supply, method, first_units: "by-weight" },
          { weight: column(weight), floor: column(floor), cap: column(cap) },
        );
        assert.equal(shared.ok, asked.ok);
        if (asked.ok) {
          assert.deepEqual([...shared.answer.amounts], asked.answer.amounts.map(({ amount }) => amount));
          assert.equal(shared.answer.left_over, asked.answer.left_over);
          assert.equal(shared.answer.method, method);
          assert.deepEqual(shared.assumptions, asked.assumptions);
        } else {
          assert.equal(shared.error.code, asked.error.code);
        }
      }
    }
  }
});

test("apportion: bounds left open, ids and ties", () => {
  const open = vsys.columns.apportion({ supply: 10 }, { weight: Float64Array.of(1, 1), cap: Float64Array.of(2, Infinity) });
  assert.deepEqual([...open.answer.amounts], [2, 8]);
  const bigint = vsys.columns.apportion({ supply: 10 }, { weight: BigUint64Array.of(1n, 1n), cap: BigUint64Array.of(2n, 2n ** 64n - 1n) });
  assert.deepEqual([...bigint.answer.amounts], [2, 8]);
  const tie = vsys.columns.apportion({ supply: 1 }, { weight: Uint32Array.of(1, 1), id: ["町", "村"] });
  assert.deepEqual([...tie.answer.amounts], [0, 1]);
  assert.deepEqual({ ...tie.answer.tie, rows: [...tie.answer.tie.rows] }, { decided: "smaller-code", rows: [1, 0], units: 1 });
  assert.deepEqual(tie.assumptions, ["assumption.proposal-method"]);
  const asked = vsys.allocation.apportion({ supply: 1, ties: "report", recipients: [{ id: "0", weight: 1 }, { id: "1", weight: 1 }] });
  const told = vsys.columns.apportion({ supply: 1, ties: "report" }, { weight: Uint32Array.of(1, 1) });
  assert.deepEqual([told.error.code, told.error.details], [asked.error.code, asked.error.details]);
});

test("apportion: words at the ends of their range are as doubles", () => {
  const [least, most] = [0, 2 ** 32 - 1];
  for (const supply of [0, 7, most, most + 1]) {
    const [words, doubles] = [Uint32Array, Float64Array].map((Kind) => vsys.columns.apportion({ supply }, {
      weight: Kind.of(most, 1, 2 ** 31, least), floor: Kind.of(least, least, 1, least).map((floor) => (supply > 0 ? floor : 0)), cap: Kind.of(most, most, 7, most),
    }));
    assert.deepEqual(words, doubles);
    assert.equal([...words.answer.amounts].reduce((sum, units) => sum + units, words.answer.left_over), supply);
  }
});

test("apportion: numbers that are none are findings with their rows", () => {
  const weight = Float64Array.of(NaN, -0, 0.5, -1, 2 ** 53, Infinity, -Infinity, 1e300, Number.MIN_VALUE, 2 ** 53 - 1, 0, 3);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight })), [
    "request.number.not_integer /columns/weight/0", "request.number.not_integer /columns/weight/1",
    "request.number.not_integer /columns/weight/2", "request.number.out_of_range /columns/weight/3",
    "request.number.out_of_range /columns/weight/4", "request.number.not_integer /columns/weight/5",
    "request.number.not_integer /columns/weight/6", "request.number.out_of_range /columns/weight/7",
    "request.number.not_integer /columns/weight/8",
  ]);
  assert.deepEqual(vsys.columns.apportion({ supply: 1 }, { weight }).error.findings.map((finding) => finding.value), [
    "NaN", "-0", "0.5", "-1", "9007199254740992", "Infinity", "-Infinity", "1e+300", "5e-324",
  ]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight: BigUint64Array.of(2n ** 53n, 2n ** 64n - 1n) })), [
    "request.number.out_of_range /columns/weight/0", "request.number.out_of_range /columns/weight/1",
  ]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight: Uint32Array.of(1), floor: Uint32Array.of(3), cap: Uint32Array.of(2) }))[0],
    "allocation.floor.above_cap /columns/floor/0");
});

test("apportion: everything that is wrong at once", () => {
  assert.deepEqual(found(vsys.columns.apportion({ supply: -1, colour: "red" }, { weight: Float64Array.of(NaN) })).sort(), [
    "request.field.unknown /colour", "request.number.not_integer /columns/weight/0", "request.number.out_of_range /supply",
  ]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, {})), ["request.field.missing /columns/weight"]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight: Uint32Array.of(1, 2), cap: Uint32Array.of(1), ["__proto__"]: Uint32Array.of(1, 1) })).sort(), [
    "allocation.column.length /columns/cap", "request.field.unknown /columns/__proto__",
  ]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight: Uint32Array.of(1, 2, 3), id: ["a", "\ud800", "b\nc"] })), [
    "request.text.surrogate /columns/id/1", "base.text.form /columns/id/2",
  ]);
  assert.deepEqual(found(vsys.columns.apportion({ supply: 1 }, { weight: new Uint32Array(1_000_001) })), ["request.list.too_long /columns"]);
  for (const wrong of [[1, 2], new Float32Array(2), new Int32Array(2), "12", 5, null, new ArrayBuffer(8), new DataView(new ArrayBuffer(8))]) {
    assert.throws(() => vsys.columns.apportion({ supply: 1 }, { weight: wrong }), TypeError);
  }
});

const WEEK = { cycle: 1, delivery_week: "2021-05-10", product: "pfizer-12plus", supply: { vaccine: 900, needles: 9_000 } };

/** A small nation, as rows and as columns. */
function nation(seed) {
  const draw = random(seed);
  const codes = [131032, 131041, 131059, 141003, 272035, 11002];
  const hubs = Array.from({ length: 40 }, () => ({ municipality: codes[draw() % codes.length], capacity: 100 + (draw() % 9_000), floor: draw() % 2 }));
  const satellites = Array.from({ length: 60 }, () => ({ hub: draw() % hubs.length, capacity: draw() % 900 }));
  return { hubs, satellites };
}

test("cascade: the same as the operation, as often as wanted", () => {
  for (const seed of [1, 2, 3]) {
    const { hubs, satellites } = nation(seed);
    const id = (row) => String(row).padStart(6, "0");
    const network = new vsys.Network(WEEK, {
      hubs: {
        municipality: Uint32Array.from(hubs, (hub) => hub.municipality),
        capacity: Uint32Array.from(hubs, (hub) => hub.capacity),
        floor: Uint32Array.from(hubs, (hub) => hub.floor),
      },
      satellites: {
        hub: Uint32Array.from(satellites, (satellite) => satellite.hub),
        capacity: Float64Array.from(satellites, (satellite) => satellite.capacity),
      },
    });
    for (const supply of [WEEK.supply, { vaccine: 40, needles: 400 }, { vaccine: 0, needles: 0 }]) {
      const asked = vsys.allocation.cascade({
        ...WEEK, supply,
        hubs: hubs.map((hub, row) => ({ id: id(row), capacity: hub.capacity, floor: hub.floor, municipality: String(hub.municipality).padStart(6, "0") })),
        satellites: satellites.map((satellite, row) => ({ id: `satellite-${id(row)}`, hub: id(satellite.hub), capacity: satellite.capacity })),
      });
      const done = network.cascade(supply);
      assert.equal(done.ok, asked.ok, JSON.stringify(asked.error?.findings[0]));
      if (!asked.ok) {
        assert.equal(done.error.code, asked.error.code);
        continue;
      }
      const { answer } = asked;
      assert.deepEqual(done.assumptions, asked.assumptions);
      assert.deepEqual(done.findings.map(({ code }) => code), asked.findings.map(({ code }) => code));
      const rowsOf = (name, column) => new Map(answer[name].map((row) => [row.code ?? row.id, row[column]]));
      for (const column of ["vaccine", "needles", "syringes"]) {
        assert.deepEqual([...done.answer.hubs[column]], hubs.map((_, row) => rowsOf("hubs", column).get(id(row))));
        for (const level of ["prefectures", "municipalities"]) {
          assert.deepEqual(
            [...done.answer[level].code].map((code, at) => [String(code).padStart(level === "prefectures" ? 2 : 6, "0"), done.answer[level][column][at]]),
            [...rowsOf(level, column)],
          );
        }
      }
      assert.deepEqual([...done.answer.satellites.vials], satellites.map((_, row) => rowsOf("satellites", "vials").get(`satellite-${id(row)}`)));
    }
    network.free();
  }
});

test("cascade: refusals with places in the columns", () => {
  const thrown = (levels, options = WEEK) => {
    try {
      new vsys.Network(options, levels);
    } catch (error) {
      assert.ok(error instanceof vsys.VsysError, String(error));
      return error.error.findings.map(({ code, path }) => `${code} ${path}`).sort();
    }
    return [];
  };
  assert.deepEqual(thrown({ hubs: { municipality: Float64Array.of(131032, 131033, NaN, 999999), capacity: Float64Array.of(1, -0, 2, 3) } }), [
    "request.number.not_integer /hubs/columns/capacity/1", "request.number.not_integer /hubs/columns/municipality/2",
  ]);
  assert.deepEqual(thrown({ hubs: { municipality: Uint32Array.of(131032, 131033, 999999), capacity: Uint32Array.of(1, 2, 3) } }), [
    "code.municipality.check_digit /hubs/columns/municipality/1", "code.municipality.check_digit /hubs/columns/municipality/2",
  ]);
  assert.deepEqual(thrown({ hubs: { capacity: Uint32Array.of(1) } }), ["request.field.missing /hubs/columns/municipality"]);
  assert.deepEqual(thrown({ hubs: { municipality: Uint32Array.of(131032), capacity: Uint32Array.of(1) }, satellites: { hub: Uint32Array.of(1), capacity: Uint32Array.of(1) } }), [
    "request.number.out_of_range /satellites/columns/hub/0",
  ]);
  assert.deepEqual(thrown({ hubs: { municipality: Uint32Array.of(131032), weight: Uint32Array.of(1) } }, { ...WEEK, product: "none" }), ["product.id.unknown /product"]);
  assert.throws(() => new vsys.Network(WEEK, { towns: {} }), TypeError);
  const network = new vsys.Network(WEEK, { hubs: { municipality: Uint32Array.of(131032), weight: Uint32Array.of(1) } });
  assert.deepEqual(found(network.cascade({ vaccine: -1, needles: NaN })), ["request.number.not_integer /supply/needles", "request.number.out_of_range /supply/vaccine"]);
});

test("tree: every giver's amount among its recipients, as apportion shares it", () => {
  const draw = random(7);
  for (const method of ["largest-remainder", "webster", "jefferson", "adams", "hill"]) {
    const sizes = [Uint32Array.of(3), Uint32Array.from({ length: 3 }, () => 1 + (draw() % 4))];
    sizes.push(Uint32Array.from({ length: sizes[1].reduce((sum, size) => sum + size, 0) }, () => draw() % 9));
    const tree = new vsys.Tree(sizes);
    const rows = sizes[2].reduce((sum, size) => sum + size, 0);
    assert.deepEqual([tree.levels, tree.recipients], [3, rows]);
    const weight = Uint32Array.from({ length: rows }, () => 1 + (draw() % 90));
    const floor = weight.map(() => draw() % 3);
    const cap = weight.map((_, row) => floor[row] + 1 + (draw() % 30));
    const supply = floor.reduce((sum, units) => sum + units, 0) + rows + 40;
    const options = { supply, method, first_units: "by-weight" };
    for (const [Kind, as] of [[Uint32Array, Number], [Float64Array, Number], [BigUint64Array, BigInt]]) {
      const column = (values) => Kind.from(values, as);
      const { answer, assumptions } = tree.share(options, { weight: column(weight), floor: column(floor), cap: column(cap) });
      assert.deepEqual(assumptions, []);
      // Givers have the sums of what is below them.
      const above = (columns, level) => columns.map((values) => {
        let at = 0;
        return Uint32Array.from(sizes[level], (size) => values.subarray(at, (at += size)).reduce((sum, units) => sum + units, 0));
      });
      const figures = [, , [weight, floor, cap]];
      figures[1] = above(figures[2], 2);
      figures[0] = above(figures[1], 1);
      let received = [supply];
      sizes.forEach((level, depth) => {
        let at = 0;
        level.forEach((size, giver) => {
          const [weights, floors, caps] = figures[depth].map((values) => values.subarray(at, at + size));
          const shared = answer.levels[depth].subarray(at, at + size);
          at += size;
          if (size > 0) {
            const alone = vsys.columns.apportion({ ...options, supply: received[giver] }, { weight: weights, floor: floors, cap: caps });
            assert.deepEqual([...shared], [...alone.answer.amounts]);
          }
        });
        received = [...answer.levels[depth]];
      });
      assert.equal(answer.left_over, supply - received.reduce((sum, units) => sum + units, 0));
    }
    tree.free();
  }
});

test("tree: refusals with places in the columns, and the next call is as if there had been none", () => {
  const tree = new vsys.Tree([Uint32Array.of(2), Uint32Array.of(2, 1)]);
  const [weight, cap] = [Uint32Array.of(30, 10, 60), Float64Array.of(Infinity, Infinity, 5)];
  const well = () => tree.share({ supply: 10 }, { weight, floor: Uint32Array.of(0, 2, 0), cap });
  const first = well();
  assert.deepEqual(first.answer.levels.map((level) => [...level]), [[5, 5], [3, 2, 5]]);
  assert.deepEqual([first.answer.left_over, first.assumptions], [0, ["assumption.proposal-method"]]);
  assert.deepEqual(found(tree.share({ supply: NaN }, { weight: Float64Array.of(-0, 1, 2 ** 53) })).sort(), [
    "request.number.not_integer /columns/weight/0", "request.number.not_integer /supply", "request.number.out_of_range /columns/weight/2",
  ]);
  assert.deepEqual(found(tree.share({ supply: -1 }, { weight: Uint32Array.of(1) })).sort(), [
    "allocation.column.length /columns/weight", "request.number.out_of_range /supply",
  ]);
  assert.deepEqual(found(tree.share({ supply: 1 }, { floor: Uint32Array.of(1, 1, 1) })), ["request.field.missing /columns/weight"]);
  assert.deepEqual(found(tree.share({ supply: 1 }, { weight, id: ["a", "b", "c"] })), ["request.field.unknown /columns/id"]);
  assert.deepEqual(found(tree.share({ supply: 1 }, { weight, floor: Uint32Array.of(9, 0, 0) })), ["allocation.floors.above_supply /supply"]);
  assert.deepEqual(found(tree.share({ supply: 100 }, { weight, floor: Uint32Array.of(9, 0, 0), cap: Uint32Array.of(8, 1, 1) })), ["allocation.floor.above_cap /columns/floor/0"]);
  assert.deepEqual(well(), first);
  assert.throws(() => tree.share({ supply: 1, ties: "report" }, { weight }), TypeError);
  for (const wrong of [[[2], [2, 1]], Uint32Array.of(2), undefined, [Float64Array.of(2)]]) {
    assert.throws(() => new vsys.Tree(wrong), TypeError);
  }
  const thrown = (levels) => {
    try {
      new vsys.Tree(levels);
    } catch (error) {
      assert.ok(error instanceof vsys.VsysError, String(error));
      return error.error.findings.map(({ code, path }) => `${code} ${path}`);
    }
    return [];
  };
  assert.deepEqual(thrown([]), ["allocation.column.length /levels"]);
  assert.deepEqual(thrown([Uint32Array.of(2), Uint32Array.of(2)]), ["allocation.column.length /levels/1"]);
  assert.deepEqual(thrown([Uint32Array.of(2 ** 32 - 1, 2 ** 32 - 1)]), ["allocation.column.length /levels/0"]);
});
