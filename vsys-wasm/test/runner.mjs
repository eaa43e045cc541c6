// The conformance runner of this face.
//
// Frames on standard input until its end: a line `<operation> <request byte length>` and the bytes.
// Each is answered by a line `<ok 0|1> <length>` and the bytes.

import { writeSync } from "node:fs";

import { call } from "../pkg/node.js";

const ERROR = Buffer.from('{"error":');

function answer(operation, request) {
  const bytes = call(operation, request);
  const ok = ERROR.compare(bytes, 0, ERROR.length) === 0 ? 0 : 1;
  writeAll(Buffer.from(`${ok} ${bytes.length}\n`));
  writeAll(bytes);
}

function writeAll(bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") {
        throw error;
      }
    }
  }
}

// What was read and not yet asked for.
let chunks = [];
let held = 0;
let wanted = 0;
let operation;

for await (const chunk of process.stdin) {
  chunks.push(chunk);
  held += chunk.length;
  while (next()) {}
}

/** Takes a line or a request, if it is all there. */
function next() {
  if (operation !== undefined) {
    if (held < wanted) {
      return false;
    }
    const request = take(wanted);
    answer(operation, request);
    operation = undefined;
    return true;
  }
  const all = Buffer.concat(chunks);
  const end = all.indexOf("\n");
  if (end < 0) {
    chunks = [all];
    return false;
  }
  const [name, length] = take(end + 1).toString("utf8").trim().split(" ");
  operation = name;
  wanted = Number(length);
  return true;
}

function take(length) {
  const all = Buffer.concat(chunks);
  chunks = [all.subarray(length)];
  held = all.length - length;
  return all.subarray(0, length);
}
