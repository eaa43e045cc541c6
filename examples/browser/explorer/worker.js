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
/** The cascade that was asked for last, and its answer. */
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
      ...(to_sites ? sites : {}),
    };
    const asked = performance.now();
    const outcome = vsys.allocation.cascade({ ...request, explain_only: PREFECTURES });
    const answered = performance.now();
    last = { request, answer: outcome.ok ? outcome.answer : undefined };
    const times = { prepared: asked - begun, answered: answered - asked };
    if (!outcome.ok) {
      return { error: outcome.error, times };
    }
    const { explanations, hubs, nation, prefectures, satellites } = outcome.answer;
    const reasons = new Map(explanations.map((reason) => [reason.id, reason]));
    return {
      assumptions: registered(outcome.assumptions),
      nation,
      prefectures: prefectures.map((row) => ({ ...row, reason: reasons.get(row.code) })),
      sites: hubs.length + satellites.length,
      times,
    };
  },

  /** The municipalities of a prefecture, each with its reason in sentences. */
  prefecture({ code }) {
    const below = towns.filter(({ prefecture }) => prefecture === code);
    const outcome = explained(below.map((town) => town.code));
    const reasons = new Map(outcome.answer.explanations.map((reason) => [reason.id, reason]));
    const rows = new Map(outcome.answer.municipalities.map((row) => [row.code, row]));
    return below.map((town) => ({ ...rows.get(town.code), name: town.name, population: town.population, reason: reasons.get(town.code) }));
  },

  /** The sites of a municipality: its hubs with their satellites. */
  municipality({ code }) {
    const ids = new Set(last.request.hubs?.filter((hub) => hub.municipality === code).map((hub) => hub.id));
    const below = Map.groupBy(last.answer.satellites, (satellite) => satellite.hub);
    return last.answer.hubs.filter((hub) => ids.has(hub.code)).map((hub) => ({ ...hub, satellites: below.get(hub.code) ?? [] }));
  },
};

const PREFECTURES = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0"));

/** The same cascade once more, without its sites where they weigh nothing, for the reasons of some. */
function explained(ids) {
  const { hubs: _hubs, satellites: _satellites, ...request } = last.request;
  return vsys.allocation.cascade({ ...request, explain_only: ids });
}

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
