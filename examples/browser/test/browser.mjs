// A page of the site in Chromium. Whatever it complains of, and whatever leaves the origin, fails the test.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";

import { launch } from "../../../vsys-wasm/test/chromium.mjs";
import { serve } from "../serve.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** So long a person holds a button, in ms: what moves away meanwhile is not clicked. */
const PRESS = 80;
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Where the pictures go: out of the repository's sight. */
export const PICTURES = new URL("../../../target/site/", import.meta.url);
mkdirSync(PICTURES, { recursive: true });

let browser;
const servers = new Map();

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
  for (const server of servers.values()) {
    server.close();
  }
});

/** The address of the site, or of other folders under the same policy. */
async function originOf(folders) {
  const key = JSON.stringify(folders);
  if (!servers.has(key)) {
    servers.set(key, await serve(0, folders));
  }
  return `http://localhost:${servers.get(key).address().port}`;
}

/** Opens a page, hands it over, and looks at what it complained of. */
export async function onPage(path, { height = 900, lang = "ja", folders, offline = false, theme = "light", width = 1280, ...more }, visit) {
  const origin = await originOf(folders);
  const context = await browser.newContext({
    colorScheme: theme,
    locale: lang,
    serviceWorkers: offline ? "allow" : "block",
    viewport: { height, width },
    ...more,
  });
  const faults = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on("request", (request) => {
    const { origin: to, protocol } = new URL(request.url());
    if (to !== origin && protocol !== "blob:" && protocol !== "about:") {
      faults.push(`request to ${request.url()}`);
    }
  });
  context.on("weberror", (error) => faults.push(`error: ${error.error().stack}`));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().startsWith("Service Worker registration blocked by Playwright")) {
      faults.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
  const page = patient(await context.newPage());
  try {
    const response = await page.goto(`${origin}/${path}?lang=${lang}`);
    assert.equal(response.status(), 200);
    await visit(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** The page has drawn what was entered: findings come with the next frame. */
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** A page that is clicked as by a finger, and waits, after whatever is done to it, until it has been drawn. */
function patient(page) {
  const wait = (owner, names) => {
    for (const name of names) {
      const done = owner[name].bind(owner);
      owner[name] = async (...words) => {
        const result = await done(...words);
        await settled(page);
        return result;
      };
    }
  };
  const click = page.click.bind(page);
  page.click = (selector, options) => click(selector, { delay: PRESS, ...options });
  wait(page, ["check", "click", "fill", "selectOption", "uncheck"]);
  wait(page.keyboard, ["press", "type"]);
  return page;
}

/** Whether a field is marked as wrong. */
export async function invalid(page, selector) {
  return (await page.getAttribute(selector, "aria-invalid")) === "true";
}

/** What is said of a field by the messages that describe it. */
export function messages(page, selector) {
  return page.$eval(selector, (field) => (field.getAttribute("aria-describedby") ?? "").split(" ").flatMap((id) => [...document.querySelectorAll(`#${CSS.escape(id)} .vsys-message`)]).map((message) => message.textContent));
}

/** Nothing that axe knows of stands in anybody's way. */
export async function accessible(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), STANDARDS);
  const told = found.violations.map(({ help, id, nodes }) => `${id}: ${help}\n${nodes.map(({ failureSummary, target }) => `  ${target} ${failureSummary}`).join("\n")}`);
  assert.deepEqual(told, []);
  assert.ok(found.passes.length > 10, "axe looked at the page");
}

/** Nothing sticks out at the side. */
export async function fits(page) {
  const [inner, whole] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  assert.ok(whole <= inner, `${whole} px in a window of ${inner} px`);
}

/** What is focused now, as a selector a person can read. */
export function focused(page) {
  return page.evaluate(() => {
    const { id, name, tagName, textContent } = document.activeElement;
    return id ? `#${id}` : name ? `[name=${name}]` : `${tagName} ${textContent.trim().slice(0, 30)}`;
  });
}
