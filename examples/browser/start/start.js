// The smallest page: load once, then every call is an ordinary function.

import init, { quantity } from "../vsys/web.js";

await init();

const boxes = document.querySelector("#boxes");
boxes.addEventListener("input", convert);
convert();

function convert() {
  const typed = boxes.value.normalize("NFKC");
  const answered = quantity.convert({ product: "pfizer-12plus", delivery_week: "2021-05-10", boxes: /^\d{1,9}$/.test(typed) ? Number(typed) : typed });
  boxes.setAttribute("aria-invalid", String(!answered.ok));
  document.querySelector("#told").textContent = answered.ok
    ? `${answered.answer.doses.toLocaleString("ja")}回分`
    : answered.error.findings.map(({ message }) => message.ja).join(" ");
}
