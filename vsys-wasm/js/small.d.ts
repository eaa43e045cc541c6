export type { Bilingual, ErrorOf, Finding, Outcome, Refused, Success } from "./core.js";
export { RuleBook, VsysError, call, run } from "./core.js";
export * from "./operations_small.js";

/**
 * Loads the compiled module, once; afterwards every call is synchronous.
 * `source` is where the module lies, or the module itself; absent = beside this file.
 */
export default function init(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;
