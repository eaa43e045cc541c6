// Made by `cargo xtask gen` from the table of operations; do not edit.

import { run } from "./core.js";

export const version = (request, book) => run("version", request, book);

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
