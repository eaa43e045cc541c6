// What people type, as values of the wire: full-width digits, hyphens and spaces, dates as they are written by hand.
//
// What cannot be read goes on as it was typed, so that the reader tells what is wrong with it. Nothing is guessed.

// A longer text is no number, date or code.
const LONGEST = 100;
// No quantity of the wire has as many digits.
const DIGITS = 20;

/** The shapes of texts that a field without a schema may name. */
export const SHAPES = {
  clock: /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
  code: /^[0-9A-Za-z:/.-]+$/,
  date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  decimal: /^[0-9]{1,9}([.][0-9]{1,18})?$/,
  moment: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$/,
  month: /^[0-9]{4}-(0[1-9]|1[0-2])$/,
};

const HYPHENS = /[\u2010-\u2015\u2212\u2500\u2501\u30fc]/g;

/** In half width, without spaces around it; hyphens and what is typed in their place are hyphens. */
function plain(text) {
  return text.normalize("NFKC").replace(HYPHENS, "-").trim();
}

/** An integer: digits of any width, by thousands or not. Empty = nothing. */
export function integer(text) {
  if (text.length > LONGEST) {
    return /^[0-9０-９]+$/.test(text) ? beyond() : text;
  }
  const written = plain(text);
  if (written === "") {
    return undefined;
  }
  const digits = /^-?[0-9]{1,3}(,[0-9]{3})+$/.test(written) ? written.replaceAll(",", "") : written;
  if (!/^-?[0-9]+$/.test(digits)) {
    return text;
  }
  if (digits.length > DIGITS) {
    return beyond();
  }
  // -0 stays what it is; what a number cannot hold is a BigInt.
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits);
}

/** Out of every range. */
function beyond() {
  return 10n ** BigInt(DIGITS);
}

/** A text of a pattern: the first reading that has it; as typed when none has. Empty = nothing. */
export function patterned(text, pattern) {
  if (text === "" || text.length > LONGEST || pattern.test(text)) {
    return text === "" ? undefined : text;
  }
  const written = plain(text);
  return written === "" ? undefined : [...readings(written)].find((reading) => pattern.test(reading)) ?? text;
}

/** How a text may be meant, the nearest first. */
function* readings(written) {
  yield written;
  yield written.replaceAll(" ", "");
  yield written.replaceAll(/[ -]/g, "");
  const [, , year, month, day, hour, minute] = WRITTEN.exec(written) ?? [];
  if (year !== undefined) {
    const date = `${year}-${two(month)}-${two(day)}`;
    yield hour === undefined ? date : `${date}T${two(hour)}:${minute}`;
  }
  const [, number, part] = /^([0-9]{1,4}) ?[-/.:年時] ?([0-9]{1,2}) ?[月分]?$/.exec(written) ?? [];
  if (number !== undefined) {
    yield `${number}-${two(part)}`;
    yield `${two(number)}:${part}`;
  }
  const [, years, months, days] = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(written) ?? [];
  if (years !== undefined) {
    yield `${years}-${months}-${days}`;
  }
}

// 2022-03-08, 2022/3/8, 2022年3月8日, with a time or without: 9:30, 9時30分.
const WRITTEN =
  /^(([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?)(?:[T ]? ?([0-9]{1,2}) ?[:時] ?([0-9]{2}) ?分?)?$/;

function two(digits) {
  return digits.padStart(2, "0");
}

/** A yes or no from a list or from buttons. Empty = nothing. */
export function flag(text) {
  return text === "" ? undefined : text === "true" ? true : text === "false" ? false : text;
}
