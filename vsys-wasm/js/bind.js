// Binds an HTML form to an operation: what is typed is read, the operation judges it, and the findings appear beside
// their fields. Nothing is sent anywhere, nothing that was typed is changed, and no text becomes markup.

import { run as runHere } from "./core.js";
import { namesOf, pointerOf, read } from "./fields.js";
import { kindsOf } from "./kinds.js";
import { count, more, severity, wording } from "./wordings.js";

// So many findings are shown in the summary; the others are counted.
const LISTED = 50;

let bindings = 0;

/** Binds a form, or any element with fields, to an operation. */
export function bind(root, options) {
  return new Binding(root, options);
}

class Binding {
  #root;
  #options;
  #language;
  #kindOf;
  #summary;
  #id = `vsys-${(bindings += 1)}`;
  #messages = 0;
  // What was typed into or left; other empty fields are not blamed yet.
  #touched = new WeakSet();
  #revealed = false;
  #frame;
  // A press takes the focus from a field. A finding that appeared beside that field at once would push the pressed button
  // away, and a button that is not under the pointer at the release is not clicked: what was left is judged after it.
  #pressed = false;
  #late = false;
  #round = 0;
  #shown = new Map();
  #listening = new AbortController();
  #outcome;
  #entered;
  #noValidate;

  constructor(root, options) {
    if (typeof root?.querySelectorAll !== "function") {
      throw new TypeError("bind: an element is expected");
    }
    this.#root = root;
    this.#options = options;
    this.#language = options.language ?? (root.closest("[lang]")?.lang.startsWith("en") ? "en" : "ja");
    this.#kindOf = kindsOf(options.operation);
    this.#summary = options.summary === null ? undefined : new Summary(root, options.summary, this.#id);
    this.#noValidate = root.noValidate;
    // The browser's own bubbles would speak of other rules.
    if (root.noValidate !== undefined) {
      root.noValidate = true;
    }
    this.#listen();
    this.check();
  }

  /** What the operation came to, last. */
  get outcome() {
    return this.#outcome;
  }

  /** What was asked, last. */
  get request() {
    return this.#entered?.request;
  }

  get language() {
    return this.#language;
  }

  set language(language) {
    this.#language = language;
    this.#render();
  }

  /** Reads, judges and shows at once. */
  check() {
    this.#cancel();
    const entered = read(this.#root, this.#kindOf);
    const { operation, request, run, book } = this.#options;
    entered.request = typeof request === "function" ? request(entered.request) : merge(request, entered.request);
    const round = (this.#round += 1);
    const outcome = run === undefined ? runHere(operation, entered.request, book) : run(operation, entered.request);
    if (typeof outcome?.then === "function") {
      // Of several that are under way only the last counts.
      return outcome.then((late) => (round === this.#round ? this.#take(entered, late) : late));
    }
    return this.#take(entered, outcome);
  }

  /** Shows the findings of every field, touched or not. */
  reveal() {
    this.#revealed = true;
    this.#render();
  }

  /** Takes everything away that the binding has added. */
  destroy() {
    this.#cancel();
    this.#round += 1;
    this.#listening.abort();
    [...this.#shown.values()].forEach((message) => message.remove());
    this.#shown.clear();
    this.#summary?.remove();
    if (this.#noValidate !== undefined) {
      this.#root.noValidate = this.#noValidate;
    }
  }

  #listen() {
    const { signal } = this.#listening;
    const on = (name, take) => this.#root.addEventListener(name, take, { signal });
    const touch = ({ target }) => this.#touched.add(target);
    on("input", (event) => {
      touch(event);
      this.#compose(event.isComposing);
    });
    for (const name of ["compositionend", "change", "focusout"]) {
      on(name, (event) => {
        touch(event);
        if (this.#pressed) {
          this.#late = true;
        } else {
          this.#soon();
        }
      });
    }
    const anywhere = (name, take) => this.#root.ownerDocument.addEventListener(name, take, { capture: true, signal });
    anywhere("pointerdown", ({ button }) => {
      this.#pressed = button === 0;
    });
    // A list of choices that opens may keep the release to itself; whoever goes on by the keyboard presses nothing any more.
    for (const name of ["pointerup", "pointercancel", "keydown"]) {
      anywhere(name, () => this.#release());
    }
    on("reset", () => {
      this.#touched = new WeakSet();
      this.#revealed = false;
      this.#soon();
    });
    on("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  async #submit() {
    this.#revealed = true;
    const outcome = await this.check();
    if (findingsOf(outcome).some(({ severity }) => severity === "error")) {
      const wrong = this.#entered.fields.find((field) => this.#shown.get(field.path)?.isError);
      (wrong === undefined ? this.#summary : visible(wrong))?.focus();
    } else {
      this.#options.onSubmit?.(outcome, this.request);
    }
  }

  /** Half a word of an input method is no entry yet: a check that already waits for its frame would read it, so it waits for the word. */
  #compose(isComposing) {
    if (isComposing) {
      this.#cancel();
    } else {
      this.#soon();
    }
  }

  /** With the next frame, once. */
  #soon() {
    this.#frame ??= requestAnimationFrame(() => this.check());
  }

  #release() {
    this.#pressed = false;
    if (this.#late) {
      this.#late = false;
      this.#soon();
    }
  }

  #cancel() {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
      this.#frame = undefined;
    }
  }

  #take(entered, outcome) {
    this.#entered = entered;
    this.#outcome = outcome;
    this.#render();
    this.#options.onOutcome?.(outcome, this);
    return outcome;
  }

  #render() {
    if (this.#entered === undefined) {
      return;
    }
    const { fields, slots } = this.#entered;
    const bySent = new Map(fields.filter(({ sent }) => sent !== undefined).map((field) => [field.sent, field]));
    const byField = new Map();
    const elsewhere = new Map();
    const listed = [];
    let waiting = false;
    for (const finding of findingsOf(this.#outcome)) {
      const path = finding.path ?? "";
      const field = above(path, bySent);
      const beneath = field === undefined ? fields.filter(({ sent }) => isBelow(sent, path)) : [];
      if (this.#waits(field, beneath, path)) {
        waiting = true;
        continue;
      }
      const text = this.#word(finding, field);
      listed.push({ finding, text, field: field ?? beneath[0] });
      const slot = field === undefined ? above(path, slots) : undefined;
      const [at, key] = field !== undefined ? [byField, field] : [elsewhere, slot];
      if (key !== undefined) {
        at.set(key, [...(at.get(key) ?? []), { finding, text }]);
      }
    }
    this.#place(byField, elsewhere, slots);
    const unlisted = (totalOf(this.#outcome) ?? 0) - findingsOf(this.#outcome).length;
    this.#summary?.show(listed, Math.max(unlisted, 0), waiting || !this.#isTouched(), this.#language, (field) => this.#label(field));
  }

  /** Whether a finding is of something that nobody has come to yet. */
  #waits(field, beneath, path) {
    if (this.#revealed) {
      return false;
    }
    if (field !== undefined) {
      return !field.entered && !field.controls.some((control) => this.#touched.has(control));
    }
    return beneath.length > 0 && path !== "" && !beneath.some((one) => one.entered || one.controls.some((control) => this.#touched.has(control)));
  }

  #isTouched() {
    return this.#revealed || this.#entered.fields.some(({ controls }) => controls.some((control) => this.#touched.has(control)));
  }

  #word(finding, field) {
    return this.#options.word?.(finding, this.#language, field?.controls[0]) ?? wording(finding, field, this.#language);
  }

  #label(field) {
    return this.#options.label?.(field.controls[0], field.path) ?? label(field.controls);
  }

  /** Puts messages where they belong and takes away those that no longer hold. */
  #place(byField, elsewhere, slots) {
    const wanted = new Map();
    for (const [field, found] of byField) {
      wanted.set(field.path, { found, controls: field.controls, slot: above(field.sent, slots) });
    }
    for (const [slot, found] of elsewhere) {
      wanted.set(slot, { found, controls: [], slot });
    }
    for (const [key, message] of this.#shown) {
      const next = wanted.get(key);
      if (next === undefined || !message.fits(next.controls, next.slot)) {
        message.remove();
        this.#shown.delete(key);
      }
    }
    for (const [key, { found, controls, slot }] of wanted) {
      if (!this.#shown.has(key)) {
        this.#shown.set(key, new Message(`${this.#id}-${(this.#messages += 1)}`, controls, slot));
      }
      this.#shown.get(key).say(found, this.#language);
    }
  }
}

/** What is said beside a field, or in a place for messages. */
class Message {
  isError = false;
  #element;
  #controls;
  #slot;
  #said;
  #invalid;

  constructor(id, controls, slot) {
    this.#controls = controls;
    this.#slot = slot;
    const [control] = controls;
    this.#element = (control ?? slot).ownerDocument.createElement("span");
    this.#element.id = id;
    this.#element.className = "vsys-messages";
    if (slot === undefined) {
      beside(controls.at(-1)).after(this.#element);
    } else {
      slot.append(this.#element);
    }
    this.#invalid = controls.map((one) => one.getAttribute("aria-invalid"));
    controls.forEach((one) => describe(one, (ids) => [...ids, id]));
  }

  fits(controls, slot) {
    return this.#slot === slot && this.#element.isConnected && controls.length === this.#controls.length
      && controls.every((control, index) => control === this.#controls[index]);
  }

  say(found, language) {
    this.isError = found.some(({ finding }) => finding.severity === "error");
    this.#controls.forEach((control, index) => put(control, "aria-invalid", this.isError ? "true" : this.#invalid[index]));
    const lines = found.map(({ finding, text }) => ({ severity: finding.severity, code: finding.code, before: severity(finding, language), text }));
    const said = JSON.stringify(lines);
    // What is the same is left alone: nobody is interrupted.
    if (said !== this.#said) {
      this.#said = said;
      this.#element.lang = language;
      this.#element.replaceChildren(...lines.map((line) => this.#line(line)));
    }
  }

  #line({ severity, code, before, text }) {
    const { ownerDocument } = this.#element;
    const line = ownerDocument.createElement("span");
    line.className = `vsys-message vsys-${severity}`;
    line.dataset.vsysCode = code;
    const mark = ownerDocument.createElement("span");
    mark.className = "vsys-severity";
    mark.textContent = before;
    line.append(mark, text);
    return line;
  }

  remove() {
    this.#element.remove();
    this.#controls.forEach((control, index) => {
      describe(control, (ids) => ids.filter((id) => id !== this.#element.id));
      put(control, "aria-invalid", this.#invalid[index]);
    });
  }
}

/** All findings in one place: a line that is read out when it changes, and a list that leads to the fields. */
class Summary {
  #element;
  #own;
  #line;
  #list;
  #said;

  constructor(root, element, id) {
    const { ownerDocument } = root;
    this.#own = element === undefined;
    this.#element = element ?? ownerDocument.createElement("div");
    this.#line = ownerDocument.createElement("p");
    this.#line.className = "vsys-count";
    this.#line.setAttribute("role", "status");
    this.#list = ownerDocument.createElement("ul");
    this.#list.className = "vsys-list";
    this.#list.id = `${id}-list`;
    this.#list.hidden = true;
    this.#element.classList.add("vsys-summary");
    this.#element.append(this.#line, this.#list);
    if (this.#own) {
      root.append(this.#element);
    }
  }

  show(listed, unlisted, unfinished, language, label) {
    const errors = listed.filter(({ finding }) => finding.severity === "error").length;
    const line = count(errors + unlisted, listed.length - errors, unfinished, language);
    if (this.#line.textContent !== line) {
      this.#line.textContent = line;
    }
    const items = listed.slice(0, LISTED).map(({ finding, text, field }) => ({
      severity: finding.severity, code: finding.code, before: severity(finding, language), text, field,
      label: field === undefined ? "" : label(field),
    }));
    const beyond = listed.length + unlisted - items.length;
    const said = JSON.stringify([language, beyond, items.map(({ field, ...item }) => [item, field?.path])]);
    if (said !== this.#said) {
      this.#said = said;
      this.#list.lang = language;
      this.#line.lang = language;
      this.#list.hidden = items.length === 0;
      this.#list.replaceChildren(...items.map((item) => this.#item(item)));
      if (beyond > 0) {
        this.#list.append(this.#element.ownerDocument.createElement("li"));
        this.#list.lastChild.append(more(beyond, language));
      }
    }
  }

  #item({ severity, code, before, text, field, label }) {
    const { ownerDocument } = this.#element;
    const item = ownerDocument.createElement("li");
    item.className = `vsys-${severity}`;
    item.dataset.vsysCode = code;
    const said = before + (label === "" ? text : `${label}: ${text}`);
    if (field === undefined) {
      item.append(said);
    } else {
      const button = ownerDocument.createElement("button");
      button.type = "button";
      button.className = "vsys-to-field";
      button.append(said);
      button.addEventListener("click", () => visible(field)?.focus());
      item.append(button);
    }
    return item;
  }

  focus() {
    this.#element.tabIndex = -1;
    this.#element.focus();
  }

  remove() {
    this.#line.remove();
    this.#list.remove();
    this.#element.removeAttribute("tabindex");
    if (this.#own) {
      this.#element.remove();
    } else {
      this.#element.classList.remove("vsys-summary");
    }
  }
}

function findingsOf(outcome) {
  return outcome.ok ? outcome.findings : outcome.error.findings;
}

function totalOf(outcome) {
  return outcome.ok ? outcome.findings_total : outcome.error.findings_total;
}

/** What stands at a place, or at the nearest place above it. */
function above(path, places) {
  for (let names = namesOf(path); ; names = names.slice(0, -1)) {
    const there = places.get(pointerOf(names));
    if (there !== undefined || names.length === 0) {
      return there;
    }
  }
}

function isBelow(sent, path) {
  return sent !== undefined && sent.startsWith(`${path}/`);
}

/** What was entered, above what the page knows without asking. */
function merge(known, entered) {
  if (!isRecord(known) || !isRecord(entered)) {
    return entered === undefined ? known : entered;
  }
  const both = Object.create(null);
  for (const name of new Set([...Object.keys(known), ...Object.keys(entered)])) {
    both[name] = merge(own(known, name), own(entered, name));
  }
  return both;
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(record, name) {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Where a message of a field goes: behind it, and behind a label around it, whose text would else grow. */
function beside(control) {
  return control.closest("label") ?? (["radio", "checkbox"].includes(control.type) ? control.labels?.[0] ?? control : control);
}

function describe(control, change) {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  put(control, "aria-describedby", change(ids).join(" ") || null);
}

function put(element, name, value) {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** The first control of a field that can be seen. */
function visible({ controls }) {
  return controls.find((control) => control.type !== "hidden");
}

/** How a field is called on the page: the head of its row, its group of buttons, its label. */
function label([control, ...more]) {
  const group = more.length > 0 || control.type === "radio" ? control.closest("fieldset")?.querySelector("legend") : undefined;
  const head = control.closest("tr")?.querySelector("th[scope=row]");
  const named = (control.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => control.ownerDocument.getElementById(id));
  const own = control.getAttribute("aria-label") ?? words(group ?? control.labels?.[0]);
  const parts = named.some(Boolean) ? named.map(words) : [words(head), own];
  return parts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean).join(" ");
}

/** The text of a label without what stands in it to be filled in. */
function words(element) {
  const copy = element?.cloneNode(true);
  copy?.querySelectorAll("input, select, textarea, button, .vsys-messages").forEach((inner) => inner.remove());
  return copy?.textContent ?? "";
}
