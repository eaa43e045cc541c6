export { RuleBook, VsysError, call, operations, run, schema } from "./core.js";
export { formChecker } from "./form.js";
export * from "./operations.js";
