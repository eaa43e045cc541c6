// Sharing over typed arrays: columns go into the module's memory and come out of it; nothing of them is JSON.

import { bytesOf } from "./encode.js";
import { compiled, networkOf, parse, refused, refusing, request } from "./core.js";

/** Shares a supply among the rows of columns: `allocation.apportion` without a record for every recipient. */
function apportion(options, columns) {
  return refused(() => {
    const shared = held(columns, (given) => compiled().apportion(request({ ...options, recipients: [] }), given));
    return closing(shared, () => ({
      ok: true,
      answer: { amounts: shared.amounts(), left_over: shared.left_over(), method: shared.method(), ...tieOf(shared) },
      ...parse(shared.notes()),
    }));
  });
}

function tieOf(shared) {
  const decided = shared.decided();
  return decided === undefined ? {} : { tie: { decided, rows: shared.tied(), units: shared.tied_units() } };
}

export const columns = Object.freeze({ apportion });

// The levels above the sites, by their number.
const LEVELS = ["nation", "prefectures", "municipalities"];
// The rows of hubs and satellites, by the number of their column.
const HUBS = ["vaccine", "needles", "syringes", "own_vials", "vials_left_over"];

/** A hierarchy that is read once; then every supply is shared without JSON. */
export class Network {
  #network;
  #options;
  #codes;

  constructor(options, levels, book = undefined) {
    const { Network } = compiled();
    this.#options = { ...options };
    const { prefectures = {}, municipalities = {}, hubs = {}, satellites = {}, ...others } = levels;
    if (Object.keys(others).length > 0) {
      throw new TypeError(`a network has no level ${Object.keys(others).join()}`);
    }
    this.#network = refusing(() =>
      held(prefectures, (a) => held(municipalities, (b) => held(hubs, (c) => held(satellites, (d) => {
        const bytes = request(this.#options);
        return book === undefined ? new Network(bytes, a, b, c, d) : networkOf(book, bytes, a, b, c, d);
      })))));
    this.#codes = [undefined, this.#network.codes(1), this.#network.codes(2)];
  }

  /** Shares; `supply` in place of that of the options. */
  cascade(supply = this.#options.supply) {
    return refused(() => {
      const done = this.#network.cascade(request({ ...this.#options, supply }));
      return closing(done, () => ({ ok: true, answer: this.#answer(done), ...parse(done.notes()) }));
    });
  }

  /** Gives the memory back at once. */
  free() {
    this.#network.free();
  }

  #answer(done) {
    const answer = { method: done.method(), ties: done.ties().split("\n").slice(0, -1).map(tieFrom) };
    LEVELS.forEach((name, level) => {
      const boxes = { vaccine: done.boxes(0, level), needles: done.boxes(1, level), syringes: done.boxes(2, level), left_over: done.left_over(level) };
      answer[name] = level === 0 ? boxes : { code: this.#codes[level], ...boxes };
    });
    answer.hubs = Object.fromEntries(HUBS.map((name, column) => [name, done.sites(column)]));
    answer.satellites = { vials: done.sites(HUBS.length) };
    return answer;
  }
}

/** A hierarchy of figures that is read once; then whatever stands in columns is shared through it. */
export class Tree {
  #tree;

  constructor(levels) {
    const { Tree } = compiled();
    if (!Array.isArray(levels) || !levels.every((level) => kindOf(level) === "Uint32Array")) {
      throw new TypeError("a list of Uint32Arrays is expected, one for each level");
    }
    this.#tree = refusing(() => new Tree(Uint32Array.from(levels.flatMap((level) => [...level])), Uint32Array.from(levels, (level) => level.length)));
  }

  /** How many recipients the lowest level has. */
  get recipients() {
    return this.#tree.recipients();
  }

  /** How many levels receive. */
  get levels() {
    return this.#tree.levels();
  }

  /** Shares; the columns have the recipients of the lowest level. */
  share(options, columns) {
    const { supply, method, first_units, ...others } = options;
    if (Object.keys(others).length > 0) {
      throw new TypeError(`a tree has no option ${Object.keys(others).join()}`);
    }
    return refused(() => {
      const bytes = request({ supply, method, first_units, recipients: [] });
      const notes = held(columns, (given) => this.#tree.share(bytes, given));
      const levels = Array.from({ length: this.levels }, (_, level) => this.#tree.amounts(level));
      return { ok: true, answer: { levels, left_over: this.#tree.left_over() }, ...parse(notes) };
    });
  }

  /** Gives the memory back at once. */
  free() {
    this.#tree.free();
  }
}

function tieFrom(line) {
  const [level, giver, decided, units, ...tied] = line.split("\t");
  return { decided, giver, level, tied, units: Number(units) };
}

/** Columns in the module's memory, for as long as the work takes. */
function held(given, work) {
  const { Columns } = compiled();
  return closing(new Columns(), (columns) => {
    for (const [name, values] of Object.entries(given)) {
      put(columns, name, values);
    }
    return work(columns);
  });
}

/** Of this realm or another. */
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

function put(columns, name, values) {
  switch (kindOf(values)) {
    case "Uint32Array":
      columns.words(name, values);
      return;
    case "BigUint64Array":
      columns.longs(name, values);
      return;
    case "Float64Array":
      columns.doubles(name, values);
      return;
    case "Undefined":
      return;
    default:
      if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) {
        throw new TypeError(`${name}: a Uint32Array, Float64Array, BigUint64Array or list of strings is expected`);
      }
      // A line feed is no character of an id; it would only be told at another row.
      columns.texts(name, bytesOf(values.map((text) => `${text.replaceAll("\n", "\r")}\n`).join("")));
  }
}

function closing(thing, work) {
  try {
    return work(thing);
  } finally {
    thing.free();
  }
}
