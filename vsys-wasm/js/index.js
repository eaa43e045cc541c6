export { RuleBook, VsysError, call, operations, run, schema } from "./core.js";
export * from "./operations.js";
