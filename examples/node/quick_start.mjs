// A first look at vsys from Node. The places are invented.
//
// `cargo xtask test` builds the package; then: node examples/node/quick_start.mjs
// With the package installed the import is `import * as vsys from "vsys"`.

import * as vsys from "../../vsys-wasm/pkg/node.js";

// Boxes, vials and doses of a delivery week: the pack in force is looked up, never guessed.
const quantity = vsys.quantity.convert({ product: "pfizer-12plus", delivery_week: "2021-05-10", boxes: 100 });
if (quantity.ok) {
  console.log(`100 boxes = ${quantity.answer.doses.toLocaleString("en")} doses`);
}

// Whole boxes in proportion to weights, exactly. Every answer names the assumptions it rests on.
const shared = vsys.allocation.apportion({
  supply: 7,
  recipients: [
    { id: "Aogaoka", weight: 3 },
    { id: "Minamisato", weight: 2 },
    { id: "Shirahama", weight: 1 },
  ],
});
if (shared.ok) {
  for (const { id, amount } of shared.answer.amounts) {
    console.log(`${id}: ${amount}`);
  }
  console.log(`assumptions: ${shared.assumptions.join(", ")}`);
}

// A refusal tells everything that is wrong at once, with the place and the rule.
const refused = vsys.quantity.convert({ product: "pfizer-12plus", boxes: 1.5 });
if (!refused.ok) {
  console.log(`${refused.error.code}: ${refused.error.message.ja}`);
  for (const { path, message, rule } of refused.error.findings) {
    console.log(`  ${path}: ${message.ja} [${rule}]`);
  }
}
