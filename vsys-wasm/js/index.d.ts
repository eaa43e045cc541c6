export type { Bilingual, ErrorOf, Finding, Outcome, Refused, Success } from "./core.js";
export { RuleBook, VsysError, call, run } from "./core.js";
export type {
  CascadedColumns, LevelColumns, NetworkColumns, NodeColumns, Numbers, RecipientColumns, SharedColumns,
  TreeShares,
} from "./columns.js";
export { Network, Tree, columns } from "./columns.js";
export type { FormFault, FormLimits, FormRecord, FormResult } from "./form.js";
export { formChecker } from "./form.js";
export * from "./operations.js";
