// The application: the shortest form, the whole form, what is required when, and the steps between site and nation.

import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, fits, focused, invalid, messages, onPage, settled } from "./browser.mjs";
import { HOSTILE, paste } from "./hostile.mjs";

const READY = "#conditions li";
const field = (at) => `[name="/form/${at}"]`;

/** The stored blocks are taken over, and what may be undecided is. */
async function shortest(page) {
  for (const [at, text] of [["staff_1/affiliation", "架空商事"], ["staff_1/department", "見本部"], ["staff_1/title", "見本課長"], ["staff_1/name", "架空 花子"], ["staff_1/telephone", "090-0000-0005"], ["staff_1/mail", "hanako@example.jp"]]) {
    await page.fill(field(at), text);
  }
  for (const at of ["receiver_1/same_as_staff", "doctor/undecided", "vaccine_keeper/undecided", "needle_keeper/undecided", "weekend_contact/undecided"]) {
    await page.check(field(at));
  }
  for (const box of await page.$$("#conditions input")) {
    await box.check();
  }
  await settled(page);
}

test("an application: applied, sent back, applied again, confirmed", async () => {
  await onPage("application/", {}, async (page) => {
    await page.waitForSelector(READY);
    assert.equal(await page.locator("#conditions li").count(), 5);
    assert.equal(await page.isHidden("#block-institution"), true);
    await shortest(page);
    assert.equal(await page.textContent("#ready"), "必要な項目はすべて入力されています。");
    await accessible(page);
    await page.click("#submit");
    const line = page.locator("#list tr");
    assert.match(await line.textContent(), /12345-1010101010-01.*確認待ち.*2021\/12\/20 11:20/s);
    assert.deepEqual(await line.locator("button").allTextContents(), ["参照"]);
    await accessible(page);

    await page.click("#decision button[value=return]");
    assert.ok((await page.textContent("#review-findings")).length > 5, "a comment is needed");
    await page.fill("#comment", "会場の所在地を見直してください。");
    await page.click("#decision button[value=return]");
    assert.match(await line.textContent(), /要再申込/);
    assert.deepEqual(await line.locator("button").allTextContents(), ["参照", "編集", "取下げ"]);

    await line.locator("[data-act=edit]").click();
    assert.equal(await focused(page), "#form-heading");
    assert.equal(await page.inputValue(field("staff_1/name")), "架空 花子");
    await page.click("#submit");
    await page.click("#decision button[value=confirm]");
    assert.match(await line.textContent(), /確認済/);
    assert.deepEqual(await line.locator("button").allTextContents(), ["参照"]);
  });
});

test("what is missing is told when it is applied for, and the focus goes to the first", async () => {
  await onPage("application/", { width: 320 }, async (page) => {
    await page.waitForSelector(READY);
    assert.equal(await page.locator("[aria-invalid=true]").count(), 0, "nothing is wrong before anything is typed");
    await page.click("#submit");
    assert.ok((await page.locator("[aria-invalid=true]").count()) > 5);
    assert.ok(await page.evaluate(() => document.activeElement.matches("[aria-invalid=true]")));
    await accessible(page);
    await fits(page);
    await page.check(field("company/change"));
    assert.equal(await invalid(page, field("company/entry/name")), true);
    await page.fill(field("company/entry/name"), "架空商事");
    assert.equal(await invalid(page, field("company/entry/name")), false);
    await page.check(field("site/change"));
    await page.selectOption(field("site/entry/pattern"), "02");
    await page.waitForSelector("#block-institution", { state: "visible" });
    await accessible(page);
  });
});

test("kept as a draft, and withdrawn", async () => {
  await onPage("application/", {}, async (page) => {
    await page.waitForSelector(READY);
    await page.fill(field("staff_1/name"), "架空 花子");
    await page.click("#save");
    const line = page.locator("#list tr");
    assert.match(await line.textContent(), /-01.*一時保存/s);
    await line.locator("[data-act=withdraw]").click();
    assert.doesNotMatch(await line.textContent(), /一時保存/);
    assert.equal(await line.locator("[data-act=edit]").count(), 0);
  });
});

test("by the keyboard alone", async () => {
  await onPage("application/", {}, async (page) => {
    await page.waitForSelector(READY);
    const reach = async (selector) => {
      for (let steps = 0; !(await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)); steps += 1) {
        assert.ok(steps < 80, `${selector} is within reach`);
        await page.keyboard.press("Tab");
      }
    };
    await page.focus("#new");
    for (const [at, text] of [["staff_1/affiliation", "架空商事"], ["staff_1/department", "見本部"], ["staff_1/title", "見本課長"], ["staff_1/name", "架空 花子"], ["staff_1/telephone", "090-0000-0005"], ["staff_1/mail", "hanako@example.jp"]]) {
      await reach(field(at));
      await page.keyboard.type(text);
    }
    for (const at of ["receiver_1/same_as_staff", "doctor/undecided", "vaccine_keeper/undecided", "needle_keeper/undecided", "weekend_contact/undecided", ...["staffing", "place", "office", "minimum", "plan"].map((member) => `consent/${member}`)]) {
      await reach(field(at));
      await page.keyboard.press("Space");
    }
    await reach("#submit");
    await page.keyboard.press("Enter");
    assert.match(await page.textContent("#list"), /確認待ち/);
  });
});

test("hostile text gets findings that keep it to themselves, and the page lives", async () => {
  await onPage("application/", {}, async (page) => {
    await page.waitForSelector(READY);
    await shortest(page);
    const telephone = field("staff_1/telephone");
    for (const text of HOSTILE) {
      await paste(page, telephone, text);
      assert.equal(await invalid(page, telephone), true, text.slice(0, 40));
      const told = (await messages(page, telephone)).join();
      assert.ok(told.length > 5 && told.length < 1_000);
    }
    await page.fill(telephone, "０９０－００００－０００５");
    await page.fill(telephone, "090-0000-0005");
    await page.click("#submit");
    assert.match(await page.textContent("#list"), /確認待ち/);
  });
});
