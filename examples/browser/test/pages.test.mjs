// Every page, in both themes and three widths: it loads, fits, is accessible, and is photographed into target/site.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { HEADERS, WORKSHOP } from "../serve.mjs";
import { accessible, fits, onPage, PICTURES } from "./browser.mjs";

/** The pages, and what is there when one is ready. */
export const PAGES = {
  "": "#version:not(:empty)",
  "plan/": "#rows output:not(:empty)",
  "application/": "#conditions li",
  "claims/": "#total:not(:empty)",
  "explorer/": "#map .tile[data-side]",
  "start/": "#told:not(:empty)",
};

for (const [path, ready] of Object.entries(PAGES)) {
  const name = path.replaceAll("/", "") || "home";
  for (const [theme, lang] of [["light", "ja"], ["dark", "en"]]) {
    test(`${name}, ${theme}, ${lang}`, async () => {
      await onPage(path, { lang, theme }, async (page) => {
        await page.waitForSelector(ready);
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ height: 900, width });
          await fits(page);
          if (width !== 768) {
            await accessible(page);
          }
          await page.screenshot({ fullPage: true, path: fileURLToPath(new URL(`${name}-${theme}-${width}.png`, PICTURES)) });
        }
      });
    });
  }
}

test("the policy allows WebAssembly and nothing else that is unsafe", () => {
  const policy = HEADERS["Content-Security-Policy"];
  assert.deepEqual(policy.match(/'[a-z-]*unsafe[a-z-]*'/g), ["'wasm-unsafe-eval'"]);
  assert.doesNotMatch(policy, /https?:|\*|data:|blob:/);
});

test("language and colours are chosen, and stay chosen", async () => {
  await onPage("", {}, async (page) => {
    assert.equal(await page.textContent("h1"), "規則を知る画面");
    await page.getByRole("button", { name: "English" }).click();
    assert.equal(await page.textContent("h1"), "Forms that know the rules");
    assert.equal(await page.title(), "vsys: forms that know the rules");
    await page.getByLabel("Colours").selectOption("dark");
    await page.goto(page.url().replace(/\?.*/, "explorer/"));
    assert.equal(await page.textContent("h1"), "Why did they get that much?");
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  });
});

test("the copy for offline use is the whole site", async () => {
  const here = fileURLToPath(new URL("../", import.meta.url));
  const files = (await readdir(here, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => relative(here, join(entry.parentPath, entry.name)));
  const site = files.filter((file) => !WORKSHOP.test(`/${file}`) && !/^(?:offline\.js|\..*)$/.test(file)).map((file) => file.replace(/index\.html$/, "") || "./");
  const kept = new Function("self", `${await readFile(join(here, "offline.js"), "utf8")}; return FILES;`)({ addEventListener: () => {} });
  assert.deepEqual(kept.filter((file) => !/^(?:data|vsys)\//.test(file)).sort(), site.sort());
});

test("after one visit every page works without a network", async () => {
  await onPage("", { offline: true }, async (page, context) => {
    const home = page.url().replace(/\?.*/, "");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    for (const [path, ready] of Object.entries(PAGES)) {
      await page.goto(home + path);
      await page.waitForSelector(ready);
    }
  });
});
