import load, * as wasm from "./web/vsys_wasm.js";
import { loading } from "./load.js";

/** Loads the compiled module, once; afterwards every call is synchronous. */
export default loading(load, wasm);

export * from "./index.js";
