// The page of the application: form, list and steps are the library's; the page keeps the documents while it is open.

import init, { application as rules, version } from "../vsys/web.js";

import { make, the } from "../shared/dom.js";
import { bindForm } from "../shared/form.js";
import { inEveryLanguage, said, translate, word } from "../shared/language.js";
import { tellVersion } from "../shared/shell.js";
import { STORED } from "./fields.js";
import { condition, drawSections } from "./sections.js";

const HOLDER = "12345-1010101010";
const SITE = { role: "site", code: HOLDER, account: "ID-0001" };
const NATION = { role: "nation", account: "ID-0002" };

const form = the("#application");
/** The applications in the order of their numbers, as the library answered them last. */
const applications = [];
/** The one that is in the form; none while a new one is made. */
let current;
let outcome;
let told;

await init();
tellVersion(version());
drawSections(the("#sections"));
for (const { member } of answerOf(rules.validate({ date: today(), form: {}, submit: false })).conditions) {
  the("#conditions").append(condition(member));
}
translate(the("#sections"));
close();
const bound = bindForm(form, { operation: "application.validate", onOutcome: judged, onSubmit: () => advance("submit"), request, summary: the("#findings") });
inEveryLanguage(draw);

form.addEventListener("input", close);
the("#at").addEventListener("input", () => bound.check());
the("#new").addEventListener("click", () => open(undefined));
the("#back").addEventListener("click", () => open(undefined));
the("#save").addEventListener("click", () => advance("save"));
the("#list").addEventListener("click", ({ target }) => {
  const { act, number } = target.dataset;
  const application = applications.find((each) => each.number === number);
  if (act === "withdraw") {
    move({ actor: SITE, at: now(), application, event: { kind: "withdraw" } });
  } else if (act !== undefined) {
    open(application, act === "view");
  }
});
the("#decision").addEventListener("submit", (event) => {
  event.preventDefault();
  review(event.submitter?.value === "return");
});

function now() {
  return the("#at").value;
}

function today() {
  return now().slice(0, 10);
}

/** What is asked of what is entered: as if it were submitted, so that everything open is known. */
function request(entered) {
  return { date: today(), form: {}, stored: STORED, submit: true, ...entered };
}

function answerOf(answered) {
  if (!answered.ok) {
    throw new Error(answered.error.message.en);
  }
  return answered.answer;
}

/** A closed group is no part of the request: its ticks say so. */
function close() {
  for (const group of form.querySelectorAll("[data-unless]")) {
    const { checked } = form.elements.namedItem(group.dataset.unless);
    group.disabled = checked === (group.dataset.when === "on");
  }
}

function judged(answered) {
  outcome = answered;
  draw();
}

function advance(kind) {
  const { form: entered } = bound.request;
  const asked = { actor: SITE, at: now(), event: { kind }, form: entered, stored: STORED };
  const last = applications.at(-1)?.number;
  if (current !== undefined) {
    move({ ...asked, application: current });
  } else {
    move({ ...asked, holder: HOLDER, ...(last === undefined ? {} : { last_number: last }) });
  }
}

function review(deficient) {
  const application = waiting();
  const comment = the("#comment").value;
  const event = { kind: "review", deficient, ...(comment === "" ? {} : { comment }) };
  const wished = application.form.continue_id && !deficient ? { continuation_conditions_met: true } : {};
  move({ actor: NATION, at: now(), application, event: { ...event, ...wished } }, the("#review-findings"));
}

function move(asked, place = the("#told")) {
  const moved = rules.advance(asked);
  the("#review-findings").replaceChildren();
  if (!moved.ok) {
    const { error } = moved;
    const findings = error.findings.length > 0 ? error.findings : [error];
    place.replaceChildren(...findings.map(({ message }) => make("p", { class: "finding" }, said(message))));
    return;
  }
  const { application } = moved.answer;
  const at = applications.findIndex(({ number }) => number === application.number);
  applications.splice(at < 0 ? applications.length : at, at < 0 ? 0 : 1, application);
  told = moved.answer;
  the("#comment").value = "";
  open(undefined);
  the("#told").scrollIntoView({ block: "nearest" });
}

function waiting() {
  return applications.find(({ status }) => status === "awaiting_review");
}

/** Puts an application into the form, or empties it. */
function open(application, readOnly = false) {
  current = application;
  form.reset();
  for (const field of form.elements) {
    const value = field.name.split("/").slice(1).reduce((inner, key) => inner?.[key], { form: application?.form });
    if (field.type === "checkbox") {
      field.checked = value === true;
    } else if (field.name !== "" && value !== undefined) {
      field.value = value;
    }
  }
  close();
  for (const section of form.querySelectorAll("fieldset.section")) {
    section.disabled = readOnly;
  }
  the(".send").hidden = readOnly;
  bound.check();
  if (application !== undefined) {
    the("#form-heading").focus();
  }
}

// ---- drawing ----

function draw() {
  the("#form-heading").textContent = current === undefined ? word("A new application", "新規申込") : word(`Application ${current.number}`, `申込番号 ${current.number}`);
  drawList();
  drawTold();
  drawReview();
  if (outcome?.ok) {
    const { conditions, effective, ready } = outcome.answer;
    for (const { member, text } of conditions) {
      form.elements.namedItem(`/form/consent/${member}`).parentElement.querySelector("span").textContent = said(text);
    }
    the("#block-institution").hidden = effective.site.entry?.pattern === undefined || effective.site.entry.pattern === "01";
    the("#ready").textContent = ready
      ? word("Everything that is required is there.", "必要な項目はすべて入力されています。")
      : word(`Still open: ${errors().length}`, `未入力・要修正の項目：${errors().length}件`);
  } else {
    the("#ready").textContent = "";
  }
}

function errors() {
  return outcome.findings.filter(({ severity }) => severity === "error");
}

function drawList() {
  const lines = applications.map(({ applied_at, comment, number, reviewed_at, status }) => ({ applied_at, comment, number, reviewed_at, status }));
  const { rows } = answerOf(rules.list({ applications: lines }));
  const button = (act, number, text) => make("button", { type: "button", class: "quiet", "data-act": act, "data-number": number, "aria-label": `${text} ${number}` }, text);
  the("#list").replaceChildren(
    ...rows.map(({ applied_at_printed, comment_printed, number, permissions, reviewed_at_printed, status_printed }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, number),
        make("td", {}, word(permissions.name.en, status_printed)),
        make("td", {}, applied_at_printed),
        make("td", {}, reviewed_at_printed),
        make("td", {}, comment_printed),
        make(
          "td",
          {},
          permissions.view ? button("view", number, word("View", "参照")) : null,
          permissions.edit ? button("edit", number, word("Edit", "編集")) : null,
          permissions.withdraw ? button("withdraw", number, word("Withdraw", "取下げ")) : null,
        ),
      ),
    ),
  );
  if (rows.length === 0) {
    the("#list").append(make("tr", {}, make("td", { colspan: 6 }, word("There is no application yet.", "申込みはまだありません。"))));
  }
}

function drawTold() {
  if (told === undefined) {
    return;
  }
  const { application, outcome: led, step } = told;
  the("#told").replaceChildren(
    make(
      "div",
      { class: "note good" },
      make("p", {}, make("b", {}, application.number), ` ${said(step.event)} → ${said(step.to)}`),
      step.notices.map(({ text }) => make("p", { class: "small" }, said(text))),
      led?.note ? make("p", {}, said(led.note)) : null,
    ),
  );
}

function drawReview() {
  const application = waiting();
  the("#review").hidden = application === undefined;
  the("#review-of").textContent = application === undefined ? "" : word(`Application ${application.number}`, `申込番号 ${application.number}`);
}
