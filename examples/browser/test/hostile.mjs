// What is put into a field to break a page.

import { settled } from "./browser.mjs";

/** Texts that no field wants; each is pasted in one stroke. */
export const HOSTILE = ["NaN", "-0", "-1", "1e999", "0x10", "9".repeat(400), "__proto__", "\ud800", "a\udc00b", "<img src=x onerror=alert(1)>", "x".repeat(10_000_000)];

/** Puts a text into a field as a paste would. */
export async function paste(page, selector, text) {
  await page.$eval(
    selector,
    (field, pasted) => {
      field.value = pasted;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    },
    text,
  );
  await settled(page);
}
