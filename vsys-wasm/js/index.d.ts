export type { Bilingual, ErrorOf, Finding, Outcome, Refused, Success } from "./core.js";
export { RuleBook, VsysError, call, operations, run, schema } from "./core.js";
export * from "./operations.js";
