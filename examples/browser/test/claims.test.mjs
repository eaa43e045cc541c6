// Claims: counts in, sheets out; figures of 「請求総括書・市区町村別請求書の出力について」.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { accessible, fits, focused, invalid, messages, onPage, PICTURES, settled } from "./browser.mjs";
import { HOSTILE, paste } from "./hostile.mjs";

const READY = "#total:not(:empty)";
const CONSULTED = "#town-1-consultation_only-regular-six_and_over";
const VACCINATED = "#town-1-vaccination-regular-six_and_over";
const HOLIDAY = "#town-1-vaccination-holiday-six_and_over";

/** The old form with the printed sample: five consultations, fifty vaccinations, 122,320 yen. */
async function printedSample(page) {
  await page.fill("#vaccination-month", "2021-03");
  await page.fill("#billing-month", "2021-04");
  await page.selectOption("#form", "old");
  await page.fill(CONSULTED, "5");
  await page.fill(VACCINATED, "５０");
}

test("the printed sample, as printed, and on paper one sheet a page", async () => {
  await onPage("claims/", {}, async (page) => {
    await page.waitForSelector(READY);
    await printedSample(page);
    assert.match(await page.textContent("#total"), /^122,320円 55件・2枚$/);
    const sheets = page.locator("#preview .sheet");
    assert.equal(await sheets.count(), 2);
    assert.match(await sheets.nth(0).textContent(), /請求総括書.*113,850.*122,320/s);
    assert.match(await sheets.nth(1).textContent(), /目黒区長 様.*市区町村別請求書/s);
    assert.equal(await page.textContent("#town-1-name"), "東京都 目黒区");
    await accessible(page);
    // Headless Chromium prints into a file what a printer would get.
    const file = fileURLToPath(new URL("claims.pdf", PICTURES));
    await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
    assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Pages:\s+2\n[^]*Page size:\s+59[45]\.\d+ x 84[12]/);
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    assert.match(text, /122,320/);
    assert.doesNotMatch(text, /印刷する|請求元の医療機関等/);
  });
});

test("printing is asked of the browser, and files are kept", async () => {
  await onPage("claims/", { acceptDownloads: true }, async (page) => {
    await page.waitForSelector(READY);
    await page.evaluate(() => (window.print = () => (document.body.dataset.printed = "yes")));
    await page.click("#print");
    assert.equal(await page.getAttribute("body", "data-printed"), "yes");
    for (const [kind, name, part] of [["html", "claims-2022-04.html", "請求総括書"], ["csv", "claims-2022-04.csv", "目黒区"], ["text", "claims-2022-04.txt", "請求総括書"], ["csv_cp932", "claims-2022-04.csv", undefined]]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-keep=${kind}]`)]);
      assert.equal(download.suggestedFilename(), name);
      const bytes = await readFile(await download.path());
      const told = part === undefined ? new TextDecoder("shift_jis", { fatal: true }).decode(bytes) : bytes.toString();
      assert.match(told, new RegExp(part ?? "目黒区"));
    }
  });
});

test("findings stand beside their fields, once; another municipality comes and goes", async () => {
  await onPage("claims/", { width: 320 }, async (page) => {
    await page.waitForSelector(READY);
    await page.fill("#town-1", "131104");
    assert.equal((await messages(page, "#town-1")).length, 1);
    assert.equal(await page.locator("#findings li").count(), 1);
    assert.equal(await page.isDisabled("#print"), true);
    await accessible(page);
    await page.fill("#town-1", "１３１１０５");
    assert.equal(await page.isDisabled("#print"), false);
    await page.click("#add");
    assert.equal(await focused(page), "#town-2");
    await page.keyboard.type("141003");
    assert.equal(await page.textContent("#town-2-name"), "神奈川県 横浜市");
    await page.fill("#town-2-vaccination-regular-six_and_over", "7");
    assert.equal(await page.locator("#preview .sheet").count(), 3);
    await fits(page);
    await page.locator("[data-act=remove]").nth(1).click();
    await settled(page);
    assert.equal(await page.locator("#preview .sheet").count(), 2);
    assert.equal(await focused(page), "#town-1");
  });
});

test("by the keyboard alone", async () => {
  await onPage("claims/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.focus("#vaccination-month");
    const type = async (text) => {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    };
    await type("2021-03");
    await type("2021-04");
    assert.equal(await focused(page), "#form");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("#form").value === "old");
    for (let steps = 0; (await focused(page)) !== CONSULTED; steps += 1) {
      assert.ok(steps < 30, "the counts are within reach");
      await page.keyboard.press("Tab");
    }
    await type("5");
    while ((await focused(page)) !== VACCINATED) {
      await page.keyboard.press("Tab");
    }
    await type("50");
    assert.match(await page.textContent("#total"), /^122,320円/);
  });
});

test("hostile text gets findings, and the page lives", async () => {
  await onPage("claims/", {}, async (page) => {
    await page.waitForSelector(READY);
    for (const text of HOSTILE) {
      await paste(page, VACCINATED, text);
      assert.equal(await invalid(page, VACCINATED), true, text.slice(0, 40));
      await paste(page, VACCINATED, "1");
      if (text.length > 20 || text.includes("\ud800") || text.includes("\udc00")) {
        await paste(page, "#town-1", text);
        assert.equal(await invalid(page, "#town-1"), true, text.slice(0, 40));
        await paste(page, "#town-1", "131105");
      }
    }
    // A name may hold what looks like markup; it stays a name.
    await paste(page, "#name", "<img src=x onerror=alert(1)>");
    assert.match(await page.locator("#preview .sheet").nth(0).textContent(), /<img src=x onerror=alert\(1\)>/);
    assert.equal(await page.locator("#preview img").count(), 0);
    await page.fill(HOLIDAY, "");
    assert.match(await page.textContent("#total"), /円/);
  });
});
