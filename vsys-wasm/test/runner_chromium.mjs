// The conformance runner of this face in Chromium: a worker of a page asks for the next request with the answer to the
// last, so that nothing but bytes goes between here and there.

import { launch } from "./chromium.mjs";
import { answerFrames } from "./frames.mjs";
import { serve } from "./serve.mjs";

const PAGES = {
  "/": '<!doctype html><meta charset="utf-8"><title>vectors</title><script type="module" src="/page.js"></script>',
  "/page.js": `
    const worker = new Worker("/worker.js", { type: "module" });
    worker.onmessage = ({ data }) => { throw new Error(data); };
    worker.onerror = ({ message }) => { throw new Error(message); };`,
  "/worker.js": `
    import init, { call } from "/pkg/web.js";
    const utf8 = new TextDecoder();
    try {
      await init();
      for (let answer = new Uint8Array(); ; ) {
        const response = await fetch("/next", { method: "POST", body: answer });
        const frame = new Uint8Array(await response.arrayBuffer());
        const end = frame.indexOf(10);
        answer = call(utf8.decode(frame.subarray(0, end)), frame.subarray(end + 1));
      }
    } catch (error) {
      postMessage(String(error));
    }`,
};

// The worker waits for a frame, or the frame for its answer.
let ask;
let answered = () => {};
const asking = () => new Promise((resolve) => (ask = resolve));
let ready = asking();

const server = await serve(PAGES, {
  answer: (answer) => {
    answered(answer);
    return new Promise((next) => ask(next));
  },
});
const browser = await launch();
const page = await browser.newPage();
page.on("pageerror", (error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
await page.goto(server.origin);
await answerFrames(async (operation, request) => {
  const next = await ready;
  ready = asking();
  const answer = new Promise((resolve) => (answered = resolve));
  next(Buffer.concat([Buffer.from(`${operation}\n`), request]));
  return answer;
});
await browser.close();
await server.close();
