export { RuleBook, VsysError, call, run } from "./core.js";
export { Network, Tree, columns } from "./columns.js";
export { formChecker } from "./form.js";
export * from "./operations.js";
