// The frames of a conformance runner, on standard input until its end: a line `<operation> <request byte length>` and
// the bytes. Each is answered by a line `<ok 0|1> <length>` and the bytes.

import { writeSync } from "node:fs";

const ERROR = Buffer.from('{"error":');

/** Answers every frame; `call` takes a name and bytes and gives bytes, at once or later. */
export async function answerFrames(call) {
  for await (const { operation, request } of frames()) {
    const bytes = await call(operation, request);
    const ok = ERROR.compare(bytes, 0, ERROR.length) === 0 ? 0 : 1;
    writeAll(Buffer.from(`${ok} ${bytes.length}\n`));
    writeAll(bytes);
  }
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

async function* frames() {
  // What was read and not yet asked for.
  let chunks = [];
  let held = 0;
  const take = (length) => {
    const all = Buffer.concat(chunks);
    chunks = [all.subarray(length)];
    held = all.length - length;
    return all.subarray(0, length);
  };
  let head;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    held += chunk.length;
    for (;;) {
      if (head === undefined) {
        const all = Buffer.concat(chunks);
        chunks = [all];
        const end = all.indexOf("\n");
        if (end < 0) {
          break;
        }
        const [operation, length] = take(end + 1).toString("utf8").trim().split(" ");
        head = { operation, length: Number(length) };
      }
      if (held < head.length) {
        break;
      }
      yield { operation: head.operation, request: take(head.length) };
      head = undefined;
    }
  }
}
