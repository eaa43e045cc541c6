// The check of screening forms, form after form, without JSON on the way: the texts of a form are written into the module's
// memory at once, one call checks them, and the faults come back as bits.

import { compiled, refusing, request } from "./core.js";

// No text that is right is as long, and five such texts have room in the module's memory.
const LONGEST = 15;
const ROOM = 5 * LONGEST;
// In place of the length of a text that is not there.
const ABSENT = 255;
// The most that the module takes as a dose.
const MOST = 2 ** 32 - 1;

let view = new Uint8Array(0);
let words = [];
// By their bits: a form that is right costs no memory.
const results = [];

/**
 * A function that checks screening forms against limits: the faults that `form.check` has, in a fraction of the time.
 * Throws a VsysError when the limits cannot be read.
 */
export function formChecker(limits) {
  const module = compiled();
  const held = refusing(() => new module.FormLimits(request(limits)));
  words = module.form_faults().trimEnd().split("\n").map((line) => line.split("\t"));
  // Every member is read before anything is written: a getter may call anything.
  return ({ coupon, municipality, birth_date, date, dose, previous_date }) => {
    const number = count(dose, "dose");
    const a = size(coupon, "coupon");
    const b = size(municipality, "municipality");
    const c = size(birth_date, "birth_date");
    const d = size(date, "date");
    const previous = previous_date === undefined ? "" : previous_date;
    const e = size(previous, "previous_date");
    // A memory that grows empties every view.
    if (view.length === 0) {
      view = new Uint8Array(module.form_memory().buffer, module.form_texts(), ROOM);
    }
    write(previous, e, write(date, d, write(birth_date, c, write(municipality, b, write(coupon, a, 0)))));
    const bits = held.check(a, b, c, d, previous_date === undefined ? ABSENT : e, number);
    return (results[bits] ??= result(bits));
  };
}

/** How many characters of a text count. */
function size(text, name) {
  if (typeof text !== "string") {
    throw new TypeError(`${name}: a string is expected`);
  }
  return text.length < LONGEST ? text.length : LONGEST;
}

/**
 * Writes characters, a byte each, and gives the place behind them. No text that is right has others than ASCII, and
 * for so few a loop is quicker than an encoder of the browser.
 */
function write(text, length, from) {
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    view[from + at] = unit < 0x7f ? unit : 0x7f;
  }
  return from + length;
}

/** An integer; one beyond what the module takes is the nearest that it takes. */
function count(value, name) {
  if (typeof value === "number" && value >>> 0 === value) {
    return value;
  }
  if (typeof value !== "bigint" && !Number.isInteger(value)) {
    throw new TypeError(`${name}: an integer is expected`);
  }
  return value < 0 ? 0 : value > MOST ? MOST : Number(value);
}

function result(bits) {
  const found = words.filter((_, place) => (bits >> place) & 1);
  return Object.freeze({
    faults: Object.freeze(found.map(([word]) => word)),
    valid: found.every(([, severity]) => severity === "warning"),
  });
}
