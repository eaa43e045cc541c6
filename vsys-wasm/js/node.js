import wasm from "./nodejs/vsys_wasm.js";
import { use } from "./core.js";

use(wasm);

export * from "./index.js";
