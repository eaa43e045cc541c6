// The page of the plan: what the library answers is drawn, and nothing is decided here.

import init, { plan as rules, version } from "../vsys/web.js";

import { make, the } from "../shared/dom.js";
import { figure, inEveryLanguage, language, said, word } from "../shared/language.js";
import { bindForm } from "../shared/form.js";
import { tellVersion } from "../shared/shell.js";
import { PlanRows } from "./rows.js";

const SITE = { role: "site", code: "見本商事01会場", account: "架空 花子" };
const NATION = { role: "nation", account: "架空 次郎" };
/** The printed screen: four, three, two, three boxes and none, from 2022-02-28 on. */
const SETUP = { product: "moderna-booster", start: "2022-02-28", cycles: 5 };
const FIGURES = [4, 3, 2, 3, 0];
const MOST_CYCLES = 26;
const FIXED = ["2022-02-07T17:00", "2022-02-28T17:00"];

const form = the("#plan");
const rows = new PlanRows(the("#rows"));
const steps = [];

/** The plan as the library answered it last; none while nothing is registered. It travels with every request. */
let plan;
let setup = { ...SETUP };
/** The cycles whose allocation is fixed, with the moment, and the boxes that were allocated. */
let fixed = new Map();
let bound;
let outcome;
/** The rows of the plan that stands; asked for anew when the plan or the moment changes, not at every key. */
let standing = [];

await init();
tellVersion(version());
sample();
standing = status().rows;
bound = bindForm(form, { operation: "plan.preview", onOutcome: judged, onSubmit: send, request, summary: the("#findings") });
inEveryLanguage(draw);

the("#at").addEventListener("input", refresh);
the("#booster-id").addEventListener("input", refresh);
the("#sample").addEventListener("click", () => begin(sample));
the("#afresh").addEventListener("click", () => begin(afresh));
the("#more").addEventListener("click", () => {
  setup.cycles += 1;
  begin(() => rows.resize(setup.cycles));
  const added = the(`#boxes-${setup.cycles - 1}`);
  added.focus();
  added.select();
});
the("#fixed").addEventListener("change", ({ target }) => {
  const cycle = Number(target.value);
  if (target.checked) {
    fixed.set(cycle, FIXED[cycle - 1] ?? now());
  } else {
    fixed.delete(cycle);
  }
  refresh();
});
the("#decide").addEventListener("submit", (event) => {
  event.preventDefault();
  decide(event.submitter?.value ?? "confirm");
});

/** The printed screen: registered in January, two cycles fixed. */
function sample() {
  setup = { ...SETUP };
  const figures = FIGURES.map((boxes, index) => ({ boxes, cycle: index + 1 }));
  const registered = rules.register({ actor: SITE, at: "2022-01-17T10:00", booster_id: true, rows: figures, setup });
  if (!registered.ok) {
    throw new Error(registered.error.message.en);
  }
  plan = registered.answer.plan;
  fixed = new Map(FIXED.map((at, index) => [index + 1, at]));
  the("#at").value = "2022-03-01T12:00";
  steps.splice(0, steps.length, registered.answer.step);
  rows.resize(setup.cycles);
  fillRows();
}

function afresh() {
  setup = { ...SETUP };
  plan = undefined;
  fixed = new Map();
  the("#at").value = "2022-01-17T10:00";
  steps.length = 0;
  rows.resize(setup.cycles);
  rows.fill([]);
}

function begin(change) {
  change();
  refresh();
}

function refresh() {
  standing = plan === undefined ? [] : status().rows;
  bound?.check();
}

function now() {
  return the("#at").value;
}

/** What is asked of what is entered: whoever registers says what the plan is about, whoever changes sends the plan. */
function request(entered) {
  return {
    rows: [],
    actor: SITE,
    at: now(),
    booster_id: the("#booster-id").checked,
    confirmed: confirmations(),
    ...(plan === undefined ? { setup } : { plan }),
    ...entered,
  };
}

function confirmations() {
  return [...fixed].map(([cycle, at]) => ({ cycle, at })).sort((a, b) => a.cycle - b.cycle);
}

/** What the library says of the figures as they stand. */
function judged(answered) {
  outcome = answered;
  draw();
}

/** Registers or changes: the same figures, now in earnest. */
function send(_outcome, asked) {
  moved((plan === undefined ? rules.register : rules.change)(asked));
}

function decide(decision) {
  const reason = the("#reason").value;
  const decided = rules.decide({ actor: NATION, at: now(), confirmed: confirmations(), decision, plan, ...(reason === "" ? {} : { reason }) });
  const findings = decided.ok ? [] : decided.error.findings;
  the("#decide-findings").replaceChildren(...(decided.ok ? [] : tellings(findings.length > 0 ? findings : [decided.error])));
  if (decided.ok) {
    moved(decided);
  }
}

function moved(answered) {
  if (!answered.ok) {
    const { error } = answered;
    the("#verdict").replaceChildren(make("div", { class: "note bad" }, tellings(error.findings.length > 0 ? error.findings : [error])));
    return;
  }
  plan = answered.answer.plan;
  setup = plan.setup;
  steps.push(answered.answer.step);
  fillRows();
  refresh();
  the("#log-heading").scrollIntoView({ block: "nearest" });
}

function fillRows() {
  rows.fill(status().rows);
}

/** The plan as it stands at the moment, with what was allocated: the plan's own boxes of the cycles that are fixed. */
function status() {
  const given = [...fixed.keys()].filter((cycle) => plan.rows[cycle - 1] !== undefined).map((cycle) => ({ boxes: plan.rows[cycle - 1].boxes, cycle }));
  const told = rules.status({ allocated: given, at: now(), confirmed: confirmations(), plan });
  return told.ok ? told.answer : { rows: [] };
}

function tellings(findings) {
  return findings.map(({ message, rule }) => make("p", { class: "finding" }, said(message), rule ? make("span", { class: "rule" }, rule) : null));
}

// ---- drawing ----

function draw() {
  drawStage();
  the("#plan-heading").textContent = plan === undefined ? word("Register", "登録") : word("Change", "変更");
  the("#send").textContent = plan === undefined ? word("Register", "登録する") : word("Change", "変更する");
  the("#more").hidden = plan !== undefined || setup.cycles >= MOST_CYCLES;
  the("#initial-line").hidden = plan === undefined;
  the("#nation").hidden = plan?.status !== "awaiting_nation";
  drawState();
  drawSteps();
  if (outcome !== undefined) {
    drawAnswer();
  }
}

function drawStage() {
  the("#stage-told").textContent = word(`${now().replace("T", " ")}, ${fixed.size} cycles fixed`, `${now().replace("T", " ")}、確定 ${fixed.size}クール`);
  const boxes = Array.from({ length: setup.cycles }, (_, index) => index + 1).map((cycle) =>
    make("label", { class: "tick" }, make("input", { type: "checkbox", value: cycle, checked: fixed.has(cycle) }), word(`Cycle ${cycle}`, `第${cycle}クール`)),
  );
  if (the("#fixed").childElementCount !== boxes.length || the("#fixed").lang !== language()) {
    the("#fixed").lang = language();
    the("#fixed").replaceChildren(...boxes);
  } else {
    [...the("#fixed").querySelectorAll("input")].forEach((input) => (input.checked = fixed.has(Number(input.value))));
  }
}

function drawState() {
  const told = [];
  if (plan?.status === "awaiting_nation") {
    told.push(make("div", { class: "note warn" }, make("p", {}, word("A change waits for the nation. Until it is confirmed, the plan stands as it was.", "変更が国の確認を待っています。確認されるまで、計画は元のままです。"))));
  }
  if (plan?.refused !== undefined) {
    told.push(make("div", { class: "note bad" }, make("p", {}, word("The nation did not confirm: ", "国の確認が得られませんでした："), plan.refused.reason)));
  }
  the("#state").replaceChildren(...told);
}

function drawAnswer() {
  const known = outcome.ok;
  if (known) {
    rows.draw(
      outcome.answer.rows.map((row, index) => {
        const { allocated, allocated_doses, requested } = standing[index] ?? {};
        return { ...row, allocated, allocated_doses, requested };
      }),
    );
    drawTotals(outcome.answer);
  } else {
    rows.forget();
    the("#gauge").classList.remove("over");
    the("#current").textContent = "–";
    the("#needles").textContent = "–";
    the("#verdict").replaceChildren();
    the("#deadline").textContent = "";
  }
  // As printed: an ID of another kind finds the button closed (PLN-7).
  the("#send").disabled = (known ? outcome.findings : outcome.error.findings).some(({ path }) => path === "/booster_id");
}

function drawTotals({ needs_confirmation, next_deadline, totals }) {
  const { boxes, doses, initial_boxes, initial_doses, needles, pieces } = totals;
  const product = (count, all) => word(`${figure(count)} boxes = ${figure(all)} doses`, `${figure(count)}箱 = ${figure(all)}回接種分`);
  the("#initial").textContent = product(initial_boxes, initial_doses ?? 0);
  the("#current").textContent = product(boxes, doses);
  the("#needles").textContent = word(`${figure(needles)} boxes = ${figure(pieces)} pieces`, `${figure(needles)}箱 = ${figure(pieces)}本`);
  the("#gauge").classList.toggle("over", needs_confirmation);
  the("#gauge i").style.setProperty("--part", String(Math.min(1, boxes / Math.max(1, plan === undefined ? boxes : initial_boxes))));
  the("#verdict").replaceChildren(...(needs_confirmation ? [nationNote(boxes - initial_boxes)] : []));
  the("#deadline").textContent =
    next_deadline === undefined
      ? ""
      : word(
          `Next deadline: cycle ${next_deadline.cycle}, ${next_deadline.deadline.replace("T", " ")} (${span(next_deadline.minutes_left)} left)`,
          `次の〆切：第${next_deadline.cycle}クール ${next_deadline.deadline.replaceAll("-", "/").replace("T", " ")}（あと${span(next_deadline.minutes_left)}）`,
        );
}

function nationNote(above) {
  return make(
    "div",
    { class: "note warn" },
    make("p", {}, make("b", {}, word("The nation must confirm (国の確認).", "国の確認が必要です。")), " ", word(`The total lies ${figure(above)} boxes above the first registration.`, `合計が初回登録時を${figure(above)}箱上回ります。`), " ", make("span", { class: "rule" }, "PLN-3")),
  );
}

function span(minutes) {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  return days > 0 ? word(`${days} d ${hours} h`, `${days}日${hours}時間`) : word(`${hours} h ${minutes % 60} min`, `${hours}時間${minutes % 60}分`);
}

function drawSteps() {
  the("#log").hidden = steps.length === 0;
  the("#steps").replaceChildren(
    ...steps.map(({ event, log, notices, to }) =>
      make(
        "li",
        {},
        `${log.at.replaceAll("-", "/").replace("T", " ")} `,
        make("b", {}, said(event)),
        ` → ${said(to)} `,
        make("span", { class: "small" }, log.account ?? log.role),
        notices.map(({ text }) => make("p", { class: "small" }, said(text))),
      ),
    ),
  );
}
