import load, * as wasm from "./small/vsys_wasm.js";
import { loading } from "./load.js";

/** Loads the compiled module, once; afterwards every call is synchronous. */
export default loading(load, wasm);

export { RuleBook, VsysError, call, run } from "./core.js";
export * from "./operations_small.js";
