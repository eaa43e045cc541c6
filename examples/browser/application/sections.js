// The form is drawn once, from its description; English stands beside the Japanese as in the markup of the other pages.

import { make } from "../shared/dom.js";
import { BLOCKS, GROUPS, STORED, TICKS } from "./fields.js";

/** All sections below an element. */
export function drawSections(element) {
  element.append(
    ...BLOCKS.map(block),
    ...GROUPS.map(({ en, groups, ja }) => section(ja, en, make("div", { class: "people" }, groups.map(group)))),
    ...TICKS.map(({ en, ja, ticks }) => section(ja, en, make("div", {}, ticks.map(([at, ...names]) => tick(`/form/${at}`, names))))),
    section("ワクチン接種に関する同意事項", "Conditions of consent", make("ul", { class: "conditions", id: "conditions" })),
  );
}

/** A condition of consent; its text is the library's. */
export function condition(member) {
  return make("li", {}, tick(`/form/consent/${member}`, ["", ""]));
}

function block({ at, en, fields, ja }) {
  const change = tick(`/form/${at}/change`, ["右記の既存登録情報から変更する", "Changes from what is registered"]);
  const entry = make("fieldset", { "data-unless": `/form/${at}/change`, "data-when": "off" }, make("legend", { class: "hidden", "data-en": `${en}: entry` }, `${ja}：入力`), inputs(`/form/${at}/entry`, fields));
  return section(ja, en, make("div", { class: "beside" }, make("div", {}, change, entry), stored(STORED[at], fields)), at);
}

function group({ at, en, fields, ja, unless }) {
  const closing = unless === undefined ? [] : [tick(`/form/${at}/${unless[0]}`, unless.slice(1))];
  const entry = make("fieldset", unless === undefined ? {} : { "data-unless": `/form/${at}/${unless[0]}`, "data-when": "on" }, make("legend", { class: "hidden", "data-en": `${en}: entry` }, `${ja}：入力`), inputs(`/form/${at}`, fields));
  return make("fieldset", {}, make("legend", { "data-en": en }, ja), closing, entry);
}

function section(ja, en, content, at) {
  return make("fieldset", { class: "sheet section", id: at ? `block-${at}` : null }, make("legend", { "data-en": en }, ja), content);
}

function inputs(at, fields) {
  return make(
    "div",
    { class: "fields" },
    fields.map(([member, ja, en, more]) => (more === "tick" ? make("div", { class: "whole" }, tick(`${at}/${member}`, [ja, en])) : input(`${at}/${member}`, ja, en, more))),
  );
}

function input(name, ja, en, more) {
  const id = name.slice(1).replaceAll("/", "-");
  const control = Array.isArray(more)
    ? make("select", { id, name }, make("option", { value: "" }), more.map(([value, text, english]) => make("option", { value, "data-en": english }, text)))
    : make("input", { id, name, ...more });
  return make("div", { class: "field" }, make("label", { for: id, "data-en": en }, ja), control);
}

function tick(name, [ja, en]) {
  return make("div", {}, make("label", { class: "tick" }, make("input", { type: "checkbox", name }), make("span", { "data-en": en }, ja)));
}

function stored(values, fields) {
  const lines = fields.map(([member, ja, en, more]) => {
    const value = member.split("/").reduce((inner, key) => inner?.[key], values);
    const shown = Array.isArray(more) ? more.find(([key]) => key === value)?.[1] : value;
    return shown === undefined || shown === false ? [] : [make("dt", { "data-en": en }, ja), make("dd", {}, shown === true ? "✓" : shown)];
  });
  return make(
    "div",
    { class: "stored" },
    make("h3", { "data-en": "Registered" }, "既存登録情報"),
    values === undefined ? make("p", { "data-en": "Nothing is registered." }, "登録はありません。") : make("dl", {}, lines.flat()),
  );
}
