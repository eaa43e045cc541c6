// Uses the package for pages as a typed program would; checked by `tsc --strict`.

import init, * as vsys from "../pkg/web.js";

await init();
await init(new URL("./web/vsys_wasm_bg.wasm", import.meta.url));
export const answer = vsys.quantity.convert({ product: "pfizer-12plus", delivery_week: "2021-03-01", boxes: 2 });
