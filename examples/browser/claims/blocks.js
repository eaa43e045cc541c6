// A grid of counts for each municipality: a cell is a case of the request, so a name follows from where the cell stands.

import { make } from "../shared/dom.js";
import { translate, word } from "../shared/language.js";

const SERVICES = [
  ["consultation_only", "予診のみ", "Consultation only"],
  ["vaccination", "接種", "Vaccination"],
];
const TIMES = [
  ["regular", "時間内", "Within hours"],
  ["off_hours", "時間外", "Off hours"],
  ["holiday", "休日", "Holiday"],
];
const AGES = [
  ["under_six", "6歳未満", "Under six"],
  ["six_and_over", "6歳以上", "Six and over"],
];

/** What is far too long for a code is as wrong when it is cut, and twelve cases of it stay small. */
const LONGEST = 1_000;

/** The municipalities of a claim. */
export class Blocks {
  #element;
  #blocks = [];
  #last = 0;

  constructor(element) {
    this.#element = element;
  }

  /** One more municipality; its counts by service, time and age. */
  add(code = "", counts = {}) {
    const block = this.#make(code, counts);
    this.#blocks.push(block);
    this.#element.append(block.element);
    translate(block.element);
    return block.municipality;
  }

  remove(element) {
    const at = this.#blocks.findIndex((block) => block.element === element);
    this.#blocks.splice(at, 1).forEach((block) => block.element.remove());
    return this.#blocks[Math.min(at, this.#blocks.length - 1)]?.municipality;
  }

  /** Names the fields by their place in the request. Only the new form tells hours apart. */
  number(form) {
    let next = 0;
    for (const block of this.#blocks) {
      block.first = next;
      for (const cell of block.cells) {
        const there = form === "new" || cell.time === "regular";
        cell.row.hidden = !there;
        cell.input.disabled = !there;
        cell.input.name = there ? `/cases/${next}/count` : "";
        next += there ? 1 : 0;
      }
      for (const head of block.heads) {
        head.rowSpan = form === "new" ? TIMES.length : 1;
      }
      block.municipality.name = `/cases/${block.first}/municipality`;
      block.coupon.name = `/cases/${block.first}/coupon`;
    }
  }

  /** The cases of what was entered: one municipality serves all of its block, and an empty cell counts nothing. */
  cases(form, entered) {
    return this.#blocks.flatMap((block) => {
      const cells = block.cells.filter(({ time }) => form === "new" || time === "regular");
      const { coupon, municipality } = entered[block.first];
      return cells.map(({ age, service, time }, index) => ({
        age,
        count: entered[block.first + index].count ?? 0,
        coupon,
        municipality: index === 0 ? municipality : municipality?.slice(0, LONGEST),
        service,
        ...(form === "new" ? { time } : {}),
      }));
    });
  }

  /** Whether a place is the same municipality once more, whose findings its field has already. */
  isCopy(path) {
    const [, number] = /^\/cases\/(\d+)\/municipality$/.exec(path) ?? [];
    return number !== undefined && !this.#blocks.some(({ first }) => first === Number(number));
  }

  /** Calls back with every municipality that is named, and the place for its name. */
  each(visit) {
    this.#blocks.forEach(({ municipality, named }) => visit(municipality.value.slice(0, LONGEST).normalize("NFKC").trim(), named));
  }

  get size() {
    return this.#blocks.length;
  }

  #make(code, counts) {
    const number = (this.#last += 1);
    const id = `town-${number}`;
    const block = {
      cells: [],
      coupon: make("select", { id: `${id}-coupon` }, make("option", { value: "with_coupon", "data-en": "With coupon" }, "クーポン券あり"), make("option", { value: "without_coupon", "data-en": "Without coupon" }, "クーポン券なし")),
      first: 0,
      heads: [],
      municipality: make("input", { "aria-describedby": `${id}-name`, autocomplete: "off", id, inputmode: "numeric", value: code }),
      named: make("p", { class: "small named", id: `${id}-name` }),
    };
    block.element = make(
      "fieldset",
      { class: "sheet block" },
      make("legend", { class: "section", "data-en": `Municipality ${number}` }, `請求先の市区町村 ${number}`),
      make(
        "div",
        { class: "block-head" },
        make("div", { class: "field" }, make("label", { for: id, "data-en": "Municipality code" }, "市区町村コード"), block.municipality, block.named),
        make("div", { class: "field" }, make("label", { for: `${id}-coupon`, "data-en": "Coupon" }, "被接種者区分"), block.coupon),
      ),
      make(
        "table",
        { class: "counts" },
        make("thead", {}, make("tr", {}, make("td", { colspan: 2 }), AGES.map(([, ja, en]) => make("th", { scope: "col", "data-en": en }, ja)))),
        SERVICES.map((service) => this.#service(block, service, counts, id)),
      ),
      make("button", { type: "button", class: "quiet", "data-act": "remove", "data-en": "Remove this municipality" }, "この市区町村を削除"),
    );
    return block;
  }

  #service(block, [service, ja, en], counts, id) {
    const head = make("th", { scope: "rowgroup", "data-en": en }, ja);
    block.heads.push(head);
    return make(
      "tbody",
      {},
      TIMES.map(([time, timeJa, timeEn], index) => {
        const row = make("tr", {}, index === 0 ? head : null, make("th", { scope: "row", "data-en": timeEn }, timeJa));
        for (const [age, ageJa, ageEn] of AGES) {
          const names = [`${ja} ${timeJa} ${ageJa}`, `${en}, ${timeEn.toLowerCase()}, ${ageEn.toLowerCase()}`];
          const input = make("input", {
            "aria-label": names[0],
            autocomplete: "off",
            class: "number",
            "data-en-aria-label": names[1],
            id: `${id}-${service}-${time}-${age}`,
            inputmode: "numeric",
            value: counts[`${service}/${time}/${age}`] ?? "",
          });
          row.append(make("td", {}, input));
          block.cells.push({ age, input, row, service, time });
        }
        return row;
      }),
    );
  }
}

/** What the library says of a code, as the name beside its field. */
export function naming(answered) {
  if (!answered.ok) {
    return "";
  }
  const { name, prefecture_name } = answered.answer;
  return word(`${prefecture_name} ${name}`, `${prefecture_name} ${name}`);
}
