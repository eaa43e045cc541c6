import load, * as wasm from "./web/vsys_wasm.js";
import { use } from "./core.js";

let loading;

/** Loads the compiled module, once; afterwards every call is synchronous. */
export default function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
    () => use(wasm),
    (error) => {
      // It may be tried again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export * from "./index.js";
