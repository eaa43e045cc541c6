// The plan: the printed screen, a registration, changes, closed rows, the nation; figures from the slides 「追加接種計画の登録」.

import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, focused, invalid, messages, onPage } from "./browser.mjs";
import { HOSTILE, paste } from "./hostile.mjs";

const READY = "#rows output:not(:empty)";

const value = (page, selector) => page.$eval(selector, (field) => field.value ?? field.textContent);
const values = (page, selector) => page.$$eval(selector, (fields) => fields.map((field) => field.value));

test("the printed screen, as printed", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    assert.deepEqual(await values(page, "[id^=boxes-]"), ["4", "3", "2", "3", "0"]);
    assert.deepEqual(await values(page, "[id^=needles-]"), ["7", "5", "4", "5", "0"]);
    assert.deepEqual(await page.$$eval("output[for^=boxes-]", (all) => all.map((output) => output.textContent)), ["600", "450", "300", "450", "0"]);
    assert.deepEqual(await page.$$eval("output[for^=needles-]", (all) => all.map((output) => output.textContent)), ["700", "500", "400", "500", "0"]);
    assert.deepEqual(await page.$$eval("#rows tr", (all) => all.map((row) => row.className)), ["closed", "closed", "open", "open", "open"]);
    assert.deepEqual(await page.$$eval("[id^=boxes-]", (all) => all.map((field) => field.disabled)), [true, true, false, false, false]);
    assert.match(await page.textContent("#rows tr:nth-child(1)"), /2\/28～3\/13接種.*2\/21週配送.*2022\/01\/31 23:59.*分配量確定済.*600回接種分（4箱）/s);
    assert.match(await page.textContent("#rows tr:nth-child(3)"), /2022\/03\/08 15:00.*（未定）/s);
    assert.equal(await page.textContent("#initial"), "12箱 = 1,800回接種分");
    assert.equal(await page.textContent("#current"), "12箱 = 1,800回接種分");
    await accessible(page);
  });
});

test("above the first total the nation is asked; within it is not", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.fill("#boxes-4", "１");
    assert.equal(await page.textContent("#current"), "13箱 = 1,950回接種分");
    assert.match(await page.textContent("#verdict"), /国の確認が必要/);
    await accessible(page);
    // One box from the fourth row to the fifth: as many as at first.
    await page.fill("#boxes-3", "2");
    assert.equal(await page.textContent("#verdict"), "");
    assert.equal(await value(page, "#needles-3"), "4");

    await page.fill("#boxes-3", "3");
    await page.click("#send");
    assert.match(await page.textContent("#state"), /国の確認を待っています/);
    assert.match(await page.textContent("#rows tr:nth-child(5)"), /国の確認待ち：1箱/);
    await accessible(page);
    await page.click("#decide button[value=refuse]");
    assert.ok((await page.textContent("#decide-findings")).length > 5, "a refusal needs its reason");
    await page.click("#decide button[value=confirm]");
    await page.waitForSelector("#nation", { state: "hidden" });
    assert.equal(await page.textContent("#current"), "13箱 = 1,950回接種分");
    assert.equal(await value(page, "#boxes-4"), "1");
    assert.equal(await page.$$eval("#steps li", (all) => all.length), 3);
  });
});

test("needles are lowered, never raised; findings stand beside their field in both languages", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.fill("#needles-2", "3");
    assert.equal(await invalid(page, "#needles-2"), false);
    assert.equal(await page.textContent("output[for=needles-2]"), "300");
    await page.fill("#needles-2", "5");
    assert.equal(await invalid(page, "#needles-2"), true);
    assert.match((await messages(page, "#needles-2")).join(), /エラー：.*針/);
    await page.click("#send");
    assert.equal(await page.$$eval("#steps li", (all) => all.length), 1, "nothing was changed");
    assert.equal(await focused(page), "#needles-2");
    await accessible(page);
    await page.getByRole("button", { name: "English" }).click();
    assert.match((await messages(page, "#needles-2")).join(), /Error: .*needle/i);
    // Emptied, the figure is the library's again.
    await page.fill("#needles-2", "");
    assert.equal(await invalid(page, "#needles-2"), false);
  });
});

test("while a cycle is allocated every row is closed, with the reason", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.click("#stage-heading");
    await page.fill("#at", "2022-03-08T15:01");
    assert.deepEqual(await page.$$eval("#rows tr", (all) => all.map((row) => row.className)), Array(5).fill("closed"));
    assert.ok((await page.textContent("#rows tr:nth-child(5) .reason")).length > 10);
    await accessible(page);
    await page.fill("#at", "2022-03-08T15:00");
    assert.equal(await page.getAttribute("#rows tr:nth-child(5)", "class"), "open");
  });
});

test("an ID of another kind may not register (PLN-7)", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.click("#stage-heading");
    await page.uncheck("#booster-id");
    assert.equal(await page.isDisabled("#send"), true);
    assert.match(await page.textContent("#findings"), /PLN-7/);
  });
});

test("a registration by the keyboard alone, 320 pixels wide", async () => {
  await onPage("plan/", { width: 320 }, async (page) => {
    await page.waitForSelector(READY);
    await page.focus("#stage-heading");
    await page.keyboard.press("Enter");
    await page.focus("#sample");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "#afresh");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "#boxes-0");
    for (const boxes of ["4", "３", "2", "3", "0"]) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(boxes);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
    }
    assert.equal(await focused(page), "#more");
    assert.deepEqual(await values(page, "[id^=needles-]"), ["7", "5", "4", "5", "0"]);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "#send");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#plan-heading"), "変更");
    assert.equal(await page.textContent("#initial"), "12箱 = 1,800回接種分");
    await fits(page);
  });
});

test("one more cycle stands there with its dates, and waits for its figure", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.click("#stage-heading");
    await page.click("#afresh");
    await page.click("#more");
    // Two weeks behind the fifth of the printed screen.
    assert.match(await page.textContent("#rows tr:nth-child(6)"), /5\/9～5\/22接種.*5\/2週配送.*2022\/04\/19 15:00/s);
    assert.equal(await page.textContent("#current"), "0箱 = 0回接種分");
    assert.equal(await page.locator("#findings .vsys-error").count(), 0);
    assert.equal(await focused(page), "#boxes-5");
    await page.keyboard.type("3");
    assert.equal(await page.textContent("#current"), "3箱 = 450回接種分");
    await accessible(page);
  });
});

test("hostile text gets findings, and the page lives", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    for (const text of HOSTILE) {
      await paste(page, "#boxes-2", text);
      assert.equal(await invalid(page, "#boxes-2"), true, text.slice(0, 40));
      assert.equal((await messages(page, "#boxes-2")).length, 1);
      assert.equal(await page.textContent("output[for=boxes-2]"), "–");
    }
    await page.fill("#boxes-2", "2");
    assert.equal(await page.textContent("#current"), "12箱 = 1,800回接種分");
  });
});

test("26 rows are judged and drawn within a frame", async () => {
  await onPage("plan/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.click("#stage-heading");
    await page.click("#afresh");
    for (let cycles = 5; cycles < 26; cycles += 1) {
      await page.click("#more");
    }
    await page.waitForSelector("#more", { state: "hidden" });
    const times = await page.evaluate(async () => {
      const all = [];
      for (let turn = 0; turn < 60; turn += 1) {
        const field = document.querySelector(`#boxes-${turn % 26}`);
        field.value = String(turn % 9);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // The binding judges in the next frame; what is asked for after it runs after it, in the same frame.
        await new Promise((done) => {
          requestAnimationFrame((frame) => {
            void document.body.offsetHeight;
            all.push(performance.now() - frame);
            done();
          });
        });
      }
      return all.sort((a, b) => a - b);
    });
    console.log(`26 rows judged, drawn and laid out: best ${times[0].toFixed(1)} ms, median ${times[30].toFixed(1)} ms, worst ${times[59].toFixed(1)} ms (a frame: 16.7 ms)`);
    assert.equal(await page.textContent("#current"), await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("[id^=boxes-]")].reduce((sum, field) => sum + Number(field.value), 0);
      return `${boxes}箱 = ${(boxes * 150).toLocaleString("ja")}回接種分`;
    }));
  });
});
