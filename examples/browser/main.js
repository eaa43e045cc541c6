// A page that calls vsys: no server, no bundler. `cargo xtask test` builds the package.

import init, * as vsys from "../../vsys-wasm/pkg/web.js";

const number = new Intl.NumberFormat("ja");

await init();
const version = vsys.version();
if (version.ok) {
  document.querySelector("#version").textContent = `（vsys ${version.answer.library}）`;
}

connect("#convert", (fields) => {
  const result = vsys.quantity.convert({
    product: fields.product,
    delivery_week: fields.delivery_week,
    boxes: integer(fields.boxes),
  });
  return show(result, ({ boxes, vials, doses, doses_per_box }) =>
    table([
      ["箱", boxes],
      ["バイアル", vials],
      ["接種回数（回分）", doses],
      ["1箱あたり（回分）", doses_per_box],
    ]),
  );
});

connect("#apportion", (fields) => {
  const result = vsys.allocation.apportion({
    supply: integer(fields.supply),
    method: fields.method,
    recipients: fields.recipients
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [, id, weight] = line.trim().match(/^(.+?)(?:\s+(\S+))?$/u);
        return { id, weight: weight && integer(weight) };
      }),
  });
  return show(result, ({ amounts }) => table(amounts.map(({ id, amount }) => [id, amount])));
});

/** Answers a form at once and on every change. */
function connect(selector, answer) {
  const form = document.querySelector(selector);
  const update = () => {
    const fields = Object.fromEntries(new FormData(form));
    form.querySelector("output").replaceChildren(...answer(fields));
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
}

/** What was typed as an integer of any size; otherwise as it is, so that the reader says what is wrong. */
function integer(text) {
  return /^(0|-?[1-9]\d*)$/.test(text) ? BigInt(text) : text;
}

function show(result, answer) {
  if (result.ok) {
    const shown = [answer(result.answer)];
    if (result.assumptions.length > 0) {
      shown.push(element("p", "note", `前提: ${result.assumptions.join("、")}`));
    }
    return shown;
  }
  const { findings, help, message } = result.error;
  if (findings.length === 0) {
    return [fault(message.ja, help.ja)];
  }
  return findings.map((finding) => fault(finding.message.ja, [finding.path, finding.rule].filter(Boolean).join(" ・ ")));
}

function table(rows) {
  const body = element("table", "");
  for (const [name, value] of rows) {
    const row = body.insertRow();
    row.append(element("th", "", name), element("td", "", number.format(value)));
  }
  return body;
}

function fault(text, more) {
  const paragraph = element("p", "fault", text);
  paragraph.append(element("small", "", more));
  return paragraph;
}

function element(name, style, text = "") {
  const made = document.createElement(name);
  made.className = style;
  made.textContent = text;
  return made;
}
