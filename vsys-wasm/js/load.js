// Loading where there is no bundler: once, and again only after it failed.

import { use } from "./core.js";

/** A function that loads a compiled module and puts it to use. */
export function loading(load, wasm) {
  let loaded;
  return (source) => {
    loaded ??= load(source === undefined ? undefined : { module_or_path: source }).then(
      () => use(wasm),
      (error) => {
        loaded = undefined;
        throw error;
      },
    );
    return loaded;
  };
}
