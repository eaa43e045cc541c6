// The page of the claims: counts go to the library as they are typed, and its sheets come back.

import init, { claims as rules, code, run, version } from "../vsys/web.js";

import { keep, make, the } from "../shared/dom.js";
import { bindForm } from "../shared/form.js";
import { figure, inEveryLanguage, said, word } from "../shared/language.js";
import { tellVersion } from "../shared/shell.js";
import { Blocks, naming } from "./blocks.js";
import { printedIn } from "./printed.js";

const form = the("#claim");
const blocks = new Blocks(the("#blocks"));
const showPrinted = printedIn(the("#preview"));
let outcome;

await init();
tellVersion(version());
blocks.add("131105", { "vaccination/regular/six_and_over": "100", "vaccination/holiday/six_and_over": "20", "consultation_only/regular/six_and_over": "3" });
blocks.number(edition());
const bound = bindForm(form, { operation: "claims.sheets", onOutcome: judged, request, run: judge, summary: the("#findings") });
inEveryLanguage(draw);

the("#form").addEventListener("input", number, true);
the("#add").addEventListener("click", () => {
  const field = blocks.add();
  number();
  field.focus();
});
the("#blocks").addEventListener("click", ({ target }) => {
  if (target.dataset.act === "remove") {
    const next = blocks.remove(target.closest(".block"));
    number();
    (next ?? the("#add")).focus();
  }
});
the("#print").addEventListener("click", () => {
  bound.reveal();
  if (bound.check().ok) {
    window.print();
  }
});
for (const button of document.querySelectorAll("[data-keep]")) {
  button.addEventListener("click", () => save(button.dataset.keep));
}

function edition() {
  return the("#form").value;
}

function number() {
  blocks.number(edition());
  bound.check();
}

function request(entered) {
  return { head: {}, include_own: false, render: ["html"], ...entered, cases: blocks.cases(edition(), entered.cases ?? []) };
}

/** The operation; what it finds wrong with a municipality is told once, not for each of its cells. */
function judge(operation, asked) {
  const answered = run(operation, asked);
  if (!answered.ok) {
    answered.error.findings = answered.error.findings.filter(({ path }) => !blocks.isCopy(path));
  }
  return answered;
}

function judged(answered) {
  outcome = answered;
  draw();
}

function draw() {
  const day = `${the("#vaccination-month").value}-01`;
  the("#municipality-name").textContent = naming(code.municipality({ code: the("#municipality").value, date: day }));
  blocks.each((municipality, place) => {
    place.textContent = naming(code.municipality({ code: municipality, date: day }));
  });
  if (outcome === undefined) {
    return;
  }
  for (const button of document.querySelectorAll(".tools button")) {
    button.disabled = !outcome.ok;
  }
  if (!outcome.ok) {
    the("#total").replaceChildren(word("The sheets wait for what is marked on the left.", "入力に誤りがあります。請求書は直前の正しい内容です。"));
    return;
  }
  const { municipal, rendered, summary } = outcome.answer;
  the("#total").replaceChildren(
    word(`¥${figure(summary.total.amount)}`, `${figure(summary.total.amount)}円`),
    " ",
    make("small", {}, word(`${figure(summary.total.count)} cases, ${figure(municipal.length + 1)} sheets`, `${figure(summary.total.count)}件・${figure(municipal.length + 1)}枚`)),
  );
  showPrinted(rendered.html);
}

const KINDS = {
  csv: ["csv", "text/csv", (text) => text],
  csv_cp932: ["csv", "text/csv", (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))],
  html: ["html", "text/html", (text) => text],
  text: ["txt", "text/plain", (text) => text],
};

/** Makes the sheets once more in another shape, and gives the file. */
function save(kind) {
  const made = rules.sheets({ ...bound.request, render: [kind] });
  if (!made.ok) {
    the("#total").textContent = said(made.error.message);
    return;
  }
  const [extension, type, bytes] = KINDS[kind];
  keep(`claims-${made.answer.billing_month}.${extension}`, type, [bytes(made.answer.rendered[kind])]);
}
