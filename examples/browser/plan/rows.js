// The rows of the printed screen: 「150回接種分 × [箱] = 回接種分」, closed rows grey with their reason.

import { make } from "../shared/dom.js";
import { figure, language, said, word } from "../shared/language.js";

/** The rows of a plan. */
export class PlanRows {
  #body;
  #rows = [];

  constructor(body) {
    this.#body = body;
    // The figure of the needles is the library's until a person types one; new boxes fill in anew.
    body.addEventListener("input", ({ target }) => {
      const row = this.#rows.find(({ boxes, needles }) => target === boxes || target === needles);
      if (row !== undefined) {
        byHand(row, target === row.needles && target.value !== "");
      }
    }, true);
  }

  /** As many rows as cycles; the figures of rows that stay are kept. */
  resize(count) {
    while (this.#rows.length > count) {
      this.#rows.pop().element.remove();
    }
    while (this.#rows.length < count) {
      const row = makeRow(this.#rows.length);
      this.#rows.push(row);
      this.#body.append(row.element);
    }
  }

  /** Puts the figures of a plan into the fields. */
  fill(figures) {
    this.#rows.forEach((row, index) => {
      const { boxes = 0, filled, needles } = figures[index] ?? {};
      row.boxes.value = String(boxes);
      row.needles.value = needles === undefined ? "" : String(needles);
      byHand(row, needles !== undefined && filled !== undefined && needles !== filled);
    });
  }

  /** Draws what the library says of the rows. */
  draw(answers) {
    answers.forEach((answer, index) => {
      if (this.#rows[index] !== undefined) {
        drawRow(this.#rows[index], answer);
      }
    });
  }

  /** What was typed cannot be read: no product is shown that would be of other figures. */
  forget() {
    for (const { doses, pieces } of this.#rows.filter((row) => !row.boxes.disabled)) {
      doses.textContent = pieces.textContent = "–";
    }
  }
}

function makeRow(index) {
  const field = (kind) => make("input", { class: "number", inputmode: "numeric", autocomplete: "off", id: `${kind}-${index}` });
  const row = {
    allocated: make("span"),
    boxes: field("boxes"),
    cycle: make("input", { type: "hidden", "data-vsys-path": "cycle", value: index + 1 }),
    deadline: make("span"),
    doses: make("output", { for: `boxes-${index}` }),
    each: [0, 1, 2, 3, 4, 5].map(() => make("span")),
    needles: field("needles"),
    pieces: make("output", { for: `needles-${index}` }),
    reason: make("span", { class: "reason" }),
    requested: make("p", { class: "small requested" }),
    when: make("th", { scope: "row" }),
  };
  row.boxes.dataset.vsysPath = "boxes";
  // As printed: where nothing is planned stands 0.
  row.boxes.value = "0";
  const { each } = row;
  row.cells = [
    make("td", {}, row.cycle, row.deadline, row.reason),
    make("td", {}, make("div", { class: "sum" }, each[0], row.boxes, each[1], make("span", { class: "whole" }, row.doses, each[2])), row.requested, make("div", { "data-vsys-messages": "boxes" })),
    make("td", {}, row.allocated),
    make("td", {}, make("div", { class: "sum" }, each[3], row.needles, each[4], make("span", { class: "whole" }, row.pieces, each[5])), make("div", { "data-vsys-messages": "needles" })),
  ];
  row.element = make("tr", { "data-vsys-row": "/rows" }, row.when, row.cells);
  return row;
}

/** A field without a place is no part of the request. */
function byHand(row, entered) {
  if (entered) {
    row.needles.dataset.vsysPath = "needles";
  } else {
    delete row.needles.dataset.vsysPath;
  }
}

function drawRow(row, answer) {
  const { allocated, allocated_doses, deadline, delivery_week, doses, doses_per_box, end, needles, pieces, pieces_per_box, reason, requested, start, status } = answer;
  const closed = status !== "open";
  const [from, to, week] = [start, end, delivery_week].map(day);
  row.element.className = closed ? "closed" : "open";
  row.when.replaceChildren(word(`${from} – ${to}`, `${from}～${to}接種`), make("small", {}, word(`delivered in the week of ${week}`, `${week}週配送`)));
  row.deadline.textContent = deadline.replaceAll("-", "/").replace("T", " ");
  row.reason.replaceChildren(...(closed ? [make("span", { class: "badge" }, STATUS[status][language()]), " ", said(reason)] : []));
  // What is disabled is no part of the request: a cycle that is not named keeps its own figures.
  row.boxes.disabled = row.cycle.disabled = row.needles.disabled = closed;
  row.boxes.setAttribute("aria-label", word(`${from} – ${to}: vaccine, boxes`, `${from}～${to} ワクチン（箱）`));
  row.needles.setAttribute("aria-label", word(`${from} – ${to}: needles and syringes, boxes`, `${from}～${to} 針・シリンジ（箱）`));
  row.doses.textContent = figure(doses);
  row.pieces.textContent = figure(pieces);
  if (!("vsysPath" in row.needles.dataset)) {
    row.needles.value = String(needles);
  }
  row.requested.textContent = requested === undefined ? "" : word(`waiting for the nation: ${figure(requested)} boxes`, `国の確認待ち：${figure(requested)}箱`);
  row.allocated.textContent = allocated === undefined ? word("(open)", "（未定）") : word(`${figure(allocated_doses)} doses (${figure(allocated)} boxes)`, `${figure(allocated_doses)}回接種分（${figure(allocated)}箱）`);
  const words = [
    word(`${doses_per_box} doses ×`, `${doses_per_box}回接種分 ×`),
    word("boxes =", "箱 ="),
    word("doses", "回接種分"),
    word(`${pieces_per_box} ×`, `${pieces_per_box}本 ×`),
    word("boxes =", "箱 ="),
    word("pieces", "本"),
  ];
  row.each.forEach((element, index) => (element.textContent = words[index]));
  const labels = [word("Changes until", "計画変更〆切"), word("Planned vaccine", "接種計画量"), word("Allocated", "分配実績"), word("Needles and syringes, each", "接種用針・シリンジの必要数量")];
  row.cells.forEach((cell, index) => (cell.dataset.label = labels[index]));
}

const STATUS = {
  confirmed: { en: "fixed", ja: "分配量確定済" },
  frozen: { en: "frozen", ja: "変更停止中" },
  past: { en: "past", ja: "過去分" },
};

function day(date) {
  const [, month, number] = date.split("-").map(Number);
  return language() === "en" ? `${number} ${MONTHS[month - 1]}` : `${month}/${number}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
