export * from "./index.js";

/**
 * Loads the compiled module, once; afterwards every call is synchronous.
 * `source` is where the module lies, or the module itself; absent = beside this file.
 */
export default function init(source?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;
