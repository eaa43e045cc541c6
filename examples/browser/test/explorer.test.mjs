// The explorer: a supply is shared, read and questioned; 60,000 sites do not hold the page up.

import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, onPage } from "./browser.mjs";

const READY = "#map .tile[data-side]";

test("16,000 boxes over the nation, and why 港区 got its own", async () => {
  await onPage("explorer/", {}, async (page) => {
    await page.waitForSelector(READY);
    const tiles = await page.$$eval("#map .tile b", (all) => all.map((tile) => Number(tile.textContent.replaceAll(",", ""))));
    assert.equal(tiles.length, 47);
    assert.equal(tiles.reduce((sum, boxes) => sum + boxes, 0), 16_000);
    assert.match(await page.textContent("#status"), /16,000箱（18,720,000回分）/);

    const towns = await page.$$eval(".towns tbody tr td:nth-child(3)", (all) => all.map((cell) => Number(cell.textContent.replaceAll(",", ""))));
    const tokyo = Number((await page.textContent('.tile[data-code="13"] b')).replaceAll(",", ""));
    assert.equal(towns.length, 62);
    assert.equal(towns.reduce((sum, boxes) => sum + boxes, 0), tokyo);

    await page.getByRole("button", { name: "港区" }).click();
    assert.match(await page.textContent(".reason-inner"), /箱|配分/);
    await accessible(page);
    await page.getByRole("button", { name: "English" }).click();
    assert.match(await page.textContent(".reason-inner"), /remainder/);
  });
});

test("by the keyboard alone: terms, map with arrows, municipality, reason", async () => {
  await onPage("explorer/", { width: 320 }, async (page) => {
    await page.waitForSelector(READY);
    await page.focus("#supply");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("８，０００");
    await page.waitForFunction(() => document.querySelector("#status").textContent.includes("8,000箱"));
    await page.keyboard.press("Tab");
    assert.equal(await page.inputValue("#glide"), "8000");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("#method").value === "webster");
    for (let steps = 0; !(await page.evaluate(() => document.activeElement.matches(".tile"))); steps += 1) {
      assert.ok(steps < 8, "the map is within reach");
      await page.keyboard.press("Tab");
    }
    assert.equal(await page.evaluate(() => document.activeElement.dataset.code), "13");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    const code = await page.evaluate(() => document.activeElement.dataset.code);
    await page.keyboard.press("Enter");
    await page.waitForFunction((chosen) => document.querySelector("#prefecture").value === chosen, code);
    await page.waitForFunction((chosen) => document.querySelector(".towns button").dataset.code.startsWith(chosen), code);
    await page.focus(".towns button");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute(".towns button", "aria-expanded"), "true");
    assert.ok(await page.evaluate(() => document.activeElement.matches(".towns button")));
    await fits(page);
  });
});

test("the supply slides, and the last position is the one that counts", async () => {
  await onPage("explorer/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.check("#to_sites");
    await page.waitForFunction(() => document.querySelector("#status").textContent.includes("60,000"));
    await page.focus("#glide");
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press("ArrowRight");
    }
    assert.equal(await page.inputValue("#supply"), "18000");
    await page.waitForFunction(() => document.querySelector("#status").textContent.startsWith("18,000箱（21,060,000回分）"));
    const tiles = await page.$$eval("#map .tile b", (all) => all.map((tile) => Number(tile.textContent.replaceAll(",", ""))));
    assert.equal(tiles.reduce((sum, boxes) => sum + boxes, 0), 18_000);
    const times = await page.evaluate(() => performance.getEntriesByName("vsys.glide").map(({ detail }) => detail.time).sort((a, b) => a - b));
    assert.ok(times.length > 0);
    console.log(`60,000 sites in columns: ${times[0].toFixed(1)} ms at best, ${times[times.length >> 1].toFixed(1)} ms in the middle of ${times.length}, in the worker`);
  });
});

test("what cannot be shared is told, and the page lives", async () => {
  await onPage("explorer/", {}, async (page) => {
    await page.waitForSelector(READY);
    for (const hostile of ["-1", "NaN", "-0", "1e3", "99999999999999999999", "__proto__", "\ud800", "x".repeat(10_000_000)]) {
      // As a paste would, in one stroke.
      await page.$eval(
        "#supply",
        (input, text) => {
          input.value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        },
        hostile,
      );
      await page.waitForFunction(() => document.querySelector("#supply").getAttribute("aria-invalid") === "true");
      assert.ok((await page.textContent("#supply-finding")).length > 5);
      await page.fill("#supply", "100");
      await page.waitForFunction(() => document.querySelector("#supply").getAttribute("aria-invalid") === "false");
    }
    // Adams needs a box for everybody below a giver.
    await page.selectOption("#method", "adams");
    await page.waitForSelector("#fault .note");
    await accessible(page);
  });
});

test("60,000 sites are shared in a worker while the page keeps drawing", async () => {
  await onPage("explorer/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.check("#to_sites");
    await page.waitForFunction(() => document.querySelector("#status").textContent.includes("60,000"));
    const [measure] = await page.evaluate(() => performance.getEntriesByName("vsys.share").slice(-1).map(({ detail, duration }) => ({ ...detail, duration })));
    assert.equal(measure.sites, 60_000);
    console.log(`60,000 sites: ${measure.duration.toFixed(0)} ms in the worker; the page drew ${measure.drawn} frames meanwhile, the longest of ${measure.longest.toFixed(0)} ms`);
    // A page that waited for the engine would have drawn one.
    assert.ok(measure.drawn > 3, "frames kept coming");
    await page.getByRole("button", { name: "港区" }).click();
    await page.waitForSelector(".sites-list td");
    const sitesOf = () => page.$$eval(".sites-list th + td", (all) => all.reduce((sum, cell) => sum + Number.parseInt(cell.textContent.replaceAll(",", ""), 10), 0));
    const town = async () => Number((await page.textContent('.towns tr:has([data-code="131032"]) b')).replaceAll(",", ""));
    assert.equal(await sitesOf(), await town());
    await accessible(page);
    // Far more than the sites can take: what they can take bounds the municipality, and the reason says so.
    await page.fill("#supply", "90000");
    await page.waitForFunction(() => document.querySelector("#status").textContent.includes("90,000"));
    await page.waitForSelector(".sites-list td");
    assert.equal(await sitesOf(), await town());
    assert.match(await page.textContent(".reason-inner"), /上限/);
  });
});
