// Binds a form to an operation: names of fields are places in the request, findings stand beside their fields.

import { run } from "../vsys/web.js";

import { make } from "./dom.js";
import { inEveryLanguage, said } from "./language.js";

/** Nobody types more; what is longer goes to the library as it is, unread. */
const MOST = 1_000;

/** Binds a form. `base` gives what is not typed; `on` is called with every outcome. */
export function bindForm(form, { base, fieldOf = () => undefined, on, operation }) {
  const touched = new Set();
  let all = false;
  let outcome;
  let asked;

  const judge = () => {
    asked = request(form, base());
    const begun = performance.now();
    outcome = run(operation, asked);
    on(outcome);
    show();
    performance.measure(`vsys.${operation}`, { start: begun });
  };
  const findings = () => (outcome.ok ? outcome.findings : outcome.error.findings);
  const show = () => {
    const beside = new Map();
    const apart = [];
    for (const finding of findings()) {
      const name = fieldOf(finding.path) ?? finding.path;
      const field = named(form, name);
      if (field !== undefined) {
        const list = beside.get(field) ?? [];
        if (!list.some(({ code }) => code === finding.code)) {
          list.push(finding);
        }
        beside.set(field, list);
      } else {
        apart.push(finding);
      }
    }
    for (const field of fields(form)) {
      const held = !all && !touched.has(field);
      const told = (beside.get(field) ?? []).filter(({ code }) => !held || !/\.required$|^request\.member\.missing/.test(code));
      tell(form, field, told);
    }
    summarise(form, all ? apart : apart.filter(({ code }) => !/\.required$|missing$/.test(code)));
  };

  const touch = ({ target }) => {
    touched.add(target);
    judge();
  };
  form.addEventListener("input", touch);
  form.addEventListener("focusout", ({ target }) => {
    if (target.value) {
      touched.add(target);
    }
  });
  judge();
  inEveryLanguage(show);
  return {
    check() {
      all = true;
      judge();
      form.querySelector("[aria-invalid=true]")?.focus();
      return outcome;
    },
    refresh: judge,
    request: () => asked,
    reset() {
      all = false;
      touched.clear();
      judge();
    },
  };
}

function fields(form) {
  return [...form.elements].filter(({ name, tagName }) => name?.startsWith("/") && tagName !== "FIELDSET");
}

function named(form, path) {
  return fields(form).find(({ name }) => name === path);
}

function request(form, base) {
  const asked = structuredClone(base);
  for (const field of fields(form)) {
    if (!field.matches(":disabled")) {
      put(asked, field.name.slice(1).split("/"), valueOf(field));
    }
  }
  return asked;
}

function valueOf(field) {
  if (field.type === "checkbox") {
    return field.checked;
  }
  const text = field.value;
  if (text === "") {
    return undefined;
  }
  const plain = text.length > MOST ? text : text.normalize("NFKC");
  return field.matches(".number") ? integer(plain, text) : field.inputMode === "numeric" ? plain : text;
}

function integer(plain, text) {
  const digits = plain.replaceAll(",", "").trim();
  return digits.length <= 40 && /^(?:0|-?[1-9]\d*)$/.test(digits) ? BigInt(digits) : text;
}

function put(into, [key, ...rest], value) {
  if (rest.length > 0) {
    into[key] ??= {};
    put(into[key], rest, value);
  } else if (value !== undefined) {
    into[key] = value;
  }
}

function tell(form, field, findings) {
  const wrong = findings.some(({ severity }) => severity === "error");
  if (field.type !== "checkbox") {
    field.setAttribute("aria-invalid", String(wrong));
  }
  const place = form.querySelector(`[data-findings-for="${CSS.escape(field.name)}"]`) ?? field.parentElement.querySelector(":scope > .findings") ?? field.parentElement.appendChild(make("div", { class: "findings" }));
  place.id ||= `findings-${(tell.last = (tell.last ?? 0) + 1)}`;
  place.replaceChildren(...findings.map(({ message, rule, severity }) => make("p", { class: `finding ${severity}` }, said(message), make("span", { class: "rule" }, rule))));
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "" && id !== place.id);
  field.setAttribute("aria-describedby", [...others, ...(findings.length > 0 ? [place.id] : [])].join(" "));
  if (field.getAttribute("aria-describedby") === "") {
    field.removeAttribute("aria-describedby");
  }
}

function summarise(form, findings) {
  const place = form.querySelector("[data-findings]");
  place?.replaceChildren(
    ...(findings.length === 0
      ? []
      : [make("div", { class: findings.some(({ severity }) => severity === "error") ? "note bad" : "note warn" }, make("ul", {}, findings.slice(0, 20).map(({ message, rule }) => make("li", {}, said(message), " ", make("span", { class: "rule" }, rule)))))]),
  );
}

