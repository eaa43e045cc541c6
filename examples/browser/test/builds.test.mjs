// The two ways into a page: a plain module script, and React with Vite; both under the policy of the site.

import assert from "node:assert/strict";
import { test } from "node:test";

import { onPage } from "./browser.mjs";

test("a plain module script", async () => {
  await onPage("start/", {}, async (page) => {
    // 100 boxes of 195 vials of 6 doses.
    await page.waitForFunction(() => document.querySelector("#told").textContent === "117,000回分");
    await page.fill("#boxes", "１");
    assert.equal(await page.textContent("#told"), "1,170回分");
    await page.fill("#boxes", "1.5");
    assert.equal(await page.getAttribute("#boxes", "aria-invalid"), "true");
  });
});

test("React with Vite, built", async () => {
  await onPage("", { folders: [["/", "examples/browser-react/dist/"]] }, async (page) => {
    const amounts = () => page.$$eval("td", (cells) => cells.map((cell) => Number(cell.textContent)));
    await page.waitForSelector("td");
    assert.equal((await amounts()).reduce((sum, boxes) => sum + boxes, 0), 101);
    await page.getByLabel("総箱数").fill("１０");
    assert.equal((await amounts()).reduce((sum, boxes) => sum + boxes, 0), 10);
    await page.getByLabel("総箱数").fill("x");
    assert.equal(await page.getByLabel("総箱数").getAttribute("aria-invalid"), "true");
    assert.ok((await page.getByRole("status").textContent()).length > 5);
  });
});
