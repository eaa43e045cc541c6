// The page of the explorer: it asks the worker and shows what comes back.

import { make, the } from "../shared/dom.js";
import { figure, inEveryLanguage, language, said, signed, word } from "../shared/language.js";
import { tellVersion } from "../shared/shell.js";
import { workerAddress } from "../shared/trusted.js";
import { number, tileMap } from "./map.js";
import { TILES } from "./tiles.js";

const worker = new Worker(workerAddress("explorer/worker.js"), { type: "module" });
const waiting = new Map();
const terms = the("#terms");
const map = tileMap(the("#map"), (code) => choose(code, true));

let supplies = [];
/** What was answered last: the whole, and the prefecture that is open. */
let shared;
let chosen = "13";
let towns = [];
let open;
let asked = 0;

worker.addEventListener("message", ({ data: { failure, id, result } }) => {
  const { reject, resolve } = waiting.get(id);
  waiting.delete(id);
  if (failure === undefined) {
    resolve(result);
  } else {
    reject(new Error(failure));
  }
});

const started = await ask("start");
supplies = started.supplies;
tellVersion(started.version);
the("#cycle").append(...supplies.map((supply) => make("option", { value: supply.cycle })));
the("#cycle").value = "5";
the("#supply").value = "16000";
the("#prefecture").append(...[...TILES.keys()].map((code) => make("option", { value: code })));

the("#cycle").addEventListener("change", () => {
  the("#supply").value = supply().boxes;
});
terms.addEventListener("input", ({ target }) => (target === the("#glide") ? glide() : share()));
terms.addEventListener("change", () => share());
terms.addEventListener("submit", (event) => event.preventDefault());
the("#prefecture").addEventListener("change", (event) => choose(event.target.value, false));
the(".choice").addEventListener("change", () => draw());

inEveryLanguage(() => {
  for (const [index, option] of [...the("#cycle").options].entries()) {
    const { boxes, cycle, delivery_week } = supplies[index];
    option.textContent = word(`No. ${cycle}, week of ${delivery_week}: ${figure(boxes)}`, `第${cycle}クール ${delivery_week}の週 ${figure(boxes)}箱`);
  }
  for (const option of the("#prefecture").options) {
    option.textContent = TILES.get(option.value)[language()];
  }
  draw();
});
await share();

/** Asks the worker, which answers when it can; the page goes on meanwhile. */
function ask(kind, request = {}) {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { reject, resolve });
    worker.postMessage({ id, kind, terms: request });
  });
}

function supply() {
  return supplies.find(({ cycle }) => cycle === the("#cycle").value);
}

/** Shares anew: one question under way, and what was entered last is the next. */
async function share() {
  share.wanted = true;
  if (share.busy) {
    return;
  }
  share.busy = true;
  while (share.wanted) {
    share.wanted = false;
    await shareOnce();
  }
  share.busy = false;
}

/** What is no number goes to the library as it was typed, which says what is wrong with it. */
async function shareOnce() {
  const frames = countFrames();
  the("#status").textContent = word("Sharing …", "配分しています…");
  const entered = integer(the("#supply").value);
  the("#glide").value = String(entered);
  const result = await ask("share", { ...termsNow(), supply: entered });
  const below = result.error === undefined ? await ask("prefecture", { code: chosen }) : [];
  const { drawn, longest } = frames();
  if (share.wanted) {
    return;
  }
  shared = { ...result, longest };
  towns = below;
  performance.measure("vsys.share", { start: performance.now() - result.times.answered, detail: { drawn, longest, sites: shared.sites } });
  draw();
}

function termsNow() {
  const { delivery_week, product } = supply();
  return {
    cycle: Number.parseInt(the("#cycle").value, 10),
    delivery_week,
    method: the("#method").value,
    product,
    to_sites: the("#to_sites").checked,
    weights: the("#weights").value,
  };
}

/** While the supply slides, the amounts alone: one question under way, and the last position is the next. */
async function glide() {
  const boxes = Number(the("#glide").value);
  the("#supply").value = String(boxes);
  if (glide.busy || shared?.error !== undefined) {
    return;
  }
  glide.busy = true;
  const { amounts, error, sites, time } = await ask("glide", { ...termsNow(), supply: boxes });
  glide.busy = false;
  if (error === undefined) {
    map.draw(
      shared.prefectures.map((row, index) => ({ code: row.code, vaccine: amounts[index] })),
      "amount",
    );
    const places = sites > 0 ? word(` and ${figure(sites)} sites`, `・接種会場${figure(sites)}か所`) : "";
    the("#status").textContent = word(`${figure(boxes)} boxes to 1,741 municipalities${places} in ${time.toFixed(1)} ms.`, `${figure(boxes)}箱を1,741市区町村${places}へ ${time.toFixed(1)} ms で配分。`);
    performance.measure("vsys.glide", { start: performance.now() - time, detail: { sites, time } });
  }
  if (Number(the("#glide").value) !== boxes) {
    glide();
  }
}

/** Full-width digits are digits, and separators are none; the rest is left to the library. */
function integer(text) {
  const plain = text.normalize("NFKC").replaceAll(/[,\s]/g, "");
  return /^(?:0|[1-9]\d{0,19})$/.test(plain) ? BigInt(plain) : text.slice(0, 1_000);
}

/** Counts the frames that the page draws until it is asked: how many, and the longest time between two. */
function countFrames() {
  let going = true;
  let drawn = 0;
  let longest = 0;
  let before = performance.now();
  const frame = (now) => {
    longest = Math.max(longest, now - before);
    before = now;
    drawn += 1;
    if (going) {
      requestAnimationFrame(frame);
    }
  };
  requestAnimationFrame(frame);
  return () => {
    going = false;
    return { drawn, longest };
  };
}

async function choose(code, move) {
  chosen = code;
  open = undefined;
  the("#prefecture").value = code;
  map.mark(code);
  if (shared.error === undefined) {
    towns = await ask("prefecture", { code });
  }
  drawBelow();
  if (move) {
    the("#below").scrollIntoView({ block: "nearest" });
  }
}

function draw() {
  if (shared === undefined) {
    return;
  }
  drawFault();
  drawStatus();
  const by = the(".choice input:checked").value;
  if (shared.error === undefined) {
    map.draw(shared.prefectures, by);
    drawKey(by);
    drawRests();
  }
  the("#prefecture").value = chosen;
  map.mark(chosen);
  drawBelow();
}

function drawFault() {
  const findings = shared.error?.findings ?? [];
  const ofSupply = findings.filter(({ path }) => path === "/supply/vaccine");
  the("#supply").setAttribute("aria-invalid", String(ofSupply.length > 0));
  the("#supply-finding").replaceChildren(...ofSupply.map(({ message }) => make("p", { class: "finding" }, said(message))));
  const others = findings.filter((finding) => !ofSupply.includes(finding));
  the("#fault").replaceChildren();
  if (shared.error !== undefined && (others.length > 0 || ofSupply.length === 0)) {
    const { help, message } = shared.error;
    the("#fault").append(
      make(
        "div",
        { class: "note bad" },
        make("p", {}, make("b", {}, said(message))),
        make("ul", {}, others.slice(0, 20).map((finding) => make("li", {}, said(finding.message), " ", make("span", { class: "rule" }, finding.rule)))),
        make("p", {}, said(help)),
      ),
    );
  }
}

function drawStatus() {
  if (shared.error !== undefined) {
    the("#status").textContent = word("Nothing was shared; the map shows what was shared before.", "配分は行われていません。地図は直前の結果です。");
    return;
  }
  const { longest, nation, sites, times } = shared;
  const time = `${times.answered.toFixed(0)} ms`;
  const places = sites > 0 ? word(`, ${figure(sites)} sites`, `・接種会場${figure(sites)}か所`) : "";
  the("#status").textContent = word(
    `${figure(nation.vaccine)} boxes (${figure(nation.doses)} doses) to 1,741 municipalities${places} in ${time}, in a worker; longest frame of the page meanwhile ${longest.toFixed(0)} ms.`,
    `${figure(nation.vaccine)}箱（${figure(nation.doses)}回分）を1,741市区町村${places}へ ${time} で配分（ワーカー内）。その間の画面の最長フレーム ${longest.toFixed(0)} ms。`,
  );
}

function drawKey(by) {
  const sides =
    by === "amount"
      ? [["amount", word("more boxes, darker", "色が濃いほど箱数が多い")]]
      : [
          ["above", word("above the exact quota", "正確な取り分より多い")],
          ["below", word("below the exact quota", "正確な取り分より少ない")],
        ];
  the("#key").replaceChildren(...sides.map(([side, text]) => make("span", { class: side }, text)));
}

function drawRests() {
  the("#rests").replaceChildren(
    ...shared.assumptions.flatMap(({ id, question, ruling }) => [make("dt", {}, said(question)), make("dd", {}, said(ruling), " ", make("code", { class: "rule" }, id))]),
  );
}

function drawBelow() {
  const row = shared.prefectures?.find(({ code }) => code === chosen);
  const name = language() === "en" ? TILES.get(chosen).en : (row?.name ?? TILES.get(chosen).ja);
  the("#below-heading").textContent = row === undefined ? name : word(`${name}: ${figure(row.vaccine)} boxes`, `${name} ${figure(row.vaccine)}箱`);
  the("#why-prefecture").replaceChildren(...(row?.reason ? sentences(row.reason) : []));
  the("#municipalities").replaceChildren(...(towns.length > 0 ? [townTable()] : []));
}

function sentences(reason) {
  return said(reason.text)
    .split("\n")
    .map((line) => make("p", {}, line));
}

function townTable() {
  const head = [
    ["", word("Municipality", "市区町村")],
    ["number wide", word("Population", "人口")],
    ["number", word("Boxes", "箱")],
    ["number wide", word("Doses", "回分")],
    ["number", word("Quota", "取り分")],
    ["number", word("+/−", "差")],
  ];
  const body = make("tbody");
  for (const town of towns) {
    body.append(...townRows(town));
  }
  return make(
    "table",
    { class: "towns" },
    make("caption", {}, word("Municipalities: choose one to read why", "市区町村：名前を選ぶと理由を表示します")),
    make("thead", {}, make("tr", {}, head.map(([style, text]) => make("th", { class: style, scope: "col" }, text)))),
    body,
  );
}

function townRows(town) {
  const quota = number(town.reason.quota ?? town.reason.share);
  const isOpen = open === town.code;
  const button = make(
    "button",
    { type: "button", "aria-expanded": String(isOpen), "data-code": town.code, onclick: () => turn(town.code) },
    town.name,
  );
  const row = make(
    "tr",
    { class: isOpen ? "open" : "" },
    make("th", { scope: "row" }, button),
    make("td", { class: "number wide" }, figure(town.population)),
    make("td", { class: "number" }, make("b", {}, figure(town.vaccine))),
    make("td", { class: "number wide" }, figure(town.doses)),
    make("td", { class: "number" }, quota.toFixed(2)),
    make("td", { class: "number" }, signed(town.vaccine - quota, 2)),
  );
  return isOpen ? [row, reasonRow(town)] : [row];
}

function reasonRow(town) {
  const inner = make("div", { class: "reason-inner" }, sentences(town.reason));
  if (shared.sites > 0) {
    const list = make("div", { class: "sites-list", role: "region", tabindex: 0, "aria-label": word("Sites", "接種会場") });
    inner.append(list);
    ask("municipality", { code: town.code }).then((hubs) => list.replaceChildren(siteTable(hubs)));
  }
  return make("tr", { class: "reason" }, make("td", { colspan: 6 }, inner));
}

function siteTable(hubs) {
  const rows = hubs.flatMap((hub) => [
    make("tr", {}, make("th", { scope: "row" }, hub.code), make("td", { class: "number" }, word(`${figure(hub.vaccine)} boxes`, `${figure(hub.vaccine)}箱`)), make("td", { class: "number" }, figure(hub.doses))),
    ...hub.satellites.map((site) =>
      make("tr", {}, make("td", {}, `└ ${site.id}`), make("td", { class: "number" }, word(`${figure(site.vials)} vials`, `${figure(site.vials)}バイアル`)), make("td", { class: "number" }, figure(site.doses))),
    ),
  ]);
  return make(
    "table",
    {},
    make("caption", {}, word(`${figure(hubs.length)} hubs and their satellites (invented)`, `基本型接種施設 ${figure(hubs.length)}か所とサテライト（架空）`)),
    make("thead", {}, make("tr", {}, [["", word("Site", "会場")], ["number", word("Amount", "配分")], ["number", word("Doses", "回分")]].map(([style, text]) => make("th", { scope: "col", class: style }, text)))),
    make("tbody", {}, rows),
  );
}

/** Opens or closes the reason of a municipality; the focus stays where it is. */
function turn(code) {
  open = open === code ? undefined : code;
  drawBelow();
  the(`.towns button[data-code="${code}"]`).focus();
}
