export type { Bilingual, ErrorOf, Finding, Outcome, Refused, Success } from "./core.js";
export { RuleBook, VsysError, call, operations, run, schema } from "./core.js";
export type { FormFault, FormLimits, FormRecord, FormResult } from "./form.js";
export { formChecker } from "./form.js";
export * from "./operations.js";
