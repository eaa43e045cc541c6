// The same side by side in a page; browser.mjs makes a bundle of it.

import init, * as vsys from "/pkg/web.js";
import { compare, jobs, sideBySide } from "./peers.mjs";

window.held = (async () => {
  await init();
  const made = jobs(vsys);
  await compare(vsys, made.check);
  // The clock of a page is coarse: runs last milliseconds.
  const longer = made.jobs.map((job) => ({ ...job, calls: job.calls * 4 }));
  return sideBySide(longer, () => performance.now(), 60);
})();
