// The rows of the printed screen: 「150回接種分 × [箱] = 回接種分」, closed rows grey with their reason.

import { make } from "../shared/dom.js";
import { figure, language, said, word } from "../shared/language.js";

/** The rows of a plan; `rename` tells that a field came or went. */
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

  /** Draws what the library says of the rows. `known` = whether it could read the figures just typed. */
  draw(answers, known) {
    answers.forEach((answer, index) => {
      if (this.#rows[index] !== undefined) {
        drawRow(this.#rows[index], answer, known);
      }
    });
  }
}

function makeRow(index) {
  const field = (name, kind) => make("input", { class: "number", inputmode: "numeric", autocomplete: "off", id: `${kind}-${index}`, name });
  const row = {
    index,
    allocated: make("span"),
    boxes: field(`/rows/${index}/boxes`, "boxes"),
    deadline: make("span"),
    doses: make("output", { for: `boxes-${index}` }),
    each: [0, 1, 2, 3, 4, 5].map(() => make("span")),
    needles: field(null, "needles"),
    pieces: make("output", { for: `needles-${index}` }),
    reason: make("span", { class: "reason" }),
    when: make("th", { scope: "row" }),
  };
  const { each } = row;
  row.cells = [
    make("td", {}, row.deadline, row.reason),
    make("td", {}, make("div", { class: "sum" }, each[0], row.boxes, each[1], row.doses, each[2]), make("div", { "data-findings-for": `/rows/${index}/boxes` })),
    make("td", {}, row.allocated),
    make("td", {}, make("div", { class: "sum" }, each[3], row.needles, each[4], row.pieces, each[5]), make("div", { "data-findings-for": `/rows/${index}/needles` })),
  ];
  row.element = make("tr", { "data-cycle": index + 1 }, row.when, row.cells);
  return row;
}

/** A field without a name is no part of the request. */
function byHand(row, entered) {
  if (entered) {
    row.needles.name = `/rows/${row.index}/needles`;
  } else {
    row.needles.removeAttribute("name");
    row.needles.setAttribute("aria-invalid", "false");
  }
}

function drawRow(row, answer, known) {
  const { allocated, allocated_doses, deadline, delivery_week, doses, doses_per_box, end, needles, pieces, pieces_per_box, reason, start, status } = answer;
  const closed = status !== "open";
  const [from, to, week] = [start, end, delivery_week].map(day);
  row.element.className = closed ? "closed" : "open";
  row.when.replaceChildren(word(`${from} – ${to}`, `${from}～${to}接種`), make("small", {}, word(`delivered in the week of ${week}`, `${week}週配送`)));
  row.deadline.textContent = deadline.replaceAll("-", "/").replace("T", " ");
  row.reason.replaceChildren(...(closed ? [make("span", { class: "badge" }, STATUS[status][language()]), " ", said(reason)] : []));
  row.boxes.disabled = closed;
  row.needles.disabled = closed;
  row.boxes.setAttribute("aria-label", word(`${from} – ${to}: vaccine, boxes`, `${from}～${to} ワクチン（箱）`));
  row.needles.setAttribute("aria-label", word(`${from} – ${to}: needles and syringes, boxes`, `${from}～${to} 針・シリンジ（箱）`));
  if (known || closed) {
    row.doses.textContent = figure(doses);
    row.pieces.textContent = figure(pieces);
    if (!row.needles.hasAttribute("name")) {
      row.needles.value = String(needles);
    }
  } else {
    row.doses.textContent = "–";
    row.pieces.textContent = "–";
  }
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
