// What kind of value stands at a place of a request.

import { PATTERNS, RECORDS, REQUESTS } from "./request_kinds.js";

const TYPES = { b: "boolean", i: "integer", o: "object", t: "text" };

/** A function from a place, as a list of names, to the kind of value there; of an unknown place it tells nothing. */
export function kindsOf(operation) {
  if (!Object.hasOwn(REQUESTS, operation)) {
    throw new TypeError(`there is no operation "${operation}"`);
  }
  const root = `!@${REQUESTS[operation]}`;
  return (names) => {
    const written = names.reduce(below, root);
    return written === undefined ? undefined : kind(written);
  };
}

/** What is written of a member, or of an item of a list. */
function below(written, name) {
  const value = written?.replace("!", "");
  if (value?.startsWith("*")) {
    return /^[0-9]+$/.test(name) ? `!${value.slice(1)}` : undefined;
  }
  const record = value?.startsWith("@") ? RECORDS[value.slice(1)] : undefined;
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function kind(written) {
  const required = written.startsWith("!");
  const value = written.replace("!", "");
  if (value.startsWith("*")) {
    return { type: "array", required };
  }
  if (value.startsWith("@")) {
    return { type: "object", required };
  }
  const pattern = PATTERNS[Number(value)];
  return { type: pattern === undefined ? TYPES[value] : "text", pattern, required };
}
