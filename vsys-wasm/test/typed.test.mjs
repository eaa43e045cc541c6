// What people type, read as values: nothing is repaired that is not only written otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";

import { SHAPES, flag, integer, patterned } from "../pkg/typed.js";

test("integers in any width, by thousands or not", () => {
  for (const [text, value] of [
    ["1170", 1170], ["１１７０", 1170], ["1,170", 1170], ["１，１７０", 1170], [" 12　", 12], ["007", 7], ["0", 0],
    ["-3", -3], ["－３", -3], ["−3", -3], ["ー3", -3], ["9007199254740991", 2 ** 53 - 1],
    ["9007199254740992", 2n ** 53n], ["", undefined], ["　 ", undefined],
  ]) {
    assert.equal(integer(text), value, text);
  }
  assert.ok(Object.is(integer("-0"), -0));
  assert.ok(Object.is(integer("０"), 0));
});

test("what is no integer goes on as it was typed", () => {
  for (const text of ["abc", "1.5", "1.0", "1e3", "12箱", "1,17", "1170,", "+1", "NaN", "Infinity", "0x10", "一", "1 2", "--1", "\ud800", "__proto__", "½"]) {
    assert.equal(integer(text), text);
  }
  assert.equal(integer("x".repeat(10_000_000)).length, 10_000_000);
});

test("digits without end are out of every range, at once", () => {
  const most = 10n ** 20n;
  assert.equal(integer("9".repeat(21)), most);
  assert.equal(integer("9".repeat(10_000_000)), most);
  assert.equal(integer("９".repeat(10_000_000)), most);
});

test("dates, times and months as they are written by hand", () => {
  for (const text of ["2022-03-08", "２０２２－０３－０８", "2022/3/8", "２０２２／３／８", "2022.03.08", "2022年3月8日", "２０２２年３月８日", " 2022-03-08 ", "2022ー03ー08", "2022−03−08", "2022‐3‐8", "20220308", "２０２２０３０８"]) {
    assert.equal(patterned(text, SHAPES.date), "2022-03-08", text);
  }
  for (const text of ["2022-03-08T15:00", "2022-03-08 15:00", "２０２２－０３－０８　１５：００", "2022/3/8 15:00", "2022年3月8日15時00分", "2022年3月8日 15:00"]) {
    assert.equal(patterned(text, SHAPES.moment), "2022-03-08T15:00", text);
  }
  for (const text of ["09:30", "9:30", "９：３０", "9時30分"]) {
    assert.equal(patterned(text, SHAPES.clock), "09:30", text);
  }
  for (const text of ["2022-03", "2022/3", "２０２２年３月"]) {
    assert.equal(patterned(text, SHAPES.month), "2022-03", text);
  }
  // A day that does not exist is for the reader to find.
  assert.equal(patterned("2022/2/30", SHAPES.date), "2022-02-30");
  for (const text of ["8.3.2022", "22-03-08", "tomorrow", "令和4年3月8日", "\ud800", "2022-03-08-01"]) {
    assert.equal(patterned(text, SHAPES.date), text);
  }
});

test("codes by their pattern", () => {
  assert.equal(patterned("１３１０３２", /^[0-9]{6}$/u), "131032");
  assert.equal(patterned("131 032", /^[0-9]{6}$/u), "131032");
  assert.equal(patterned("１００－０００１", /^[0-9]{7}$/u), "1000001");
  assert.equal(patterned("１００－０００１", /^[0-9]{3}-[0-9]{4}$/u), "100-0001");
  assert.equal(patterned("０．１０", SHAPES.decimal), "0.10");
  assert.equal(patterned("780／31", /^(0|[1-9][0-9]*)\/[1-9][0-9]*$/u), "780/31");
  assert.equal(patterned("1310322", /^[0-9]{6}$/u), "1310322");
  assert.equal(patterned("", /^[0-9]{6}$/u), undefined);
  assert.equal(patterned("1".repeat(10_000_000), /^[0-9]{6}$/u).length, 10_000_000);
});

test("yes and no", () => {
  assert.deepEqual(["true", "false", "", "TRUE"].map(flag), [true, false, undefined, "TRUE"]);
});
