// The fields of a form as a request, and the places of the request as fields.
//
// A field names its place by a JSON pointer: `name="/setup/start"`, or `data-vsys-path`. Inside an element with
// `data-vsys-row="/rows"` places are relative: the rows are counted as they stand.

import { SHAPES, flag, integer, patterned } from "./typed.js";

const CONTROLS = "input, select, textarea";
const BUTTONS = new Set(["button", "submit", "reset", "image", "file"]);

/** Reads what is entered below an element. */
export function read(root, kindOf) {
  const rows = rowsOf(root);
  const fields = new Map();
  for (const control of root.querySelectorAll(CONTROLS)) {
    const path = placeOf(control, rows);
    if (path !== undefined && !BUTTONS.has(control.type) && !control.matches(":disabled")) {
      add(fields, path, control);
    }
  }
  const tree = { members: new Map() };
  for (const field of fields.values()) {
    const names = namesOf(field.path);
    field.kind = kindOfField(field, kindOf(names));
    field.value = valueOf(field);
    field.entered = isEntered(field);
    plant(tree, names, field);
  }
  // Where the values of a place are sent, and which of the places are rows that may be left out.
  const sent = new Map();
  const optional = new Map([...rows].map(([element, place]) => [place, element.dataset.vsysOptional !== undefined]));
  const request = harvest(tree, [], [], { kindOf, optional, sent }) ?? Object.create(null);
  return { request, fields: [...fields.values()], slots: slotsOf(root, rows, sent) };
}

/** Every row with its place: how many rows of its list stand before it. */
function rowsOf(root) {
  const rows = new Map();
  const counts = new Map();
  for (const element of root.querySelectorAll("[data-vsys-row]")) {
    const list = join(element.dataset.vsysRow, element.parentElement, rows);
    const index = counts.get(list) ?? 0;
    counts.set(list, index + 1);
    rows.set(element, `${list}/${index}`);
  }
  return rows;
}

/** A place as it is written, relative to the row around it. */
function join(written, around, rows) {
  if (written.startsWith("/")) {
    return written;
  }
  const row = rows.get(around?.closest("[data-vsys-row]"));
  if (row === undefined) {
    throw new TypeError(`"${written}" is no place: it begins with no "/" and stands in no row`);
  }
  return written === "" ? row : `${row}/${written}`;
}

function placeOf(control, rows) {
  const written = control.dataset.vsysPath ?? (control.name.startsWith("/") ? control.name : undefined);
  return written === undefined ? undefined : join(written, control, rows);
}

/** The elements that take messages, by the place whose findings they show. */
function slotsOf(root, rows, sent) {
  const slots = new Map();
  for (const element of root.querySelectorAll("[data-vsys-messages]")) {
    const path = join(element.dataset.vsysMessages, element, rows);
    slots.set(sent.get(path) ?? path, element);
  }
  return slots;
}

/** Buttons and boxes of one place are one field; anything else stands there alone. */
function add(fields, path, control) {
  const field = fields.get(path);
  if (field === undefined) {
    fields.set(path, { path, controls: [control] });
  } else if (field.controls[0].type === control.type && (control.type === "radio" || control.type === "checkbox")) {
    field.controls.push(control);
  } else {
    throw new TypeError(`two fields stand at "${path}"`);
  }
}

/** What the field says of itself, then what the schema says, then what the control is. */
function kindOfField({ controls: [control, ...more] }, known) {
  const said = control.dataset.vsysKind;
  const several = control.type === "select-multiple" || (control.type === "checkbox" && more.length > 0);
  const required = known?.required ?? false;
  if (said !== undefined) {
    return { type: Object.hasOwn(SHAPES, said) ? "text" : said, pattern: own(SHAPES, said), required };
  }
  if (known?.type === "array" || (known === undefined && several)) {
    return { type: "list", required };
  }
  if (known === undefined) {
    const byControl = { checkbox: { type: "boolean" }, number: { type: "integer" }, tel: { type: "text", pattern: SHAPES.code } };
    return { ...(own(byControl, control.type) ?? { type: "text" }), required };
  }
  const digits = control.type === "tel" || ["numeric", "tel", "decimal"].includes(control.inputMode);
  return digits && known.type === "text" && known.pattern === undefined ? { ...known, pattern: SHAPES.code } : known;
}

function own(table, name) {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function valueOf({ controls, kind }) {
  const [control] = controls;
  if (kind.type === "list") {
    const picked = control.type === "select-multiple"
      ? [...control.selectedOptions].map((option) => option.value)
      : controls.filter((box) => box.checked).map((box) => box.value);
    return picked.length > 0 || kind.required ? picked : undefined;
  }
  if (control.type === "checkbox") {
    return kind.type === "boolean" ? control.checked : control.checked ? control.value : undefined;
  }
  // The browser shows what was typed there and keeps it to itself.
  if (control.validity?.badInput) {
    return "";
  }
  const text = control.type === "radio" ? controls.find((button) => button.checked)?.value ?? "" : control.value;
  switch (kind.type) {
    case "integer":
      return integer(text);
    case "boolean":
      return flag(text);
    default:
      return kind.pattern === undefined ? text || undefined : patterned(text, kind.pattern);
  }
}

/** Whether somebody entered something: boxes that are not checked and hidden fields say nothing. */
function isEntered({ controls: [control], value }) {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0) && control.type !== "hidden";
}

/** The names of a JSON pointer. */
export function namesOf(path) {
  return path.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function pointerOf(names) {
  return names.map((name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function plant(tree, names, field) {
  let node = tree;
  for (const name of names.slice(0, -1)) {
    if (!node.members.has(name)) {
      node.members.set(name, { members: new Map() });
    }
    node = node.members.get(name);
    if (node.members === undefined) {
      throw new TypeError(`a field stands above "${field.path}"`);
    }
  }
  if (node.members.has(names.at(-1))) {
    throw new TypeError(`fields stand below "${field.path}"`);
  }
  node.members.set(names.at(-1), { field });
}

/**
 * The value of a part of the form. Rows close up when one of them is left out, so the place where a value is sent may
 * be another than that of its field. A record in which nothing is entered is left out unless it is needed.
 */
function harvest(node, here, there, context) {
  context.sent.set(pointerOf(here), pointerOf(there));
  if (node.field !== undefined) {
    node.field.sent = pointerOf(there);
    return node.field.value;
  }
  const members = [...node.members];
  if (members.length > 0 && members.every(([name]) => /^(0|[1-9][0-9]*)$/.test(name))) {
    return harvestList(members, here, there, context);
  }
  // Without a prototype: every name is an ordinary name.
  const object = Object.create(null);
  for (const [name, member] of members) {
    object[name] = harvest(member, [...here, name], [...there, name], context);
  }
  const needed = context.optional.has(pointerOf(here)) || context.kindOf(here)?.required;
  return needed || [...below(node)].some((field) => field.entered || isConstant(field) || isRequired(field)) ? object : undefined;
}

function harvestList(members, here, there, context) {
  const items = [];
  for (const [name, member] of members.sort(([a], [b]) => a - b)) {
    const place = [...here, name];
    const droppable = member.field !== undefined || context.optional.get(pointerOf(place));
    if (!droppable || [...below(member)].some((field) => field.entered)) {
      items.push(harvest(member, place, [...there, items.length], context));
    }
  }
  return items;
}

function isConstant({ controls: [control], value }) {
  return control.type === "hidden" && value !== undefined;
}

function isRequired({ controls }) {
  return controls.some((control) => control.required || control.ariaRequired === "true");
}

/** The fields of a part of the form. */
function* below(node) {
  if (node.field !== undefined) {
    yield node.field;
  } else {
    for (const member of node.members.values()) {
      yield* below(member);
    }
  }
}
