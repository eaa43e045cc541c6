// The binding of forms in a real browser: what is typed, what is asked, what is shown where, and what is left behind.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const page = (lang, body, script) => ({
  html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>form</title>${body}<script type="module" src="${script}"></script></html>`,
});

const row = (cycle) => `<tr data-vsys-row="/rows"><th scope="row">クール${cycle}</th><td><input type="hidden" data-vsys-path="cycle" value="${cycle}">
  <label>箱数 <input data-vsys-path="boxes" inputmode="numeric"></label></td>
  <td><label>針 <input data-vsys-path="needles" inputmode="numeric"></label></td><td data-vsys-messages=""></td></tr>`;
const PLAN = `<main><form action="/elsewhere" method="post">
  <p><label for="product">ワクチン</label> <select id="product" name="/setup/product" required aria-describedby="hint"><option value=""></option><option value="moderna-booster">武田/モデルナ</option></select></p>
  <p id="hint">一つ選ぶ</p>
  <p><label>開始日 <input name="/setup/start" required></label></p>
  <p><label>クール数 <input name="/setup/cycles" inputmode="numeric"></label></p>
  <table>${row(1)}${row(2)}${row(3)}</table>
  <p><label><input type="checkbox" name="/booster_id" checked> 追加接種の会場ID</label></p>
  <button>登録</button></form></main>`;
const SCRIPT = `
  import init, * as vsys from "/pkg/web.js";
  import { bind } from "/pkg/bind.js";
  await init();
  window.vsys = vsys;
  window.submitted = [];
  window.start = (options = {}) => {
    window.binding = bind(document.querySelector("form"), {
      operation: "plan.preview",
      request: { actor: { role: "site", code: "見本商事01会場" }, at: "2022-01-17T10:00" },
      onSubmit: (outcome, request) => submitted.push({ outcome, request: vsys.run("version", {}).ok && JSON.parse(JSON.stringify(request)) }),
      ...options,
    });
    return true;
  };
  window.state = () => ({
    request: JSON.parse(JSON.stringify(binding.request, (_, value) => (typeof value === "bigint" ? String(value) + "n" : Object.is(value, -0) ? "-0" : value))),
    ok: binding.outcome.ok,
    code: binding.outcome.error?.code,
    found: (binding.outcome.ok ? binding.outcome.findings : binding.outcome.error.findings).map(({ code, path }) => code + " " + path),
    listed: [...document.querySelectorAll(".vsys-list li")].map((item) => item.textContent),
    line: document.querySelector(".vsys-count").textContent,
  });
  document.documentElement.dataset.ready = "";`;
const PAGES = {
  "/": page("ja", PLAN, "/script.js").html,
  "/en": page("en", PLAN, "/script.js").html,
  "/script.js": SCRIPT,
  "/words": page("ja", `<form><input name="/date" id="date" aria-label="日"></form>`, "/script.js").html,
  "/form": page("ja", `<form><label>市町村コード <input name="/code" type="tel"></label></form>`, "/script.js").html,
  "/worker.js": `import init, { run } from "/pkg/web.js"; const ready = init();
    onmessage = async ({ data: [id, operation, request] }) => { await ready; postMessage([id, run(operation, request)]); };`,
  "/favicon.ico": "",
};

let server, browser, tab, trouble, asked;

before(async () => {
  server = await serve(PAGES);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  await tab?.close();
  tab = await browser.newPage();
  trouble = [];
  asked = [];
  tab.on("pageerror", (error) => trouble.push(String(error)));
  tab.on("console", (line) => line.type() === "error" && trouble.push(line.text()));
});

async function open(path, options = {}) {
  await tab.goto(server.origin + path);
  await tab.waitForSelector("html[data-ready]");
  tab.on("request", (request) => asked.push(request.url()));
  await tab.evaluate((given) => start(given), options);
}

const state = async () => {
  // The binding checks with the next frame.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return tab.evaluate(() => state());
};

/** Puts text into a field without its keyboard, as a paste does. */
const paste = (selector, text) => tab.evaluate(([selector, text]) => {
  const field = document.querySelector(selector);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}, [selector, text]);

const fillIn = async () => {
  await tab.selectOption("#product", "moderna-booster");
  await tab.fill('[name="/setup/start"]', "２０２２／２／２８");
  await tab.fill('[name="/setup/cycles"]', "３");
  const boxes = tab.locator("[data-vsys-path=boxes]");
  for (const [index, text] of ["４", "1", "０"].entries()) {
    await boxes.nth(index).fill(text);
  }
};

const quiet = () => {
  assert.deepEqual(trouble, []);
  assert.deepEqual(asked, [], "nothing is sent anywhere");
};

test("what is typed in full width is asked in half width, and stays as it was typed", async () => {
  await open("/");
  await fillIn();
  const { request, ok } = await state();
  assert.deepEqual(request, {
    actor: { role: "site", code: "見本商事01会場" },
    at: "2022-01-17T10:00",
    booster_id: true,
    rows: [{ cycle: 1, boxes: 4 }, { cycle: 2, boxes: 1 }, { cycle: 3, boxes: 0 }],
    setup: { product: "moderna-booster", start: "2022-02-28", cycles: 3 },
  });
  assert.equal(ok, true);
  assert.equal(await tab.inputValue('[name="/setup/start"]'), "２０２２／２／２８");
  assert.equal(await tab.locator("[data-vsys-path=boxes]").first().inputValue(), "４");
  quiet();
});

test("nobody is blamed for a field to which they have not come", async () => {
  await open("/");
  let { found, listed, line } = await state();
  assert.ok(found.some((finding) => finding === "request.field.missing /rows/0/boxes"));
  assert.deepEqual([listed, line], [[], ""]);
  await tab.focus('[name="/setup/start"]');
  await tab.keyboard.press("Tab");
  ({ listed, line } = await state());
  assert.deepEqual(listed, ["エラー：開始日: 入力してください"]);
  assert.equal(line, "エラー 1 件");
  quiet();
});

test("a press that takes the focus from a field hits what it was aimed at", async () => {
  await open("/");
  const button = tab.getByRole("button", { name: "登録" });
  await tab.focus('[name="/setup/start"]');
  await button.scrollIntoViewIfNeeded();
  const { x, y } = await button.boundingBox();
  await tab.mouse.move(x + 5, y + 2);
  await tab.mouse.down();
  assert.deepEqual((await state()).listed, [], "while it is pressed, nothing appears that could push it away");
  assert.deepEqual(await button.boundingBox().then(({ x, y }) => [x, y]), [x, y]);
  // Released beside it, as one who thinks better of it: the field is judged nevertheless.
  await tab.mouse.move(x + 5, y - 200);
  await tab.mouse.up();
  assert.deepEqual((await state()).listed, ["エラー：開始日: 入力してください"]);
  // What is typed meanwhile is judged at once.
  await tab.mouse.down();
  await paste('[name="/setup/start"]', "2022-02-30");
  assert.match((await state()).listed.join(), /^エラー：開始日: (?!入力)/);
  // Of a press whose end nobody hears, nothing is left as soon as the keyboard is used.
  await tab.focus("#product");
  await tab.keyboard.press("Tab");
  assert.equal((await state()).listed[0], "エラー：ワクチン: 選択してください");
  await tab.mouse.up();
  quiet();
});

test("a finding stands beside its field, is tied to it, and goes when it is mended", async () => {
  await open("/");
  await fillIn();
  const start = tab.locator('[name="/setup/start"]');
  await start.fill("２０２２／２／３０");
  await state();
  assert.equal(await start.getAttribute("aria-invalid"), "true");
  const id = await start.getAttribute("aria-describedby");
  assert.equal(await tab.locator(`#${id}`).textContent(), "エラー：日付は 2022-03-08 のように入力してください");
  // Behind its label, whose text is the field's name.
  assert.equal(await tab.evaluate((id) => document.getElementById(id).previousElementSibling.tagName, id), "LABEL");
  assert.equal(await tab.evaluate(() => binding.language = "en"), "en");
  assert.equal(await tab.locator(`#${id}`).textContent(), "Error: enter a date such as 2022-03-08");
  await start.fill("2022-02-28");
  await state();
  assert.equal(await start.getAttribute("aria-invalid"), null);
  assert.equal(await start.getAttribute("aria-describedby"), null);
  assert.equal(await tab.locator(`#${id}`).count(), 0);
  quiet();
});

test("a page in English is answered in English, and a hint stays a hint", async () => {
  await open("/en");
  await tab.focus("#product");
  await tab.keyboard.press("Tab");
  await state();
  const described = (await tab.getAttribute("#product", "aria-describedby")).split(" ");
  assert.equal(described[0], "hint");
  assert.equal(await tab.locator(`#${described[1]}`).textContent(), "Error: choose one");
  quiet();
});

test("messages of a row go where the row says", async () => {
  await open("/");
  await fillIn();
  await tab.locator("[data-vsys-path=boxes]").nth(1).fill("１．５");
  await tab.locator("[data-vsys-path=needles]").nth(1).fill("abc");
  const { listed, found } = await state();
  assert.deepEqual(found, ["request.type.mismatch /rows/1/boxes", "request.type.mismatch /rows/1/needles"]);
  assert.deepEqual(listed, ["エラー：クール2 箱数: 整数で入力してください", "エラー：クール2 針: 整数で入力してください"]);
  assert.deepEqual(
    await tab.locator("[data-vsys-messages]").allTextContents(),
    ["", "エラー：整数で入力してくださいエラー：整数で入力してください", ""],
  );
  quiet();
});

test("findings of places without a field stand in the summary", async () => {
  await open("/", { request: { at: "2022-01-17T10:00", actor: { role: "nobody" }, colour: "red" } });
  await fillIn();
  const { listed } = await state();
  assert.equal(listed.length, 2);
  assert.ok(listed.every((text) => /^エラー：/.test(text)), listed.join());
  quiet();
});

test("a form that is wrong is not submitted, and one that is right goes to the page alone", async () => {
  await open("/");
  await tab.locator("button").first().click();
  const { listed } = await state();
  assert.ok(listed.length >= 4);
  assert.equal(await tab.evaluate(() => document.activeElement.name ?? document.activeElement.id), "/setup/product");
  assert.deepEqual(await tab.evaluate(() => submitted), []);
  await fillIn();
  await tab.locator('[name="/setup/start"]').press("Enter");
  await state();
  const [{ request, outcome }] = await tab.evaluate(() => submitted);
  assert.equal(outcome.ok, true);
  assert.equal(request.rows.length, 3);
  assert.equal(new URL(tab.url()).pathname, "/");
  quiet();
});

test("with the keyboard alone: fields in their order, then from the summary to the field", async () => {
  await open("/");
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("Tab");
  await tab.keyboard.type("2022-02-30");
  await tab.keyboard.press("Tab");
  await tab.keyboard.type("3");
  assert.equal(await tab.evaluate(() => document.activeElement.name), "/setup/cycles");
  await state();
  const entry = tab.locator(".vsys-to-field").first();
  await entry.focus();
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => document.activeElement.name), "/setup/start");
  // The line that is read out is one line, not the list.
  assert.equal(await tab.locator("[role=status]").textContent(), "エラー 1 件");
  quiet();
});

test("rows that may be left out close up, and findings find their way back", async () => {
  await open("/");
  await fillIn();
  await tab.evaluate(() => document.querySelectorAll("tr").forEach((row) => row.toggleAttribute("data-vsys-optional", true)));
  await tab.locator("[data-vsys-path=boxes]").nth(0).fill("");
  await tab.locator("[data-vsys-path=boxes]").nth(2).fill("x");
  const { request, found, listed } = await state();
  assert.deepEqual(request.rows, [{ cycle: 2, boxes: 1 }, { cycle: 3, boxes: "x" }]);
  assert.ok(found.includes("request.type.mismatch /rows/1/boxes"), found.join());
  assert.deepEqual(listed, ["エラー：クール3 箱数: 整数で入力してください"]);
  quiet();
});

test("disabled fields are left out, and a record in which nothing is entered is left out unless it is needed", async () => {
  await open("/");
  await tab.evaluate(() => document.querySelectorAll("tr:nth-child(3) input").forEach((field) => (field.disabled = true)));
  await tab.evaluate(() => binding.check());
  const { request } = await state();
  assert.equal(request.rows.length, 2);
  assert.deepEqual(request.setup, {});
  await tab.evaluate(() => {
    document.querySelectorAll("[required]").forEach((field) => (field.required = false));
    binding.check();
  });
  assert.equal((await state()).request.setup, undefined);
  quiet();
});

test("hostile fields get findings", async () => {
  await open("/");
  await fillIn();
  const cases = [
    ["NaN", "request.type.mismatch"], ["Infinity", "request.type.mismatch"], ["-0", "request.number.not_integer"],
    ["－０", "request.number.not_integer"], ["1e3", "request.type.mismatch"], ["9".repeat(30), "request.number.out_of_range"],
    ["4294967296", "request.number.out_of_range"], ["9007199254740993", "request.number.out_of_range"],
    ["-1", "request.number.out_of_range"], ["\ud800", "request.type.mismatch"], ["<img src=x>", "request.type.mismatch"],
    ["__proto__", "request.type.mismatch"],
  ];
  for (const [text, code] of cases) {
    await paste("tr:nth-child(1) [data-vsys-path=boxes]", text);
    const { found } = await state();
    assert.deepEqual(found, [`${code} /rows/0/boxes`], text);
  }
  await paste("tr:nth-child(1) [data-vsys-path=boxes]", "4");
  for (const text of ["\ud83d", "\udc00\ud800", "<script>alert(1)</script>", "__proto__", "constructor"]) {
    await paste('[name="/setup/start"]', text);
    const { found } = await state();
    assert.equal(found.length, 1, found.join());
    assert.match(found[0], /^request[.](date[.]form|text[.]surrogate) \/setup\/start$/);
  }
  assert.equal(await tab.locator("img, main script, .vsys-summary script").count(), 0);
  quiet();
});

test("10 MB of pasted text", async () => {
  await open("/");
  await fillIn();
  for (const [text, code] of [["x", "request.date.form"], ["9", "request.date.form"], ["あ", "request.date.form"], ["\ud800", "request.text.surrogate"]]) {
    await tab.evaluate(([text]) => {
      const field = document.querySelector('[name="/setup/start"]');
      field.value = text.repeat(10_000_000);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, [text]);
    const { found } = await tab.evaluate(() => { binding.check(); const { found } = state(); return { found }; });
    assert.deepEqual(found, [`${code} /setup/start`], text);
  }
  await tab.evaluate(() => { document.querySelector('[name="/setup/start"]').value = "2022-02-28"; });
  await tab.evaluate(() => { document.querySelector("[data-vsys-path=boxes]").value = "９".repeat(10_000_000); binding.check(); });
  assert.deepEqual((await state()).found, ["request.number.out_of_range /rows/0/boxes"]);
  quiet();
});

test("fields with names of the prototype are ordinary fields", async () => {
  await open("/");
  await fillIn();
  await tab.evaluate(() => {
    for (const name of ["/__proto__/polluted", "/constructor", "/setup/__proto__", "/setup/toString"]) {
      const field = document.createElement("input");
      field.name = name;
      field.value = "yes";
      document.querySelector("form").append(field);
    }
    binding.check();
  });
  const { found } = await state();
  for (const path of ["/__proto__", "/constructor", "/setup/__proto__", "/setup/toString"]) {
    assert.ok(found.includes(`request.field.unknown ${path}`), path);
  }
  assert.equal(await tab.evaluate(() => ({}).polluted), undefined);
  quiet();
});

test("half a word of an input method is not judged", async () => {
  await open("/");
  await fillIn();
  await state();
  await tab.evaluate(() => {
    const field = document.querySelector('[name="/setup/start"]');
    // A check waits for its frame when the input method begins.
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.value = "にせんにじゅう";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  });
  const wrong = async () => (await state()).listed.filter((text) => text.startsWith("エラー"));
  assert.deepEqual(await wrong(), []);
  await tab.evaluate(() => document.querySelector('[name="/setup/start"]').dispatchEvent(new CompositionEvent("compositionend", { bubbles: true })));
  assert.deepEqual(await wrong(), ["エラー：開始日: 日付は 2022-03-08 のように入力してください"]);
  quiet();
});

test("many keystrokes are judged once a frame", async () => {
  await open("/");
  const checks = await tab.evaluate(async () => {
    let checks = 0;
    binding.destroy();
    start({ onOutcome: () => (checks += 1) });
    const field = document.querySelector('[name="/setup/start"]');
    for (let press = 0; press < 100; press += 1) {
      field.value += "2";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return checks;
  });
  assert.equal(checks, 2);
  quiet();
});

test("in a worker: of several answers only the last counts", async () => {
  await open("/");
  const codes = await tab.evaluate(async () => {
    binding.destroy();
    const worker = new Worker("/worker.js", { type: "module" });
    const waiting = new Map();
    worker.onmessage = ({ data: [id, outcome] }) => waiting.get(id)(outcome);
    let asked = 0;
    const run = (operation, request) => new Promise((answer) => {
      waiting.set((asked += 1), answer);
      worker.postMessage([asked, operation, JSON.parse(JSON.stringify(request))]);
    });
    const seen = [];
    start({ run, onOutcome: (outcome) => seen.push(outcome.ok) });
    document.querySelector("[data-vsys-path=boxes]").value = "x";
    binding.check();
    await binding.check();
    return [asked, seen.length];
  });
  assert.deepEqual(codes, [3, 1]);
  assert.equal((await state()).code !== undefined, true);
  await tab.evaluate(() => binding.destroy());
  assert.deepEqual(trouble, []);
});

test("what was bound can be left as it was found", async () => {
  await tab.goto(`${server.origin}/`);
  await tab.waitForSelector("html[data-ready]");
  const before = await tab.evaluate(() => document.querySelector("form").outerHTML);
  await tab.evaluate(() => start());
  await tab.locator("button").first().click();
  await state();
  assert.notEqual(await tab.evaluate(() => document.querySelector("form").outerHTML), before);
  await tab.evaluate(() => binding.destroy());
  assert.equal(await tab.evaluate(() => document.querySelector("form").outerHTML), before);
  const heard = await tab.evaluate(() => {
    const field = document.querySelector('[name="/setup/start"]');
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return document.querySelectorAll(".vsys-summary, .vsys-messages, [aria-invalid]").length;
  });
  assert.equal(heard, 0);
  assert.deepEqual(trouble, []);
});

test("misuse is an exception at once", async () => {
  await open("/");
  const thrown = await tab.evaluate(() => {
    const names = [];
    const attempt = (html, options) => {
      const form = document.createElement("form");
      form.append(...html.map(([name, path]) => Object.assign(document.createElement("input"), { name: path })));
      document.body.append(form);
      document.querySelector("form").replaceWith(form);
      try {
        start(options);
      } catch (error) {
        names.push(`${error.name} ${error.message}`);
      }
    };
    attempt([["a", "/at"], ["b", "/at"]]);
    attempt([["a", "/at"], ["b", "/at/time"]]);
    attempt([["a", "/at/time"], ["b", "/at"]]);
    attempt([], { operation: "no.such" });
    return names;
  });
  assert.equal(thrown.length, 4);
  assert.ok(thrown.every((text) => text.startsWith("TypeError")), thrown.join());
});
