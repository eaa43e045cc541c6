// Made by `cargo xtask gen` from the table of operations; do not edit.

import { run } from "./core.js";

export const version = (request, book) => run("version", request, book);

export const access = Object.freeze({
  decide: (request, book) => run("access.decide", request, book),
});

export const allocation = Object.freeze({
  advance: (request, book) => run("allocation.advance", request, book),
  apportion: (request, book) => run("allocation.apportion", request, book),
  cascade: (request, book) => run("allocation.cascade", request, book),
  check: (request, book) => run("allocation.check", request, book),
  compare: (request, book) => run("allocation.compare", request, book),
  paradox: (request, book) => run("allocation.paradox", request, book),
  policy: (request, book) => run("allocation.policy", request, book),
  progress: (request, book) => run("allocation.progress", request, book),
  simulate: (request, book) => run("allocation.simulate", request, book),
  summary: (request, book) => run("allocation.summary", request, book),
  verify: (request, book) => run("allocation.verify", request, book),
  view: (request, book) => run("allocation.view", request, book),
  what_if: (request, book) => run("allocation.what_if", request, book),
});

export const application = Object.freeze({
  advance: (request, book) => run("application.advance", request, book),
  list: (request, book) => run("application.list", request, book),
  permissions: (request, book) => run("application.permissions", request, book),
  validate: (request, book) => run("application.validate", request, book),
});

export const calendar = Object.freeze({
  cycles: (request, book) => run("calendar.cycles", request, book),
  deadline: (request, book) => run("calendar.deadline", request, book),
  holiday: (request, book) => run("calendar.holiday", request, book),
});

export const claims = Object.freeze({
  check: (request, book) => run("claims.check", request, book),
  classify: (request, book) => run("claims.classify", request, book),
  deadline: (request, book) => run("claims.deadline", request, book),
  diff: (request, book) => run("claims.diff", request, book),
  price: (request, book) => run("claims.price", request, book),
  route: (request, book) => run("claims.route", request, book),
  select: (request, book) => run("claims.select", request, book),
  sheets: (request, book) => run("claims.sheets", request, book),
  support: (request, book) => run("claims.support", request, book),
  tariff: (request, book) => run("claims.tariff", request, book),
});

export const code = Object.freeze({
  institution: (request, book) => run("code.institution", request, book),
  municipality: (request, book) => run("code.municipality", request, book),
});

export const contract = Object.freeze({
  letter: (request, book) => run("contract.letter", request, book),
});

export const facility = Object.freeze({
  change: (request, book) => run("facility.change", request, book),
  decide: (request, book) => run("facility.decide", request, book),
  eligibility: (request, book) => run("facility.eligibility", request, book),
});

export const form = Object.freeze({
  check: (request, book) => run("form.check", request, book),
});

export const machines = Object.freeze({
  export: (request, book) => run("machines.export", request, book),
});

export const needle = Object.freeze({
  fill: (request, book) => run("needle.fill", request, book),
});

export const plan = Object.freeze({
  change: (request, book) => run("plan.change", request, book),
  decide: (request, book) => run("plan.decide", request, book),
  preview: (request, book) => run("plan.preview", request, book),
  register: (request, book) => run("plan.register", request, book),
  status: (request, book) => run("plan.status", request, book),
});

export const product = Object.freeze({
  record_name: (request, book) => run("product.record_name", request, book),
});

export const quantity = Object.freeze({
  convert: (request, book) => run("quantity.convert", request, book),
});

export const rules = Object.freeze({
  assumptions: (request, book) => run("rules.assumptions", request, book),
  list: (request, book) => run("rules.list", request, book),
});
