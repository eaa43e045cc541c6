// The wire for JavaScript: text and native values go in as bytes, answers come out as values.

import { bytesOf, encode } from "./encode.js";

// The reader refuses requests above 64 MiB; one byte more is enough to be refused.
const LIMIT = 64 * 1024 * 1024 + 1;
// No operation has a longer name.
const NAME = 256;

const utf8 = new TextDecoder();
const ERROR = bytesOf('{"error":');

let wasm;

/** The compiled module of this environment. */
export function use(module) {
  wasm = module;
}

/** The compiled module, once it is loaded. */
export function compiled() {
  if (wasm === undefined) {
    throw new Error("vsys is not loaded: `await init()` first");
  }
  return wasm;
}

/** What the constructors throw; `error` is the same as in an outcome. */
export class VsysError extends Error {
  constructor(error) {
    super(`${error.code}: ${error.message.en} (${error.message.ja})`);
    this.name = "VsysError";
    this.error = error;
  }
}

/** The compiled network of a rule book. */
export let networkOf;

/** Tables of the caller's own in place of the bundled ones. */
export class RuleBook {
  #book;

  constructor(tables = {}) {
    const { RuleBook } = compiled();
    this.#book = refusing(() => new RuleBook(request(tables)));
  }

  /** Runs an operation with these tables: wire bytes out. */
  call(operation, text) {
    return this.#book.call(bytes(operation, NAME), bytes(text, LIMIT));
  }

  /** Gives the memory back at once. */
  free() {
    this.#book.free();
  }

  static {
    networkOf = (book, ...given) => book.#book.network(...given);
  }
}

/** Runs an operation with the bundled tables: text or bytes in, wire bytes out. */
export function call(operation, text) {
  return compiled().call(bytes(operation, NAME), bytes(text, LIMIT));
}

/** Runs an operation by its name: a value, text or bytes in, an outcome out. */
export function run(operation, value = {}, book = undefined) {
  const answer = (book ?? { call }).call(operation, request(value));
  const members = parse(answer);
  return isError(answer) ? { ok: false, error: members.error } : { ok: true, ...members };
}

/** Text and bytes are JSON already; other values are encoded. */
export function request(value) {
  return bytes(typeof value === "string" || isBytes(value) ? value : encode(value), LIMIT);
}

function bytes(value, limit) {
  if (typeof value === "string") {
    // A character is a byte at least.
    return bytesOf(value.length > limit ? value.slice(0, limit) : value).subarray(0, limit);
  }
  if (isBytes(value)) {
    return value.subarray(0, limit);
  }
  throw new TypeError("a string or a Uint8Array is expected");
}

/** Of this realm or another. */
function isBytes(value) {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

function isError(answer) {
  return ERROR.every((byte, index) => answer[index] === byte);
}

export function parse(answer) {
  return JSON.parse(utf8.decode(answer));
}

/** Bytes that are thrown are the canonical JSON of an error. */
export function refusing(work) {
  try {
    return work();
  } catch (thrown) {
    throw isBytes(thrown) ? new VsysError(parse(thrown).error) : thrown;
  }
}

/** Bytes that are thrown are an outcome that is refused. */
export function refused(work) {
  try {
    return work();
  } catch (thrown) {
    if (isBytes(thrown)) {
      return { ok: false, error: parse(thrown).error };
    }
    throw thrown;
  }
}
