// Native values as JSON for the reader, which finds what is wrong with them.
//
// JSON.stringify repairs in silence: NaN becomes null, -0 becomes 0. Here they go as they are.

// The reader stops at a depth of 64; far below that nothing need be written.
const DEPTH = 100;

const utf8 = new TextEncoder();

/**
 * The bytes of a text. Halves of surrogate pairs become bytes that are no UTF-8, so that the reader
 * tells of them.
 */
export function bytesOf(text) {
  const bytes = utf8.encode(text);
  if (text.isWellFormed?.()) {
    return bytes;
  }
  // The encoder puts U+FFFD (3 bytes) where a half stood (3 bytes, too).
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      at += 1;
    } else if (unit < 0x800) {
      at += 2;
    } else if (isPair(unit, text.charCodeAt(index + 1))) {
      at += 4;
      index += 1;
    } else {
      if (isHalf(unit)) {
        bytes.set([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], at);
      }
      at += 3;
    }
  }
  return bytes;
}

/**
 * The JSON text of a value. NaN, -0, infinities, numbers above 2^53-1, BigInts and halves of surrogate
 * pairs go as they are; members that are undefined are left out; every own key is an ordinary key.
 * Throws a TypeError on what has no JSON: functions, symbols, objects of classes, cycles.
 */
export function encode(value) {
  const parts = [];
  write(value, parts, []);
  return parts.join("");
}

function write(value, parts, above) {
  switch (typeof value) {
    case "string":
      parts.push(quote(value));
      return;
    case "number":
      parts.push(Object.is(value, -0) ? "-0" : String(value));
      return;
    case "bigint":
      parts.push(digits(value));
      return;
    case "boolean":
      parts.push(value ? "true" : "false");
      return;
    case "object":
      if (value === null) {
        parts.push("null");
      } else {
        writeObject(value, parts, above);
      }
      return;
    default:
      throw new TypeError(`a request cannot hold a value of type ${typeof value}`);
  }
}

function writeObject(value, parts, above) {
  if (above.includes(value)) {
    throw new TypeError("a request cannot hold a value that holds itself");
  }
  const list = Array.isArray(value);
  if (!list && !isPlain(value)) {
    throw new TypeError(`a request cannot hold ${Object.prototype.toString.call(value)}; give plain objects and strings`);
  }
  parts.push(list ? "[" : "{");
  if (above.length < DEPTH) {
    above.push(value);
    (list ? writeItems : writeMembers)(value, parts, above);
    above.pop();
  }
  parts.push(list ? "]" : "}");
}

function writeItems(items, parts, above) {
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) {
      parts.push(",");
    }
    const item = items[index];
    // A place cannot be left out of a list.
    write(item === undefined ? null : item, parts, above);
  }
}

function writeMembers(record, parts, above) {
  let first = true;
  for (const key of Object.keys(record)) {
    const member = record[key];
    if (member !== undefined) {
      parts.push(first ? "" : ",", quote(key), ":");
      first = false;
      write(member, parts, above);
    }
  }
}

/** An object literal, of this or another realm, or an object without a prototype. */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// An engine may refuse to write an integer of millions of digits.
function digits(value) {
  const size = 1n << 4096n;
  if (value > -size && value < size) {
    return String(value);
  }
  // Out of range all the same.
  return value < 0n ? String(-size) : String(size);
}

/** A JSON string. Halves of surrogate pairs are escaped, so that they reach the reader. */
function quote(text) {
  return `"${text.replace(UNSAFE, escape)}"`;
}

// Quotation mark, backslash, control characters, and halves of surrogate pairs.
const UNSAFE = /["\\\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escape(character) {
  if (character === '"' || character === "\\") {
    return `\\${character}`;
  }
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function isHalf(unit) {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isPair(unit, next) {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
