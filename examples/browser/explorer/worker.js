// The engine of the explorer, beside the page: tables, invented sites, the cascade. It decides nothing itself.

import init, * as vsys from "../vsys/web.js";

import { inventSites } from "./sites.js";
import { table } from "./tables.js";

/** How a municipality is weighed: five times the population from 12 years is a whole number (band 10–14: three fifths). */
const WEIGHTS = {
  "population-12": (row) => 5 * (Number(row.age_15_64) + Number(row.age_65_plus)) + 3 * Number(row.age_10_14),
  "population-65": (row) => Number(row.age_65_plus),
  population: (row) => Number(row.total),
};

let towns;
let sites;
/** What was answered last: the amounts, the reasons by code, and the municipality of every hub. */
let last;

const work = {
  async start() {
    const [rows, supplies] = await Promise.all([table("municipalities.csv"), table("supplies.csv"), init()]);
    // The wards of designated cities are counted in their cities.
    towns = rows
      .filter(({ kind }) => kind !== "ward")
      .map((row) => ({ code: row.code, name: row.name, prefecture: row.prefecture, population: Number(row.total), row }));
    return { supplies: supplies.filter(({ boxes }) => boxes !== ""), version: vsys.version(), towns: towns.length };
  },

  /** Shares a supply; the amounts of the prefectures with their reasons. */
  share({ cycle, delivery_week, method, product, supply, to_sites, weights }) {
    const begun = performance.now();
    sites ??= to_sites ? inventSites(towns, vsys.allocation.apportion) : undefined;
    const request = {
      cycle,
      delivery_week,
      method,
      product,
      supply: { vaccine: supply },
      municipalities: towns.map(({ code, row }) => ({ code, weight: WEIGHTS[weights](row) })),
      explain: "text",
      // The explorer looks at vaccine; needles are filled in level by level.
      needles: { policy: "per-level" },
      // Of the sites nobody asks why; what they can take bounds everybody above them.
      explain_only: [...PREFECTURES, ...towns.map(({ code }) => code)],
      ...(to_sites ? sites : {}),
    };
    const asked = performance.now();
    const outcome = vsys.allocation.cascade(request);
    const answered = performance.now();
    const times = { prepared: asked - begun, answered: answered - asked };
    if (!outcome.ok) {
      return { error: outcome.error, times };
    }
    const { explanations, hubs, nation, prefectures, satellites } = outcome.answer;
    const reasons = new Map(explanations.map((reason) => [reason.id, reason]));
    last = { answer: outcome.answer, reasons, towns: new Map(request.hubs?.map((hub) => [hub.id, hub.municipality])) };
    return {
      assumptions: registered(outcome.assumptions),
      nation,
      prefectures: prefectures.map((row) => ({ ...row, reason: reasons.get(row.code) })),
      sites: hubs.length + satellites.length,
      times,
    };
  },

  /** Only the amounts of the prefectures, as fast as it goes: the hierarchy is read once, then every supply is shared anew. */
  glide({ supply, ...terms }) {
    const network = networkOf(terms);
    const begun = performance.now();
    const outcome = network.cascade({ vaccine: supply });
    const time = performance.now() - begun;
    return outcome.ok ? { amounts: outcome.answer.prefectures.vaccine, sites: terms.to_sites ? sites.hubs.length + sites.satellites.length : 0, time } : { error: outcome.error };
  },

  /** The municipalities of a prefecture, each with its reason in sentences. */
  prefecture({ code }) {
    const below = towns.filter(({ prefecture }) => prefecture === code);
    const rows = new Map(last.answer.municipalities.map((row) => [row.code, row]));
    return below.map((town) => ({ ...rows.get(town.code), name: town.name, population: town.population, reason: last.reasons.get(town.code) }));
  },

  /** The sites of a municipality: its hubs with their satellites. */
  municipality({ code }) {
    const below = Map.groupBy(last.answer.satellites, (satellite) => satellite.hub);
    const hubs = last.answer.hubs.filter((hub) => last.towns.get(hub.code) === code);
    return hubs.map((hub) => ({ ...hub, satellites: below.get(hub.code) ?? [] }));
  },
};

/** The hierarchy in columns, kept until other terms are asked for. */
let kept;

function networkOf(terms) {
  const key = JSON.stringify(terms);
  if (kept?.key !== key) {
    kept?.network.free();
    kept = undefined;
    kept = { key, network: makeNetwork(terms) };
  }
  return kept.network;
}

function makeNetwork({ cycle, delivery_week, method, product, to_sites, weights }) {
  sites ??= to_sites ? inventSites(towns, vsys.allocation.apportion) : undefined;
  const { hubs, satellites } = to_sites ? sites : { hubs: [], satellites: [] };
  const rows = new Map(hubs.map(({ id }, row) => [id, row]));
  return new vsys.Network(
    { cycle, delivery_week, method, needles: { policy: "per-level" }, product, supply: { vaccine: 0 } },
    {
      municipalities: { code: numbers(towns, ({ code }) => code), weight: numbers(towns, ({ row }) => WEIGHTS[weights](row)) },
      hubs: { municipality: numbers(hubs, ({ municipality }) => municipality), capacity: numbers(hubs, ({ capacity }) => capacity), id: hubs.map(({ id }) => id) },
      satellites: { hub: numbers(satellites, ({ hub }) => rows.get(hub)), capacity: numbers(satellites, ({ capacity }) => capacity), id: satellites.map(({ id }) => id) },
    },
  );
}

function numbers(rows, value) {
  return Uint32Array.from(rows, (row) => Number(value(row)));
}

const PREFECTURES = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0"));

/** What an answer rests on, in words. */
function registered(ids) {
  const { answer } = vsys.rules.assumptions();
  return answer.assumptions.filter(({ id }) => ids.includes(id));
}

addEventListener("message", async ({ data: { id, kind, terms } }) => {
  try {
    postMessage({ id, result: await work[kind](terms) });
  } catch (error) {
    postMessage({ id, failure: String(error) });
  }
});
